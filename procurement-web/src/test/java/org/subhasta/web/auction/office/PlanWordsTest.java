package org.subhasta.web.auction.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.auction.model.NamedFormat;
import org.subhasta.auction.model.Plan;
import org.subhasta.kernel.Money;

/** What officers read before they publish: it has to be what the engine will do. */
class PlanWordsTest {

    private static final Speech ENGLISH = new English();

    /** The texts as they are, instants by UTC. */
    private static final class English implements Speech {

        private final Properties texts = new Properties();

        English() {
            try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources",
                    "org/subhasta/web/texts/auctionoffice.properties"))) {
                texts.load(reader);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String of(String key, Object... values) {
            String pattern = texts.getProperty("auctionoffice.plan." + key);
            if (pattern == null) {
                throw new AssertionError("no text for " + key);
            }
            return new MessageFormat(pattern, Locale.ENGLISH).format(values);
        }

        @Override
        public String money(Money money) {
            return money.toString();
        }

        @Override
        public String instant(Instant instant) {
            return instant.toString().substring(11, 16);
        }

        @Override
        public String length(Duration duration) {
            return PlanTeller.length(duration, Locale.ENGLISH);
        }
    }

    @Test
    @DisplayName("tells of an auction that follows an opening that the lot's bidders take part")
    void following() {
        LiveTerms terms = terms("\"format\": \"ranked-english\","
                + " \"follows\": {\"tender\": \"t3nd3r\", \"lot\": \"1\"}");
        List<String> opening =
                PlanWords.timeline(plan(terms), true, ENGLISH).getFirst().sentences();
        assertEquals(1, opening.size());
        assertTrue(opening.getFirst().startsWith("All bidders of the lot take part"),
                opening.getFirst());
    }

    private static LiveTerms terms(String further) {
        return LiveTerms.read("""
                {"currency": "EUR", "openingPrice": "100.00", "opensAt": "2027-03-01T12:00:00Z",
                 %s}""".formatted(further)).value().orElseThrow();
    }

    private static Plan plan(LiveTerms terms) {
        return Plan.of(terms.file().order(), terms.file().lots());
    }

    private static List<PlanWords.Entry> timeline(String further) {
        return PlanWords.timeline(plan(terms(further)), false, ENGLISH);
    }

    @Test
    void an_english_auction_in_words() {
        List<PlanWords.Entry> told = timeline(
                "\"format\": \"english-reverse\", \"minimumParticipants\": 2");
        assertEquals(List.of("Opening", "Phase 1: Open bidding", "End"),
                told.stream().map(PlanWords.Entry::heading).toList());
        assertEquals("12:00", told.getFirst().when());
        assertEquals("With fewer than 2 admitted it fails.", told.getFirst().sentences().get(1));
        PlanWords.Entry phase = told.get(1);
        assertEquals("Begins 12:00. Ends 12:30 at the earliest.", phase.when());
        assertEquals(List.of("Everybody admitted may bid at any time for 30 minutes.",
                "A bid is EUR 100.00 or lower.",
                "Each bid has to be lower than the leading one by 0.5\u202f% at least.",
                "A bid in the last 2 minutes moves the end by 2 minutes, so that the others have"
                        + " time to answer.",
                "That can happen any number of times: it ends when nobody has bid in the last"
                        + " 2 minutes.",
                "Participants see every standing bid, under numbers and without names.",
                "So does the public.", "You see every standing bid, without names."),
                phase.sentences());
        assertTrue(told.getLast().sentences().contains("The lowest price wins."));
    }

    @Test
    void a_hybrid_dutch_auction_in_words() {
        List<PlanWords.Entry> told = timeline("""
                "format": "hybrid-dutch", "phases": [
                  {"first": "100.00", "step": "30.00", "tick": "PT5M", "last": "20.00"}]""");
        assertEquals("Begins 12:00. Ends between 12:00 and 12:20.", told.get(1).when());
        assertEquals("The price begins at EUR 100.00 and falls by EUR 30.00 every 5 minutes,"
                + " down to EUR 20.00.", told.get(1).sentences().getFirst());
        assertEquals("Everybody takes part but who took the price of the clock.",
                told.get(2).sentences().getFirst());
        assertTrue(told.get(2).sentences().contains(
                "A bid has to be higher than the price of the clock."));
        assertEquals("Only who took the price of the clock takes part.",
                told.get(3).sentences().getFirst());
        assertEquals("between 12:15 and 12:35", told.getLast().when());
    }

    @Test
    void reserves_and_the_second_price_are_told_at_the_end() {
        List<String> end = timeline("""
                "format": "vickrey", "reserve": {"price": "90.00", "salt": "%s"}""".formatted(
                "0".repeat(64))).getLast().sentences();
        assertTrue(end.stream().anyMatch(one -> one.contains("reserve of EUR 90.00")
                && one.contains("Only you know it")), end::toString);
        assertTrue(end.stream().anyMatch(one -> one.startsWith("The price is what the next")));
    }

    @Test
    void every_format_and_every_choice_has_words() {
        for (NamedFormat format : NamedFormat.values()) {
            for (String direction : List.of("descending", "ascending")) {
                assertTrue(timeline("\"format\": \"" + format.word() + "\", \"direction\": \""
                        + (format.word().startsWith("english") ? format.direction().word()
                        : direction) + "\"").size() > 2, format.word());
            }
        }
        timeline("""
                "direction": "descending", "scoring": {"quality": {"warranty": "0.1"},
                "lifeCycleCost": true}, "reserve": "90.00", "phases": [
                {"mechanism": "open-outcry", "automatic": true, "step": "1.00", "softClose":
                  {"window": "PT1M", "most": 2}, "visibility": "best-price"},
                {"mechanism": "sealed", "mustBeat": "leader", "pause": "PT1M"},
                {"mechanism": "open-outcry", "softClose": "none", "against": "own",
                 "visibility": "blind", "step": "0"},
                {"mechanism": "best-offer", "who": {"best": 2}},
                {"mechanism": "best-offer", "who": {"named": ["A"]}, "mustBeat": "own"}]""");
    }

    @Test
    void lots_have_their_own_times_and_prices() {
        LiveTerms terms = terms("""
                "format": "sealed-first-price", "lotOrder": {"staggered": "PT10M"},
                "lots": [{"id": "1", "title": "Desks"},
                         {"id": "2", "title": "Chairs", "openingPrice": "40.00"}]""");
        assertEquals(List.of(new PlanWords.LotLine("1", "Desks", "EUR 100.00", "12:00", "12:30"),
                        new PlanWords.LotLine("2", "Chairs", "EUR 40.00", "12:10", "12:40")),
                PlanWords.lots(plan(terms), terms.lotTitles(), ENGLISH));
        assertEquals(Map.of("1", "Desks", "2", "Chairs"), terms.lotTitles());
    }

    @Test
    void lengths_of_time_are_written_out() {
        assertEquals("1 hour, 30 minutes", PlanTeller.length(Duration.ofMinutes(90),
                Locale.ENGLISH));
        assertEquals("0 seconds", PlanTeller.length(Duration.ZERO, Locale.ENGLISH));
        assertEquals("2 days, 5.5 seconds", PlanTeller.length(
                Duration.ofDays(2).plusMillis(5_500), Locale.ENGLISH));
    }
}
