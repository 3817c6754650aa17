package org.subhasta.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.verification.BundleCheckTest.said;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.subhasta.publication.SampleAuction;
import org.subhasta.publication.SampleProcedure;
import org.subhasta.signing.Trust;
import org.subhasta.signing.command.Exit;

@DisplayName("A bundle of an auction")
class AuctionCheckTest {

    private static final TrustedKeys TRUST = new TrustedKeys(
            Trust.of(List.of(SampleAuction.AUTHORITY.certificate())),
            List.of(SampleProcedure.LOG.verifier()));

    private final SampleAuction auction = new SampleAuction();

    private static Report check(byte[] bundle) {
        return new Verifier(TRUST, SampleAuction.OPENS).check(Map.of("b", bundle))
                .getFirst().report();
    }

    private void assertWrongFor(Found expected) {
        Report report = check(auction.bundle());
        assertEquals(Optional.of(expected), report.firstWrong().map(Finding::found),
                () -> said(report));
        assertEquals(Exit.WRONG, report.exit());
    }

    @Test
    @DisplayName("holds: every act signed, judged again to the same ends")
    void holds() {
        Report report = check(auction.bundle());
        assertEquals(Exit.HOLDS, report.exit(), () -> said(report));
        String said = said(report);
        assertTrue(said.contains("Lot oak, judged again from its 7 acts, 3 of them signed by "
                + "participants: won by 0rg2 with EUR 900.00, to be paid EUR 900.00."), said);
        assertTrue(said.contains("Lot elm, judged again from its 3 acts, 0 of them signed by "
                + "participants: nobody won, since no bid stood."), said);
    }

    @Test
    @DisplayName("holds with more acts than a bundle may have files")
    void manyActs() {
        auction.refusedOrders = Bundle.MAXIMUM_FILES;
        Report report = check(auction.bundle());
        assertEquals(Exit.HOLDS, report.exit(), () -> said(report));
        assertTrue(said(report).contains("Lot oak, judged again from its 20007 acts"),
                () -> said(report));
    }

    @Test
    @DisplayName("tells before the end nothing but its terms")
    void underWay() {
        auction.ended = false;
        Report report = check(auction.bundle());
        assertEquals(Exit.HOLDS, report.exit(), () -> said(report));
        assertTrue(report.findings().stream()
                .anyMatch(finding -> finding.found() == Found.AUCTION_UNDER_WAY));
    }

    @Test
    @DisplayName("without the authorities of its bidders is not trusted, though it is consistent")
    void nobodyTrusted() {
        Report report = new Verifier(TrustedKeys.none(), SampleAuction.OPENS)
                .check(Map.of("b", auction.bundle())).getFirst().report();
        assertEquals(Exit.NOT_TRUSTED, report.exit(), () -> said(report));
    }

    @Test
    @DisplayName("is wrong where a reserve is revealed that was not committed to")
    void anotherReserve() {
        auction.revealed = terms -> terms.replace("950.00", "890.00");
        assertWrongFor(Found.TERMS_REVEALED_OTHERS);
    }

    @Test
    @DisplayName("is wrong where the platform recorded another answer than the engine's")
    void judgedOtherwise() {
        auction.payloads.put("bid-refused", payload -> with(payload, "code", "BEYOND_LIMIT"));
        assertWrongFor(Found.ACT_JUDGED_OTHERWISE);
    }

    @Test
    @DisplayName("is wrong where an accepted act has no number, so that it would not be judged")
    void acceptedUnjudged() {
        auction.payloads.put("bid-accepted", payload -> payload.toString().contains("900.00")
                ? Json.createObjectBuilder(payload).remove("number").build() : payload);
        assertWrongFor(Found.ACT_DIFFERS);
        SampleAuction last = new SampleAuction();
        last.payloads.put("resume-accepted", payload ->
                Json.createObjectBuilder(payload).remove("number").build());
        assertEquals(Optional.of(Found.ACT_DIFFERS),
                check(last.bundle()).firstWrong().map(Finding::found));
    }

