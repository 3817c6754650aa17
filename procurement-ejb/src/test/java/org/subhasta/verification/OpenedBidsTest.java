package org.subhasta.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.publication.SampleProcedure.DEADLINE;
import static org.subhasta.publication.SampleProcedure.uuid;
import static org.subhasta.verification.BundleCheckTest.TRUST;
import static org.subhasta.verification.BundleCheckTest.assertWrong;
import static org.subhasta.verification.BundleCheckTest.check;
import static org.subhasta.verification.BundleCheckTest.said;
import static org.subhasta.verification.BundleCheckTest.with;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subhasta.publication.SampleProcedure;
import org.subhasta.signing.command.Exit;

@DisplayName("A bundle of sealed bids")
class OpenedBidsTest {

    private SampleProcedure procedure = new SampleProcedure();

    private static String file(int number, String name) {
        return "bids/" + uuid(number) + "/" + name;
    }

    private void journaled(String act, String from, String to) {
        procedure.payloads.put(act, json -> {
            assertTrue(json.toString().contains(from), json::toString);
            return parsed(json.toString().replace(from, to));
        });
    }

    private static JsonObject parsed(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private void assertBroken(String rule) {
        Report report = check(procedure.bundle(), TRUST);
        assertEquals(Optional.of(Found.OPENING_AGAINST_RULES),
                report.firstWrong().map(Finding::found), () -> said(report));
        assertEquals("@opening." + rule, report.firstWrong().orElseThrow().details().getLast());
    }

    private List<Found> found() {
        Report report = check(procedure.bundle(), TRUST);
        assertEquals(Exit.HOLDS, report.exit(), () -> said(report));
        return report.findings().stream().map(Finding::found).toList();
    }

    @Test
    @DisplayName("holds, and tells which bids were invalid and which could not be opened")
    void holds() {
        assertTrue(found().containsAll(List.of(Found.OPENED_BY_COMMITTEE, Found.BID_ADMITTED,
                Found.COMMITMENT_HOLDS, Found.BID_VALID, Found.BID_INVALID, Found.BID_UNOPENED)));
    }

    @Test
    @DisplayName("of two envelopes holds, and has no price of who did not pass")
    void twoEnvelopes() {
        procedure = SampleProcedure.ofTwoEnvelopes();
        assertTrue(found().contains(Found.TECHNICAL_EVALUATED));
        Map<String, byte[]> files = ((Bundle.Read) Bundle.read(procedure.bundle())).files();
        assertTrue(files.containsKey(file(7, "technical.json")));
        assertTrue(!files.containsKey(file(7, "price.json")));
    }

    @Test
    @DisplayName("that are opened but not decided on holds, with every bid")
    void notAwarded() {
        procedure.awarded = false;
        assertTrue(found().containsAll(List.of(Found.BIDS_COMPLETE, Found.BID_VALID,
                Found.RECORD_AS_BIDS, Found.NOT_AWARDED_YET)));
    }

    @Test
    @DisplayName("that are not all opened holds as far as it goes, and must have no bid")
    void underWay() {
        procedure.awarded = false;
        procedure.finished = false;
        assertTrue(found().contains(Found.OPENING_UNDER_WAY));
        assertWrong(Found.BID_ADDED, with(procedure.bundle(), file(2, "bid.json"),
                none -> new byte[1]));
    }

    @Test
    @DisplayName("whose record is not the one journaled, or is gone, is told")
    void recordExchanged() {
        byte[] bundle = procedure.bundle();
        assertWrong(Found.RECORD_NOT_JOURNALED,
                with(bundle, "opening.pdf", OpenedBidsTest::flipped));
        assertWrong(Found.RECORD_NOT_JOURNALED, with(bundle, "opening.pdf", bytes -> null));
        assertWrong(Found.RECORD_NOT_JOURNALED,
                with(bundle, "opening-technical.pdf", none -> new byte[] {1}));
    }

    @Test
    @DisplayName("whose signed record names another envelope than came is told")
    void recordUntrue() {
        procedure.printed = bid -> bid.id().equals(uuid(2))
                ? new SampleProcedure.Bid(uuid(99), bid.bidder(), bid.name(), bid.replaces(),
                        bid.at(), bid.prices()) : bid;
        assertWrong(Found.RECORD_DIFFERS, procedure.bundle());
    }

    @Test
    @DisplayName("with an envelope, a statement, a signature or a salt changed or gone is told")
    void filesTampered() {
        byte[] bundle = procedure.bundle();
        for (String name : List.of("envelope.json", "envelope.p7s")) {
            assertWrong(Found.BID_DIFFERS, with(bundle, file(2, name), OpenedBidsTest::flipped));
            assertWrong(Found.BID_MISSING, with(bundle, file(2, name), bytes -> null));
        }
        for (String name : List.of("bid.json", "bid.p7s")) {
            assertWrong(Found.OPENED_DIFFERS, with(bundle, file(2, name), OpenedBidsTest::flipped));
        }
        assertWrong(Found.COMMITMENT_DIFFERS,
                with(bundle, file(2, "bid.salt"), OpenedBidsTest::flipped));
        for (String name : List.of("bid.json", "bid.p7s", "bid.salt")) {
            assertWrong(Found.OPENED_DIFFERS, with(bundle, file(2, name), bytes -> null));
            assertWrong(Found.OPENED_DIFFERS, with(bundle, file(6, name), none -> new byte[32]));
        }
        assertWrong(Found.BID_ADDED, with(bundle, file(2, "bid.txt"), none -> new byte[1]));
        assertWrong(Found.BID_ADDED, with(bundle, file(2, "price.json"), none -> new byte[1]));
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[changed.length / 2] ^= 1;
        return changed;
    }

    @Test
    @DisplayName("in which a bid says something else than what was sealed is told by its envelope")
    void swapped() {
        procedure.swapped.put(uuid(2), json -> parsed(json.toString().replace("70.00", "69.00")));
        assertWrong(Found.COMMITMENT_DIFFERS, procedure.bundle());
    }

    @Test
    @DisplayName("which calls a valid bid invalid is told")
    void wronglyInvalid() {
        procedure.invalid.put(uuid(3), "PRICE_TOO_PRECISE");
        assertWrong(Found.BID_INVALID_WRONGLY, procedure.bundle());
    }

    @Test
    @DisplayName("which calls an invalid bid invalid for another reason is told")
    void anotherReason() {
        procedure.invalid.put(uuid(5), "NO_LOT_PRICED");
        assertWrong(Found.BID_INVALID_WRONGLY, procedure.bundle());
    }

    @Test
    @DisplayName("which counts an invalid bid is told")
    void wronglyValid() {
        procedure.invalid.clear();
        assertWrong(Found.BID_NOT_ADMISSIBLE, procedure.bundle());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PART_MISSING", "COMMITTEE_DIFFERS", "UNFRIENDLY"})
    @DisplayName("which says a bid did not open for a reason that its envelope disproves is told")
    void wronglyUnopened(String code) {
        procedure.unopened.put(uuid(6), code);
        assertWrong(Found.BID_INVALID_WRONGLY, procedure.bundle());
    }

    @Test
    @DisplayName("shows that a bid is invalid for its signer as what it is: said by the platform")
    void signer() {
        procedure.invalid.put(uuid(5), "SIGNER_UNKNOWN");
        assertTrue(found().contains(Found.BID_INVALID_BY_SIGNER));
        procedure.invalid.put(uuid(5), "SIGNATURE_INVALID");
        assertWrong(Found.BID_INVALID_WRONGLY, procedure.bundle());
    }

    @ParameterizedTest
    @ValueSource(strings = {"surprise", "currency", "prices"})
    @DisplayName("with a statement that is not in its format counts as invalid, never as valid")
    void malformed(String member) {
        procedure.statements.put(uuid(5), json -> Json.createObjectBuilder(json)
                .add(member, "x".repeat(401)).build());
        procedure.invalid.put(uuid(5), "BID_MALFORMED");
        assertTrue(found().contains(Found.BID_INVALID));
        procedure.invalid.clear();
        assertWrong(Found.BID_NOT_ADMISSIBLE, procedure.bundle());
    }

    @Test
    @DisplayName("has a reason for every bid that does not count, in the award too")
    void reasons() {
        byte[] bundle = procedure.bundle();
        assertWrong(Found.AWARD_LISTS_OTHERS,
                with(bundle, "award.json", "PRICE_TOO_PRECISE", "OTHER"));
        byte[] two = SampleProcedure.ofTwoEnvelopes().bundle();
        assertWrong(Found.AWARD_LISTS_OTHERS,
                with(two, "award.json", "No machines of its own.", "No machines."));
    }

    @Test
    @DisplayName("takes a bid in time that was judged after the closing, and an announced one")
    void inTime() {
        procedure.closedAt = DEADLINE.plusSeconds(2_000);
        procedure.change(4, bid -> bid.at(DEADLINE.minusMillis(1)));
        assertTrue(found().contains(Found.AWARD_RECOMPUTED));
        procedure.change(4, bid -> bid.at(DEADLINE.plusSeconds(1_799)));
        assertWrong(Found.BID_NOT_ADMISSIBLE, procedure.bundle());
        procedure.announced.put(uuid(4), DEADLINE.minusSeconds(1));
        assertTrue(found().contains(Found.AWARD_RECOMPUTED));
        procedure.announced.put(uuid(4), DEADLINE);
        assertWrong(Found.BID_NOT_ADMISSIBLE, procedure.bundle());
    }

    @Test
    @DisplayName("takes an announced bid later where an outage moved the end of the grace, by the rule")
    void graceMoved() {
        procedure.closedAt = DEADLINE.plusSeconds(10_000);
        procedure.announced.put(uuid(4), DEADLINE.minusSeconds(1));
        procedure.change(4, bid -> bid.at(DEADLINE.plusSeconds(8_399)));
        assertWrong(Found.BID_NOT_ADMISSIBLE, procedure.bundle());
        procedure.graceMoves.add(graceMove(DEADLINE.plusSeconds(8_400)));
        assertTrue(found().containsAll(List.of(
                Found.GRACE_MOVED_BY_RULE, Found.AWARD_RECOMPUTED)));
        procedure.graceMoves.set(0, graceMove(DEADLINE.plusSeconds(8_700)));
        assertWrong(Found.GRACE_MOVED_WRONGLY, procedure.bundle());
    }

    /** Down from a minute after the deadline until twenty after it. */
    private static JsonObject graceMove(Instant to) {
        return Json.createObjectBuilder()
                .add("from", DEADLINE.plusSeconds(1_800).toString()).add("to", to.toString())
                .add("outageFrom", DEADLINE.plusSeconds(60).toString())
                .add("outageUntil", DEADLINE.plusSeconds(1_200).toString()).build();
    }

    @Test
    @DisplayName("that arrived after the entry that received them is not in its format")
    void backdated() {
        journaled("bid-received", "\"arrived\":\"2027-03-01T11:59:00Z\"",
                "\"arrived\":\"2027-03-01T11:59:59Z\"");
        procedure.bids.removeIf(bid -> !bid.id().equals(uuid(4)));
        assertWrong(Found.FILE_MALFORMED, procedure.bundle());
    }

    @Test
    @DisplayName("opened by fewer openers than the notice wants is against the rules")
    void withoutCommittee() {
        procedure.acted = 1;
        assertBroken("WITHOUT_COMMITTEE");
    }

    @Test
    @DisplayName("given up while openers still had time is against the rules, after it is not")
    void tooSoon() {
        procedure.unopened.put(uuid(6), "TOO_FEW_SHARES");
        assertBroken("TOO_SOON");
        procedure.acted = 3;
        assertTrue(found().contains(Found.BID_UNOPENED));
    }

    @Test
    @DisplayName("with a result of no bid, of no part, or two of one is against the rules")
    void results() {
        journaled("bid-failed", uuid(5).substring(0, 9), "00000009-");
        procedure.unopened.clear();
        assertBroken("BID_UNKNOWN");
        procedure.payloads.clear();
        journaled("bid-failed", uuid(5), uuid(3));
        assertBroken("TWICE");
        procedure.payloads.clear();
        journaled("bids-opened", "\"bid\"", "\"price\"");
        assertBroken("PART_UNKNOWN");
    }

    @Test
    @DisplayName("whose journal counts other results than it has is against the rules")
    void counts() {
        journaled("bids-opened", "\"failed\":2", "\"failed\":3");
        assertBroken("COUNTS_DIFFER");
        procedure.payloads.clear();
        procedure.finished = false;
        assertWrong(Found.OPENING_UNFINISHED, procedure.bundle());
    }

    @Test
    @DisplayName("with an opened price of who did not pass is against the rules")
    void notPassed() {
        procedure = SampleProcedure.ofTwoEnvelopes();
        procedure.opensAll = true;
        assertBroken("NOT_PASSED");
    }

    @Test
    @DisplayName("with prices opened before the technical evaluation is against the rules")
    void early() {
        procedure = SampleProcedure.ofTwoEnvelopes();
        procedure.payloads.put("shares-released", json ->
                Json.createObjectBuilder(json).add("part", "price").build());
        assertBroken("EARLY");
    }

    @Test
    @DisplayName("with another technical evaluation than the one signed is against the rules")
    void evaluation() {
        procedure = SampleProcedure.ofTwoEnvelopes();
        journaled("technical-evaluated", "No machines of its own.", "No machines.");
        assertBroken("EVALUATION_DIFFERS");
        procedure.payloads.put("technical-evaluated", OpenedBidsTest::withoutOne);
        assertBroken("EVALUATION_DIFFERS");
    }

    /** An evaluation, signed as it is, that is silent about a bid. */
    private static JsonObject withoutOne(JsonObject json) {
        JsonObject evaluation = json.getJsonObject("evaluation");
        JsonArrayBuilder bids = Json.createArrayBuilder();
        evaluation.getJsonArray("bids").stream().skip(1).forEach(bids::add);
        JsonObject less = Json.createObjectBuilder(evaluation).add("bids", bids).build();
        JsonObjectBuilder changed = Json.createObjectBuilder(json).add("evaluation", less);
        return changed.add("statement", SampleProcedure.digest(less)).build();
    }

    @Test
    @DisplayName("from before bids were sealed is not checked by this version")
    void notSealed() {
        procedure.notice = json -> Json.createObjectBuilder(json).remove("opening").build();
        Report report = check(procedure.bundle(), TRUST);
        assertEquals(Exit.NOT_TRUSTED, report.exit(), () -> said(report));
        assertEquals(Optional.of(Found.BIDS_NOT_SEALED),
                report.firstNotTrusted().map(Finding::found));
    }

    @Test
    @DisplayName("whose notice tells another fingerprint than its committee's is not in its format")
    void anotherCommittee() {
        procedure.notice = json -> Json.createObjectBuilder(json).add("opening",
                Json.createObjectBuilder(json.getJsonObject("opening"))
                        .add("fingerprint", "00".repeat(32))).build();
        assertWrong(Found.FILE_MALFORMED, procedure.bundle());
    }

    @Test
    @DisplayName("sealed to another committee than the notice's were not admissible")
    void sealedToOthers() {
        procedure.notice = json -> Json.createObjectBuilder(json).add("opening",
                Json.createObjectBuilder(json.getJsonObject("opening")).addAll(
                        SampleProcedure.otherCommittee())).build();
        procedure.acted = 3;
        assertWrong(Found.BID_NOT_ADMISSIBLE, procedure.bundle());
    }
}
