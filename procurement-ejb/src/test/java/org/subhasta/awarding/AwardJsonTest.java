package org.subhasta.awarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.subhasta.kernel.Money;

@DisplayName("An award as JSON")
class AwardJsonTest {

    private static final AwardView.Organisation ALDER =
            new AwardView.Organisation(Optional.of("0000000000a1"), "Alder \"&\" <Sons>");
    private static final AwardView.Organisation BIRCH =
            new AwardView.Organisation(Optional.of("0000000000b2"), "شركة");
    private static final Optional<NoticeFile> NOTICE =
            Optional.of(new NoticeFile("ab".repeat(32), 12_345));

    @Test
    @DisplayName("is read back as it was written, with every part it can have")
    void roundTrip() {
        assertEquals(full(), AwardReading.of(AwardJson.of(full()).toString(), NOTICE));
    }

    @Test
    @DisplayName("is read back as it was written, with as little as it can have")
    void emptyRoundTrip() {
        AwardView least = new AwardView("0000000000c3", AwardView.Source.RECORDED,
                new AwardView.Tender("0000000000d4", "T"), "ocds-1",
                new AwardView.Organisation(Optional.empty(), ""), AwardView.Outcome.PENDING,
                Instant.parse("2025-02-27T00:00:00Z"), ZoneOffset.UTC, Optional.empty(), "",
                Optional.empty(), "", List.of(), List.of(), List.of(), List.of(),
                Optional.empty());
        assertEquals(least, AwardReading.of(AwardJson.of(least).toString(), Optional.empty()));
    }

    @Test
    @DisplayName("has amounts as decimal strings and leaves out what is not there")
    void amounts() {
        String json = AwardJson.of(full()).toString();
        assertTrue(json.contains("{\"amount\":\"100.00\",\"currency\":\"EUR\"}"), json);
        assertFalse(json.contains("null"), json);
        assertTrue(json.startsWith("{\"format\":\"subhasta-award-1\""), json);
    }

    private static AwardView full() {
        Money price = Money.of("100", "EUR");
        AwardView.Lot lot = new AwardView.Lot("1", 1, "Roads", AwardView.LotResult.AWARDED,
                Optional.of("x"), Optional.of(ALDER), Optional.of(price), "drawn by lot",
                List.of(new AwardView.Standing("x", ALDER, price, Optional.of(1), true,
                                Optional.empty()),
                        new AwardView.Standing("y", BIRCH, price, Optional.empty(), false,
                                Optional.of("no proof"))), Optional.of("0000000000f6"));
        AwardView.Lot none = new AwardView.Lot("2", 2, "Parks", AwardView.LotResult.WITHOUT_BIDS,
                Optional.empty(), Optional.empty(), Optional.empty(), "", List.of(),
                Optional.empty());
        Instant at = Instant.parse("2026-12-21T09:14:32.120001Z");
        return new AwardView("0000000000e5", AwardView.Source.DECIDED,
                new AwardView.Tender("0000000000d4", "T"), "ocds-2", ALDER,
                AwardView.Outcome.COMPLETE, at, ZoneId.of("Europe/Amsterdam"), Optional.of(at),
                "net", Optional.of(price), "", List.of(
                        new AwardView.Bid("x", ALDER, at, "aa", Optional.empty()),
                        new AwardView.Bid("y", BIRCH, at, "bb", Optional.of("no proof"))),
                List.of(lot, none),
                List.of(new AwardView.Winner(ALDER, Optional.of(price), List.of(1))),
                List.of(new AwardView.Evidence("box-closed", at, "cc")), NOTICE);
    }
}