    @Test
    @DisplayName("is wrong where an entry is called otherwise than what it says, or says two things")
    void calledOtherwise() {
        auction.payloads.put("resume-accepted", payload -> Json.createObjectBuilder(payload)
                .add("facts", Json.createArrayBuilder()).build());
        assertEquals(Exit.HOLDS, check(auction.bundle()).exit());
        SampleAuction another = new SampleAuction();
        another.payloads.put("time-passed", payload -> Json.createObjectBuilder(payload)
                .add("number", 99).build());
        assertEquals(Exit.HOLDS, check(another.bundle()).exit());
        SampleAuction refused = new SampleAuction();
        refused.payloads.put("bid-accepted", payload ->
                with(payload, "code", "BELOW_MINIMUM_STEP"));
        assertEquals(Optional.of(Found.ACT_DIFFERS),
                check(refused.bundle()).firstWrong().map(Finding::found));
    }

    @Test
    @DisplayName("is wrong where an act was left out")
    void leftOut() {
        auction.payloads.put("bid-refused", payload ->
                Json.createObjectBuilder(payload).add("number", 9).build());
        assertWrongFor(Found.ACT_MISSING);
    }

    @Test
    @DisplayName("is wrong where what was signed is missing")
    void unsigned() {
        auction.dropped.add(5L);
        assertWrongFor(Found.ACT_NOT_SIGNED);
    }

    @Test
    @DisplayName("is wrong where what was signed says another amount than was judged")
    void anotherAmount() {
        auction.acts.put(5L, act -> act.replace("900.00", "901.00"));
        assertWrongFor(Found.ACT_DIFFERS);
    }

    @Test
    @DisplayName("is wrong where an act is signed by another participant, or by a stranger")
    void signedByOthers() {
        auction.signers.put(3L, "0rg2");
        assertWrongFor(Found.ACT_NOT_SIGNED);
        SampleAuction another = new SampleAuction();
        another.signers.put(3L, "stranger");
        assertEquals(Optional.of(Found.ACT_NOT_SIGNED),
                check(another.bundle()).firstWrong().map(Finding::found));
    }

    @Test
    @DisplayName("is wrong where a certificate entered after the act it signed")
    void enteredLater() {
        // The last act and the entering have one instant: their order in the log decides.
        auction.enteredLate = Set.of("0rg2");
        assertWrongFor(Found.ACT_NOT_SIGNED);
    }

    @Test
    @DisplayName("is wrong where a certificate entered later, though nothing is proved to be logged")
    void enteredLaterUnlogged() {
        auction.enteredLate = Set.of("0rg1");
        auction.logged = false;
        assertWrongFor(Found.ACT_NOT_SIGNED);
    }

    @Test
    @DisplayName("is wrong where time is said to have brought something else")
    void anotherTime() {
        auction.payloads.put("time-passed", payload -> payload.toString().contains("ended")
                ? Json.createObjectBuilder().add("facts", Json.createArrayBuilder()).build()
                : payload);
        assertWrongFor(Found.TIME_PASSED_OTHERWISE);
    }

    @Test
    @DisplayName("is wrong where a lot opened at another time than the end of the one before says")
    void anotherOpening() {
        auction.payloads.put("set-opening-accepted", payload -> Json.createObjectBuilder(payload)
                .add("act", with(payload.getJsonObject("act"), "opensAt", "2027-03-02T12:00:00Z"))
                .build());
        assertWrongFor(Found.OPENED_OTHERWISE);
    }

    @Test
    @DisplayName("is wrong where a statement of entering names another organisation")
    void entrants() {
        auction.payloads.put("participant-entered", payload ->
                with(payload, "organisation", "0rg2"));
        assertWrongFor(Found.ENTRANT_DIFFERS);
    }

    private static JsonObject with(JsonObject object, String member, String value) {
        return Json.createObjectBuilder(object).add(member, value).build();
    }
}
