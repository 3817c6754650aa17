package org.subhasta.bidding.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.subhasta.bidding.model.BiddingRefusal.*;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.model.Admission.Arrival;
import org.subhasta.bidding.model.Admission.Before;
import org.subhasta.bidding.model.Admission.Box;
import org.subhasta.bidding.model.Admission.Verdict;
import org.subhasta.kernel.Refusal;

class AdmissionTest {

    private static final String TENDER = "t00000000000";
    private static final String BUYER = "b00000000000";
    private static final String BIDDER = "s00000000000";
    private static final String NOTICE = "ab".repeat(32);
    private static final String DIGEST = "cd".repeat(32);
    private static final UUID ID = UUID.fromString("0c7ddc4e-6b9f-4b56-9b6a-0d4f6f7f0001");
    private static final UUID FIRST = UUID.fromString("0c7ddc4e-6b9f-4b56-9b6a-0d4f6f7f0002");
    private static final UUID OTHER = UUID.fromString("0c7ddc4e-6b9f-4b56-9b6a-0d4f6f7f0003");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant BEFORE_NOON = NOON.minusNanos(1_000);
    private static final Duration GRACE = Duration.ofMinutes(30);
    private static final SealedBid.Text TEXT = new SealedBid.Text("bid-0", 4112, "ef".repeat(32));
    private static final Before NOTHING = before(null, null, null);
    private static final Before STANDING = before(null, FIRST, null);
    private static final Before ANNOUNCED = before(null, null, DIGEST);
    private static final SealedBid GOOD = bid(BidKind.SUBMIT, null);

    @Test
    void a_good_bid_in_time_is_admitted() {
        assertAdmitted(judge(NOTHING, GOOD));
    }

    @Test
    void a_bid_a_microsecond_before_the_closing_is_in_time() {
        assertAdmitted(at(BEFORE_NOON, new BoxState.Open(), BEFORE_NOON));
    }

    @Test
    void a_bid_at_the_closing_instant_is_late() {
        assertRefused(at(NOON, new BoxState.Open(), NOON), LATE);
    }

    @Test
    void a_bid_for_a_closed_or_opened_box_is_late_whatever_the_clock_says() {
        for (BoxState state : List.of(new BoxState.Closed(NOON), new BoxState.TechnicalOpened(NOON),
                new BoxState.Released(NOON), new BoxState.Opened(NOON))) {
            assertRefused(at(BEFORE_NOON, state, NOON), LATE);
        }
    }

    @Test
    void a_bid_after_the_closing_is_not_called_late_while_an_outage_is_not_judged() {
        Instant stale = NOON.minus(OutageRule.GRACE).minusNanos(1_000);
        assertRefused(at(NOON, new BoxState.Open(), stale), OUTAGE_NOT_JUDGED);
    }

    @Test
    void a_bid_before_the_closing_counts_even_while_an_outage_is_not_judged() {
        assertAdmitted(at(BEFORE_NOON, new BoxState.Open(), NOON.minusSeconds(7_200)));
    }

    @Test
    void a_moved_closing_counts_and_not_the_first_one() {
        Box moved = new Box(terms(false), NOON.plusSeconds(3_600), NOON.plusSeconds(5_400),
                new BoxState.Open(), NOON);
        assertAdmitted(Admission.judge(moved, NOTHING, arrival(GOOD, NOON.plusSeconds(3_599))));
    }

    @Test
    void a_box_given_up_takes_nothing() {
        assertRefused(at(BEFORE_NOON, new BoxState.Abandoned(BEFORE_NOON), NOON), BOX_ABANDONED);
    }

    @Test
    void an_announced_bid_may_arrive_within_the_grace() {
        Instant last = NOON.plus(GRACE).minusNanos(1_000);
        assertAdmitted(late(ANNOUNCED, GOOD, last));
        assertRefused(late(ANNOUNCED, GOOD, NOON.plus(GRACE)), LATE);
        assertRefused(late(NOTHING, GOOD, last), LATE);
    }

