package org.subhasta.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.subhasta.auction.format.Follows;
import org.subhasta.awarding.model.LotAuction;
import org.subhasta.awarding.model.PricedBid;
import org.subhasta.journal.CanonicalText;
import org.subhasta.kernel.Money;
import org.subhasta.publication.SampleAuction;
import org.subhasta.publication.SampleProcedure;
import org.subhasta.signing.Trust;

@DisplayName("An auction in the bundle of the tender it follows")
class FollowingAuctionsTest {

    private static final TrustedKeys TRUST = new TrustedKeys(
            Trust.of(List.of(SampleAuction.AUTHORITY.certificate())),
            List.of(SampleProcedure.LOG.verifier()));
    private static final String TENDER = "t3nd3r";
    private static final String LOT = "roofs";
    private static final Instant BEFORE = SampleAuction.OPENS.minusSeconds(7_200);
    private static final Instant AFTER = SampleAuction.OPENS.plusSeconds(86_400);

    private final SampleAuction auction = new SampleAuction();
    private final TreeMap<String, byte[]> files = new TreeMap<>();
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Report report = new Report();
    private Set<String> announced = Set.of(LOT);

    @BeforeEach
    void followed() {
        auction.follows = Optional.of(new Follows(TENDER, LOT));
        auction.positions.putAll(Map.of("0rg1", "950.00", "0rg2", "980.00"));
    }

    private Optional<Map<String, LotAuction>> check() {
        entry("lot-auctioned", json().add("lot", LOT).add("auction", SampleAuction.ID));
        return judge();
    }

    private Optional<Map<String, LotAuction>> judge() {
        files.computeIfAbsent(
                FollowingAuctions.file(SampleAuction.ID), one -> auction.bundle());
        return new FollowingAuctions(files, TRUST, report).check(
                new PublishedNotice(TENDER, "Roofs", "buy3r", null, Optional.empty(), announced),
                new JournalPart(entries), new CountedBids.Counted(
                        List.of(bid("b1", "0rg1", "950.00"), bid("b2", "0rg2", "980.00")),
                        Map.of()));
    }

    private static PricedBid bid(String id, String bidder, String price) {
        return new PricedBid(id, bidder, Map.of(LOT, Money.of(price, "EUR")));
    }

    private static JsonObjectBuilder json() {
        return jakarta.json.Json.createObjectBuilder();
    }

    private void entry(String act, JsonObjectBuilder payload) {
        entry(act, payload, BEFORE);
    }

    private void entry(String act, JsonObjectBuilder payload, Instant at) {
        int number = entries.size() + 1;
        entries.add(new JournalEntry("leaf " + number, at, "tender/" + TENDER, number,
                act, Optional.of(Json.canonical(CanonicalText.of(payload.build())))));
    }

    private void assertWrong(Found expected) {
        assertEquals(Optional.empty(), check());
        assertEquals(expected, report.findings().getLast().found(), report.findings().toString());
    }

    @Test
    @DisplayName("gives the lot's ranking where it was held among its bidders from their prices")
    void holds() {
        Optional<Map<String, LotAuction>> found = check();
        assertEquals(Optional.empty(), report.firstWrong());
        assertEquals(Optional.empty(), report.firstNotTrusted());
        assertEquals(Optional.of(Map.of(LOT, new LotAuction(SampleAuction.ID, false, List.of(
                new LotAuction.Place("0rg2", Money.of("900.00", "EUR")),
                new LotAuction.Place("0rg1", Money.of("950.00", "EUR")))))), found);
    }

    @Test
    @DisplayName("is not without the notice's having said so")
    void notAnnounced() {
        announced = Set.of("another");
        assertWrong(Found.AUCTION_NOT_ANNOUNCED);
    }

    @Test
    @DisplayName("cannot be left out")
    void notThere() {
        entry("lot-auctioned", json().add("lot", LOT).add("auction", "an0th3r"));
        assertEquals(Optional.empty(), judge());
        assertEquals(Found.AUCTION_NOT_IN_BUNDLE, report.findings().getLast().found());
    }

