package org.subhasta.auction.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.BidKind;
import org.subhasta.auction.model.Scoring;
import org.subhasta.kernel.Money;

/** What is written while an auction is live, and what is signed for it. */
class LiveFormatsTest {

    private static final Instant AT = Instant.parse("2027-03-01T12:00:00.000001Z");
    private static final String ID = "0b6f6f0e-6f0e-4c4e-8f5a-1f2e3d4c5b6a";
    private static final String TERMS = """
            {"format": "english-reverse", "currency": "EUR", "openingPrice": "10000.00",
             "title": "Chairs", "opensAt": "2027-03-01T12:00:00Z",
             "scoring": {"quality": {"delivery": "0.15"}, "lifeCycleCost": true}}""";

    static Stream<Act> acts() {
        return Stream.of(
                new Act.PlaceBid(ID, "A", BidKind.BID, "9900.00", "EUR", 12),
                new Act.PlaceBid(ID, "A", BidKind.LIMIT, "9000", "USD", 0),
                new Act.PlaceBid(ID, "A", BidKind.CONFIRMATION, "1e3", "EUR", 999_999_999),
                new Act.TakeBack(ID, "A"),
                new Act.Pause("“Fire” \\ \n alarm"), new Act.Resume("Over"), new Act.Cancel("No"),
                new Act.Extend(Duration.ofSeconds(90, 1_000), "Slow"),
                new Act.Annul(ID, "Asked"), new Act.Exclude("A", "Withdrew"),
                new Act.Admit("A", "417", new Scoring.Marks(
                        Map.of("delivery", new BigDecimal("0.10")),
                        Optional.of(Money.of("300.00", "EUR"))),
                        Optional.of(Money.of("9500.00", "EUR"))),
                new Act.Admit("B", "418", Scoring.Marks.NONE, Optional.empty()),
                new Act.SetOpening(AT.plusSeconds(1)),
                new Act.Interrupted(AT.minusSeconds(9), AT, Act.Interrupted.Cause.ABSENCE));
    }

    @ParameterizedTest
    @DisplayName("An act that is written and read again is the same act")
    @MethodSource("acts")
    void round_trip(Act act) throws IOException {
        AuctionFile file = TermsReader.read(TERMS).value().orElseThrow();
        String line = ActWriter.write(AT, "1", act).toString();
        assertFalse(line.contains("\n"), line);
        List<RecordedAct> read =
                ActsReader.read(new StringReader(line), file).value().orElseThrow();
        assertEquals(List.of(new RecordedAct(1, AT, "1", ActWriter.word(act), act)), read);
    }

    @Test
    @DisplayName("What is signed is canonical, and reads as what was meant")
    void signed() {
        acts().filter(Act.OfParticipant.class::isInstance).forEach(act -> {
            SignedAct signed = new SignedAct("0123456789ab", "1", (Act.OfParticipant) act);
            assertEquals(Optional.of(signed), SignedAct.read(signed.bytes()));
        });
        assertEquals("{\"act\":\"bid\",\"amount\":\"9900.00\",\"auction\":\"0123456789ab\","
                        + "\"currency\":\"EUR\",\"format\":\"subhasta-auction-act-1\","
                        + "\"id\":\"" + ID + "\",\"lot\":\"1\",\"participant\":\"A\",\"seen\":12}",
                new String(new SignedAct("0123456789ab", "1", (Act.OfParticipant) acts().findFirst()
                        .orElseThrow()).bytes(), StandardCharsets.UTF_8));
    }

    private static final String GOOD = "{\"act\":\"bid\",\"amount\":\"9900.00\",\"auction\":\"x\","
            + "\"currency\":\"EUR\",\"format\":\"subhasta-auction-act-1\",\"id\":\"" + ID
            + "\",\"lot\":\"1\",\"participant\":\"A\",\"seen\":12}";

    @ParameterizedTest
    @DisplayName("Anything else is none")
    @ValueSource(strings = {"\"bid\"->\"admit\"", "\"9900.00\"->9900", "\"EUR\"->\"euro\"",
        "act-1->act-2", "\"A\"->\"\"", "12->-1.5", "12->12,\"seen\":13", "12->12,\"more\":1",
        ",\"seen\":12->", ":12-> : 12", "0b6f6f0e->0B6F6F0E", "{->[", "12}->12}{"})
    void malformed(String change) {
        String[] parts = change.split("->", -1);
        assertTrue(SignedAct.read(GOOD.getBytes(StandardCharsets.UTF_8)).isPresent());
        byte[] changed = GOOD.replace(parts[0], parts[1]).getBytes(StandardCharsets.UTF_8);
        assertEquals(Optional.empty(), SignedAct.read(changed), change);
    }

    @Test
    @DisplayName("What is larger than any act is not read")
    void too_large() {
        String large = GOOD.replace("\"A\"", "\"" + "A".repeat(5_000) + "\"");
        assertEquals(Optional.empty(), SignedAct.read(large.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @DisplayName("Published terms tell of a hidden reserve its commitment and nothing else")
    void hidden_reserve() {
        String salt = "5c1f0b6d2a4e8f7390a1b2c3d4e5f60718293a4b5c6d7e8f9a0b1c2d3e4f5061";
        String hidden = "{\"price\": \"850.00\", \"salt\": \"" + salt + "\"}";
        LiveTerms terms = LiveTerms.read("""
                {"format": "english-reverse", "currency": "EUR", "openingPrice": "1000.00",
                 "opensAt": "2027-03-01T12:00:00Z", "reserve": %s,
                 "lots": ["1", {"id": "2", "reserve": %s}, {"id": "3", "reserve": "900.00"}]}"""
                .formatted(hidden, hidden)).value().orElseThrow();
        String published = terms.published();
        assertFalse(published.contains(salt), published);
        assertFalse(published.contains("850"), published);
        assertTrue(published.contains("900.00"), published);
        assertEquals(3, published.split("commitment").length, published);
    }

    @ParameterizedTest
    @DisplayName("A title, and the id of a lot, are such as a database keeps and a page shows")
    @ValueSource(strings = {"\"title\": \"a\\u0000b\"", "\"title\": \" \"",
        "\"title\": \"\\ud800\"", "\"lots\": [\"1\", \"a\\u0000\"]"})
    void control_characters(String member) {
        Read<LiveTerms> read = LiveTerms.read("{" + member + ", \"format\": \"english-reverse\","
                + "\"currency\": \"EUR\", \"openingPrice\": \"10.00\","
                + "\"opensAt\": \"2027-03-01T12:00:00Z\"}");
        assertEquals(1, read.faults().size(), read.toString());
    }

    @Test
    @DisplayName("Terms of a live auction name no participants")
    void participants() {
        Read<LiveTerms> read = LiveTerms.read(TERMS.replaceFirst("\\{", "{\"participants\": [{"
                + "\"id\": \"A\", \"weights\": {\"delivery\": \"0.10\"}, \"cost\": \"0.00\"}],"));
        assertTrue(read.value().isEmpty());
        assertEquals(1, read.faults().size());
        assertEquals("Chairs", LiveTerms.read(TERMS).value().orElseThrow().title());
    }
}