    @Test
    void an_announced_bid_may_arrive_later_where_the_end_of_the_grace_was_moved() {
        Box moved = new Box(terms(false), NOON, NOON.plusSeconds(9_000), new BoxState.Open(),
                NOON.plusSeconds(8_999));
        assertAdmitted(Admission.judge(moved, ANNOUNCED, arrival(GOOD, NOON.plusSeconds(8_999))));
        assertRefused(Admission.judge(moved, NOTHING, arrival(GOOD, NOON.plusSeconds(8_999))),
                LATE);
    }

    @Test
    void only_the_envelope_announced_last_may_arrive_later() {
        assertRefused(late(before(null, null, "00".repeat(32)), GOOD, NOON), LATE);
    }

    @Test
    void an_announced_withdrawal_is_late_after_the_closing() {
        assertRefused(late(before(null, FIRST, DIGEST), withdrawal(FIRST), NOON), LATE);
    }

    @Test
    void a_bad_signature_is_told_before_everything_else() {
        Refusal altered = Refusal.at("signature", SIGNATURE_INVALID, "HASH_FAILURE");
        assertEquals(new Verdict.Refused(List.of(altered)), Admission.judge(open(), NOTHING,
                arrival(bid("x", NOTICE, BIDDER), altered, NOON.plusSeconds(1))));
    }

    @Test
    void a_bid_for_another_tender_is_refused() {
        assertRefused(judge(NOTHING, bid("t11111111111", NOTICE, BIDDER)), TENDER_DIFFERS);
    }

    @Test
    void a_bid_on_another_notice_is_refused() {
        assertRefused(judge(NOTHING, bid(TENDER, "00".repeat(32), BIDDER)), NOTICE_DIFFERS);
    }

    @Test
    void a_bid_of_another_bidder_is_refused() {
        assertRefused(judge(NOTHING, bid(TENDER, NOTICE, BUYER)), BIDDER_DIFFERS);
    }

    @Test
    void a_bid_sealed_to_other_openers_is_refused() {
        assertRefused(Admission.judge(open(), NOTHING, new Arrival(GOOD, DIGEST, Optional.empty(),
                false, BIDDER, GOOD.texts(), BEFORE_NOON)), OPENERS_DIFFER);
    }

    @Test
    void the_same_envelope_again_is_a_repeat_even_after_the_closing() {
        assertEquals(new Verdict.Repeated(), late(before(DIGEST, ID, null), GOOD,
                NOON.plusSeconds(99)));
    }

    @Test
    void a_repeat_keeps_its_receipt_when_the_certificate_expired_meanwhile() {
        assertEquals(new Verdict.Repeated(), Admission.judge(open(), before(DIGEST, ID, null),
                arrival(GOOD, Refusal.at("signature", SIGNER_EXPIRED), BEFORE_NOON)));
    }

    @Test
    void the_same_envelope_under_an_altered_signature_is_no_repeat() {
        assertRefused(Admission.judge(open(), before(DIGEST, ID, null), arrival(GOOD,
                Refusal.at("signature", SIGNATURE_INVALID, "HASH_FAILURE"), BEFORE_NOON)),
                SIGNATURE_INVALID);
    }

    @Test
    void an_id_used_with_other_content_is_refused() {
        assertRefused(judge(before("00".repeat(32), ID, null), GOOD), ID_REUSED);
    }

    @Test
    void a_second_submission_is_refused_while_a_bid_stands() {
        assertRefused(judge(STANDING, GOOD), BID_STANDS_ALREADY);
    }

    @Test
    void a_replacement_names_the_standing_bid() {
        assertAdmitted(judge(STANDING, bid(BidKind.REPLACE, FIRST)));
        assertRefused(judge(STANDING, bid(BidKind.REPLACE, OTHER)), REPLACES_ANOTHER);
        assertRefused(judge(STANDING, bid(BidKind.REPLACE, null)), REPLACES_ANOTHER);
    }

    @Test
    void nothing_is_replaced_or_withdrawn_where_nothing_stands() {
        assertRefused(judge(NOTHING, bid(BidKind.REPLACE, FIRST)), NO_BID_STANDS);
        assertRefused(judge(NOTHING, withdrawal(FIRST)), NO_BID_STANDS);
    }