    @Test
    @DisplayName("cannot be one that follows another lot or tender")
    void anotherLot() {
        auction.follows = Optional.of(new Follows(TENDER, "another"));
        assertWrong(Found.AUCTION_OF_ANOTHER_LOT);
    }

    @Test
    @DisplayName("cannot begin from other prices than those that were opened")
    void otherPositions() {
        auction.positions.put("0rg1", "940.00");
        assertWrong(Found.AUCTION_AMONG_OTHERS);
    }

    @Test
    @DisplayName("cannot leave a bidder out")
    void leftOut() {
        auction.admitted = List.of("0rg2");
        assertWrong(Found.AUCTION_AMONG_OTHERS);
    }

    @Test
    @DisplayName("is without who was disqualified before, and with who was only afterwards")
    void disqualified() {
        entry("bid-disqualified", json().add("bid", "b1").add("reason", "bankrupt"));
        assertWrong(Found.AUCTION_AMONG_OTHERS);
        entries.clear();
        entry("lot-auctioned", json().add("lot", LOT).add("auction", SampleAuction.ID));
        entry("bid-disqualified", json().add("bid", "b1").add("reason", "bankrupt"), AFTER);
        assertEquals(2, judge().orElseThrow().get(LOT).places().size());
    }

    @Test
    @DisplayName("has to have ended before anything is decided about the lot or its bids")
    void awaited() {
        entry("lot-auctioned", json().add("lot", LOT).add("auction", SampleAuction.ID));
        entry("bid-disqualified", json().add("bid", "b1").add("reason", "bankrupt"));
        assertEquals(Optional.empty(), judge());
        assertEquals(Found.AUCTION_NOT_AWAITED, report.findings().getLast().found());
    }

    @Test
    @DisplayName("does not wait for what is said about other lots")
    void otherLots() {
        entry("lot-auctioned", json().add("lot", LOT).add("auction", SampleAuction.ID));
        entry("bid-disqualified", json().add("bid", "b1").add("lot", "walls").add("reason", "no"));
        assertEquals(Set.of(LOT), judge().orElseThrow().keySet());
    }

    @Test
    @DisplayName("cannot be another, however right, and none that nobody names")
    void another() {
        files.put(FollowingAuctions.file("an0th3r"), new SampleAuction().bundle());
        entry("lot-auctioned", json().add("lot", LOT).add("auction", "an0th3r"));
        assertEquals(Optional.empty(), judge());
        assertEquals(Optional.of(Found.AUCTION_IS_ANOTHER),
                report.firstWrong().map(Finding::found));
    }

    @Test
    @DisplayName("is named by the tender's journal, or is wrong in its bundle")
    void unnamed() {
        assertEquals(Optional.empty(), judge());
        assertEquals(Found.AUCTION_UNNAMED, report.findings().getLast().found());
    }

    @Test
    @DisplayName("cannot be held once more after somebody won it")
    void again() {
        entry("lot-auctioned", json().add("lot", LOT).add("auction", SampleAuction.ID));
        entry("lot-auctioned", json().add("lot", LOT).add("auction", "an0th3r"), AFTER);
        assertEquals(Optional.empty(), judge());
        assertEquals(Found.AUCTION_AGAIN, report.findings().getLast().found());
    }

    @Test
    @DisplayName("keeps the lot from being decided while it is under way")
    void underWay() {
        auction.ended = false;
        assertEquals(new LotAuction(SampleAuction.ID, true, List.of()),
                check().orElseThrow().get(LOT));
    }

    @Test
    @DisplayName("is judged again as any auction: what is wrong in it is wrong here")
    void forged() {
        auction.acts.put(3L, act -> act.replace("900.00", "899.00"));
        assertEquals(Optional.empty(), check());
        assertEquals(Optional.of(Found.ACT_DIFFERS), report.firstWrong().map(Finding::found));
    }

    @Test
    @DisplayName("is no file of another kind")
    void noBundle() {
        files.put(FollowingAuctions.file(SampleAuction.ID),
                "no bundle".getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.empty(), check());
        assertEquals(Optional.of(Found.BUNDLE_CUT_OFF), report.firstWrong().map(Finding::found));
    }
}