    @Test
    void a_withdrawal_of_the_standing_bid_is_admitted_with_nothing_sealed_in_it() {
        assertAdmitted(judge(STANDING, withdrawal(FIRST)));
        assertRefused(judge(STANDING, bid(BidKind.WITHDRAW, FIRST)), PARTS_DIFFER);
    }

    @Test
    void a_full_box_takes_no_bid_more_but_lets_those_in_it_be_replaced_and_withdrawn() {
        int most = SealedBid.MOST_IN_A_BOX;
        Before full = new Before(Optional.empty(), Optional.empty(), Optional.empty(), most);
        Before own = new Before(Optional.empty(), Optional.of(FIRST), Optional.empty(), most);
        assertAdmitted(judge(new Before(Optional.empty(), Optional.empty(), Optional.empty(),
                most - 1), GOOD));
        assertRefused(judge(full, GOOD), BOX_FULL);
        assertRefused(judge(own, GOOD), BID_STANDS_ALREADY);
        assertAdmitted(judge(own, bid(BidKind.REPLACE, FIRST)));
        assertAdmitted(judge(own, withdrawal(FIRST)));
    }

    @Test
    void a_bid_has_exactly_the_parts_that_the_tender_asks_for() {
        SealedBid two = with(List.of(Part.TECHNICAL, Part.PRICE), List.of());
        assertRefused(judge(NOTHING, two), PARTS_DIFFER);
        Box asking = new Box(terms(true), NOON, NOON.plus(GRACE), new BoxState.Open(), BEFORE_NOON);
        assertAdmitted(Admission.judge(asking, NOTHING, arrival(two, BEFORE_NOON)));
        assertRefused(Admission.judge(asking, NOTHING, arrival(GOOD, BEFORE_NOON)), PARTS_DIFFER);
    }

    @Test
    void a_text_named_but_not_sent_is_refused() {
        assertRefused(sent(), TEXT_MISSING);
    }

    @Test
    void a_text_with_other_bytes_or_another_size_is_refused() {
        assertRefused(sent(new SealedBid.Text("bid-0", 4112, "00".repeat(32))), TEXT_DIFFERS);
        assertRefused(sent(new SealedBid.Text("bid-0", 4111, TEXT.sha256())), TEXT_DIFFERS);
    }

    @Test
    void a_text_sent_but_not_named_or_sent_twice_is_refused() {
        assertRefused(sent(TEXT, new SealedBid.Text("bid-1", 1, TEXT.sha256())), TEXT_NOT_LISTED);
        assertRefused(sent(TEXT, TEXT), TEXT_NOT_LISTED);
    }

    @Test
    void texts_that_are_too_large_together_are_refused() {
        SealedBid.Text large = new SealedBid.Text(
                "bid-0", SealedBid.MAXIMUM_BYTES_TOGETHER, TEXT.sha256());
        SealedBid.Text more = new SealedBid.Text("bid-1", 1, TEXT.sha256());
        assertAdmitted(judge(NOTHING, with(List.of(Part.BID), List.of(large))));
        assertRefused(judge(NOTHING, with(List.of(Part.BID), List.of(large, more))),
                TEXTS_TOO_LARGE);
    }

    @Test
    void an_announcement_is_taken_until_the_closing_and_not_in_the_grace() {
        assertEquals(Optional.empty(), announced(TENDER, NOTICE, BIDDER, BEFORE_NOON));
        assertEquals(Optional.of(LATE), announced(TENDER, NOTICE, BIDDER, NOON));
    }

    @Test
    void an_announcement_is_refused_for_the_reasons_of_a_bid() {
        assertEquals(Optional.of(TENDER_DIFFERS), announced("x", NOTICE, BIDDER, BEFORE_NOON));
        assertEquals(Optional.of(NOTICE_DIFFERS), announced(TENDER, "x", BIDDER, BEFORE_NOON));
        assertEquals(Optional.of(BIDDER_DIFFERS), announced(TENDER, NOTICE, "x", BEFORE_NOON));
        assertEquals(Optional.of(SIGNER_UNKNOWN), Admission.judge(open(),
                announcement("x", NOTICE, BIDDER),
                Optional.of(Refusal.at("signature", SIGNER_UNKNOWN)), BIDDER, NOON)
                .map(Refusal::code));
    }

    private static Optional<Refusal.Code> announced(
            String tender, String notice, String bidder, Instant at) {
        return Admission.judge(open(), announcement(tender, notice, bidder), Optional.empty(),
                BIDDER, at).map(Refusal::code);
    }

    private static Announcement announcement(String tender, String notice, String bidder) {
        return new Announcement(tender, notice, bidder, ID, DIGEST, NOON);
    }

    private static Verdict judge(Before before, SealedBid bid) {
        return Admission.judge(open(), before, arrival(bid, BEFORE_NOON));
    }

    private static Verdict sent(SealedBid.Text... texts) {
        return Admission.judge(open(), NOTHING, new Arrival(GOOD, DIGEST, Optional.empty(), true,
                BIDDER, List.of(texts), BEFORE_NOON));
    }

    private static Verdict at(Instant at, BoxState state, Instant lastBeat) {
        return Admission.judge(
                new Box(terms(false), NOON, NOON.plus(GRACE), state, lastBeat), NOTHING,
                arrival(GOOD, at));
    }

    private static Verdict late(Before before, SealedBid bid, Instant at) {
        return Admission.judge(new Box(terms(false), NOON, NOON.plus(GRACE), new BoxState.Open(),
                at), before, arrival(bid, at));
    }

    private static Arrival arrival(SealedBid bid, Instant at) {
        return new Arrival(bid, DIGEST, Optional.empty(), true, BIDDER, bid.texts(), at);
    }

    private static Arrival arrival(SealedBid bid, Refusal signature, Instant at) {
        return new Arrival(bid, DIGEST, Optional.of(signature), true, BIDDER, bid.texts(), at);
    }

    private static Before before(String sameId, UUID standing, String announced) {
        return new Before(Optional.ofNullable(sameId), Optional.ofNullable(standing),
                Optional.ofNullable(announced), 0);
    }

    private static Box open() {
        return new Box(terms(false), NOON, NOON.plus(GRACE), new BoxState.Open(), BEFORE_NOON);
    }

    private static BoxTerms terms(boolean twoEnvelopes) {
        return new BoxTerms(TENDER, BUYER, NOTICE, NOON, ZoneId.of("Europe/Madrid"),
                Currency.getInstance("EUR"), PriceBasis.NET, List.of(new BoxLot("1", "Chairs")),
                false, Optional.of(OpeningRuleTest.terms(twoEnvelopes)));
    }

    private static void assertAdmitted(Verdict verdict) {
        assertInstanceOf(Verdict.Admitted.class, verdict);
    }

    private static void assertRefused(Verdict verdict, BiddingRefusal code) {
        List<Refusal> refusals = assertInstanceOf(Verdict.Refused.class, verdict).refusals();
        assertEquals(List.of(code), refusals.stream().map(Refusal::code).distinct().toList());
    }

    private static SealedBid bid(BidKind kind, UUID replaces) {
        return new SealedBid(ID, TENDER, NOTICE, BIDDER, kind, Optional.ofNullable(replaces),
                List.of(Part.BID), List.of(TEXT));
    }

    private static SealedBid bid(String tender, String notice, String bidder) {
        return new SealedBid(ID, tender, notice, bidder, BidKind.SUBMIT, Optional.empty(),
                List.of(Part.BID), List.of(TEXT));
    }

    private static SealedBid with(List<Part> parts, List<SealedBid.Text> texts) {
        return new SealedBid(ID, TENDER, NOTICE, BIDDER, BidKind.SUBMIT, Optional.empty(), parts,
                texts);
    }

    private static SealedBid withdrawal(UUID of) {
        return new SealedBid(ID, TENDER, NOTICE, BIDDER, BidKind.WITHDRAW, Optional.of(of),
                List.of(), List.of());
    }
}
