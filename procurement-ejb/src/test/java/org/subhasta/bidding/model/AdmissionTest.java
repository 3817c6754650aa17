package org.subhasta.bidding.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.subhasta.bidding.model.BiddingRefusal.*;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.model.Admission.Arrival;
import org.subhasta.bidding.model.Admission.Before;
import org.subhasta.bidding.model.Admission.Box;
import org.subhasta.bidding.model.Admission.Verdict;
import org.subhasta.bidding.model.BidStatement.LotOffer;
import org.subhasta.kernel.Money;
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
    private static final BidAttachment PLAN = new BidAttachment("plan.pdf", "ef".repeat(32), 4096);
    private static final Before NOTHING = new Before(Optional.empty(), Optional.empty());
    private static final Before STANDING = new Before(Optional.empty(), Optional.of(FIRST));

    private static final BidStatement GOOD = new BidStatement(ID, TENDER, NOTICE, BIDDER,
            BidKind.SUBMIT, Optional.empty(), "EUR", "net",
            List.of(new LotOffer("2", "20.50"), new LotOffer("1", "1200")), List.of(PLAN), NOON);

    @Test
    void a_good_bid_in_time_is_admitted_with_its_prices_in_the_order_of_the_lots() {
        assertEquals(new Verdict.Admitted(List.of(price("1", "1200.00"), price("2", "20.50"))),
                judge(GOOD));
    }

    @Test
    void a_bid_a_microsecond_before_the_closing_is_in_time() {
        assertInstanceOf(Verdict.Admitted.class, at(BEFORE_NOON, new BoxState.Open(), BEFORE_NOON));
    }

    @Test
    void a_bid_at_the_closing_instant_is_late() {
        assertRefused(at(NOON, new BoxState.Open(), NOON), LATE);
    }

    @Test
    void a_bid_for_a_closed_box_is_late_whatever_the_clock_says() {
        assertRefused(at(BEFORE_NOON, new BoxState.Closed(BEFORE_NOON), NOON), LATE);
    }

    @Test
    void a_bid_after_the_closing_is_not_called_late_while_an_outage_is_not_judged() {
        Instant stale = NOON.minus(OutageRule.GRACE).minusNanos(1_000);
        assertRefused(at(NOON, new BoxState.Open(), stale), OUTAGE_NOT_JUDGED);
    }

    @Test
    void a_bid_before_the_closing_counts_even_while_an_outage_is_not_judged() {
        assertInstanceOf(Verdict.Admitted.class,
                at(BEFORE_NOON, new BoxState.Open(), NOON.minusSeconds(7_200)));
    }

    @Test
    void a_moved_closing_counts_and_not_the_first_one() {
        Box moved = new Box(terms(false), NOON.plusSeconds(3_600), new BoxState.Open(), NOON);
        assertInstanceOf(Verdict.Admitted.class,
                Admission.judge(moved, NOTHING, arrival(GOOD, NOON.plusSeconds(3_599))));
    }

    @Test
    void a_box_given_up_takes_nothing() {
        assertRefused(at(BEFORE_NOON, new BoxState.Abandoned(BEFORE_NOON), NOON), BOX_ABANDONED);
    }

    @Test
    void a_bad_signature_is_told_before_everything_else() {
        Refusal altered = Refusal.at("signature", SIGNATURE_INVALID, "HASH_FAILURE");
        Arrival arrival = new Arrival(with(s -> tender(s, "x")), DIGEST, Optional.of(altered),
                BIDDER, List.of(), NOON.plusSeconds(1));
        assertEquals(new Verdict.Refused(List.of(altered)),
                Admission.judge(open(false), NOTHING, arrival));
    }

    @Test
    void a_bid_for_another_tender_is_refused() {
        assertRefused(judge(tender(GOOD, "t11111111111")), TENDER_DIFFERS);
    }

    @Test
    void a_bid_on_another_notice_is_refused() {
        assertRefused(judge(new BidStatement(ID, TENDER, "00".repeat(32), BIDDER, GOOD.kind(),
                GOOD.replaces(), "EUR", "net", GOOD.lots(), GOOD.attachments(), NOON)),
                NOTICE_DIFFERS);
    }

    @Test
    void a_bid_of_another_bidder_is_refused() {
        assertRefused(judge(new BidStatement(ID, TENDER, NOTICE, BUYER, GOOD.kind(),
                GOOD.replaces(), "EUR", "net", GOOD.lots(), GOOD.attachments(), NOON)),
                BIDDER_DIFFERS);
    }

    @Test
    void the_same_statement_again_is_a_repeat_even_after_the_closing() {
        Before known = new Before(Optional.of(DIGEST), Optional.of(ID));
        assertEquals(new Verdict.Repeated(),
                Admission.judge(open(false), known, arrival(GOOD, NOON.plusSeconds(99))));
    }

    @Test
    void a_repeat_keeps_its_receipt_when_the_certificate_expired_meanwhile() {
        Before known = new Before(Optional.of(DIGEST), Optional.of(ID));
        Arrival expired = new Arrival(GOOD, DIGEST,
                Optional.of(Refusal.at("signature", SIGNER_EXPIRED)), BIDDER,
                List.of(PLAN), BEFORE_NOON);
        assertEquals(new Verdict.Repeated(), Admission.judge(open(false), known, expired));
    }

    @Test
    void the_same_statement_under_an_altered_signature_is_no_repeat() {
        Before known = new Before(Optional.of(DIGEST), Optional.of(ID));
        Arrival altered = new Arrival(GOOD, DIGEST,
                Optional.of(Refusal.at("signature", SIGNATURE_INVALID, "HASH_FAILURE")), BIDDER,
                List.of(PLAN), BEFORE_NOON);
        assertRefused(Admission.judge(open(false), known, altered), SIGNATURE_INVALID);
    }

    @Test
    void an_id_used_with_other_content_is_refused() {
        Before known = new Before(Optional.of("00".repeat(32)), Optional.of(ID));
        assertRefused(Admission.judge(open(false), known, arrival(GOOD, BEFORE_NOON)), ID_REUSED);
    }

    @Test
    void a_second_submission_is_refused_while_a_bid_stands() {
        assertRefused(judge(STANDING, GOOD), BID_STANDS_ALREADY);
    }

    @Test
    void a_replacement_names_the_standing_bid() {
        assertInstanceOf(Verdict.Admitted.class, judge(STANDING, kind(BidKind.REPLACE, FIRST)));
        assertRefused(judge(STANDING, kind(BidKind.REPLACE, OTHER)), REPLACES_ANOTHER);
        assertRefused(judge(STANDING, kind(BidKind.REPLACE, null)), REPLACES_ANOTHER);
    }

    @Test
    void nothing_is_replaced_or_withdrawn_where_nothing_stands() {
        assertRefused(judge(kind(BidKind.REPLACE, FIRST)), NO_BID_STANDS);
        assertRefused(judge(withdrawal(FIRST, List.of())), NO_BID_STANDS);
    }

    @Test
    void a_withdrawal_of_the_standing_bid_is_admitted_without_prices() {
        assertEquals(new Verdict.Admitted(List.of()),
                judge(STANDING, List.of(), withdrawal(FIRST, List.of())));
    }

    @Test
    void a_withdrawal_that_offers_something_is_refused() {
        assertRefused(judge(STANDING, List.of(), withdrawal(FIRST, GOOD.lots())),
                WITHDRAWAL_WITH_OFFER);
    }

    @Test
    void another_currency_is_refused() {
        assertRefused(judge(new BidStatement(ID, TENDER, NOTICE, BIDDER, GOOD.kind(),
                GOOD.replaces(), "USD", "net", GOOD.lots(), GOOD.attachments(), NOON)),
                CURRENCY_DIFFERS);
    }

    @Test
    void gross_prices_are_refused_where_the_tender_says_net() {
        assertRefused(judge(new BidStatement(ID, TENDER, NOTICE, BIDDER, GOOD.kind(),
                GOOD.replaces(), "EUR", "gross", GOOD.lots(), GOOD.attachments(), NOON)),
                PRICE_BASIS_DIFFERS);
    }

    @Test
    void a_lot_the_tender_does_not_have_is_refused() {
        assertRefused(judge(lots(offer("1", "1"), offer("2", "1"), offer("3", "1"))), LOT_UNKNOWN);
    }

    @Test
    void a_lot_priced_twice_is_refused() {
        assertRefused(judge(lots(offer("1", "1"), offer("2", "1"), offer("2", "1"))), LOT_REPEATED);
    }

    @Test
    void a_price_that_is_no_plain_number_is_refused() {
        for (String price : List.of("", "1e3", "1,5", "+1", "1.", ".5", "one", " 1", "0x1", "1 000")) {
            assertRefused(judge(lots(offer("1", price), offer("2", "1"))), PRICE_MALFORMED);
        }
    }

    @Test
    void a_price_with_more_decimals_than_the_currency_is_refused() {
        assertRefused(judge(lots(offer("1", "1.001"), offer("2", "1"))), PRICE_TOO_PRECISE);
    }

    @Test
    void a_price_with_too_many_digits_is_refused() {
        assertRefused(judge(lots(offer("1", "1000000000000"), offer("2", "1"))), PRICE_TOO_LONG);
    }

    @Test
    void the_largest_prices_of_the_most_lots_still_make_a_sum() {
        Money largest = Money.of("999999999999.99", "EUR");
        Money sum = Money.zero(Currency.getInstance("EUR"));
        for (int i = 0; i < BoxTerms.MAXIMUM_LOTS; i++) {
            sum = sum.plus(largest);
        }
        assertEquals("1999999999999980.00", sum.decimal());
    }

    @Test
    void a_price_of_nothing_or_less_is_refused() {
        assertRefused(judge(lots(offer("1", "0.00"), offer("2", "1"))), PRICE_NOT_POSITIVE);
        assertRefused(judge(lots(offer("1", "-1"), offer("2", "1"))), PRICE_NOT_POSITIVE);
    }

    @Test
    void a_bid_without_any_price_is_refused() {
        assertRefused(Admission.judge(open(true), NOTHING, arrival(lots(), BEFORE_NOON)),
                NO_LOT_PRICED);
    }

    @Test
    void all_lots_are_priced_where_the_tender_wants_all() {
        assertRefused(judge(lots(offer("1", "1"))), LOT_NOT_PRICED);
    }

    @Test
    void some_lots_suffice_where_the_tender_allows_it() {
        assertEquals(new Verdict.Admitted(List.of(price("2", "1.00"))), Admission.judge(
                open(true), NOTHING, arrival(lots(offer("2", "1")), BEFORE_NOON)));
    }

    @Test
    void more_files_than_taken_are_refused() {
        List<BidAttachment> many = new ArrayList<>();
        for (int i = 0; i <= BidStatement.MAXIMUM_ATTACHMENTS; i++) {
            many.add(new BidAttachment(i + ".pdf", PLAN.sha256(), 1));
        }
        assertRefused(judge(NOTHING, many, attachments(many)), TOO_MANY_ATTACHMENTS);
    }

    @Test
    void a_file_larger_than_taken_is_refused() {
        BidAttachment large = new BidAttachment("l", PLAN.sha256(), BidAttachment.MAXIMUM_BYTES + 1);
        assertRefused(judge(NOTHING, List.of(large), attachments(List.of(large))),
                ATTACHMENT_TOO_LARGE);
    }

    @Test
    void files_that_are_too_large_together_are_refused() {
        List<BidAttachment> five = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            five.add(new BidAttachment(i + ".pdf", PLAN.sha256(), BidAttachment.MAXIMUM_BYTES));
        }
        assertRefused(judge(NOTHING, five, attachments(five)), ATTACHMENTS_TOO_LARGE);
        List<BidAttachment> four = five.subList(0, 4);
        assertInstanceOf(Verdict.Admitted.class, judge(NOTHING, four, attachments(four)));
    }

    @Test
    void a_name_that_is_a_path_or_cannot_be_seen_is_refused() {
        for (String name : List.of("", " ", ".", "..", ".x", "a/b", "a\\b", "a:b", "a\nb",
                "fdp\u202Eexe", "x".repeat(201))) {
            List<BidAttachment> files = List.of(new BidAttachment(name, PLAN.sha256(), 1));
            assertRefused(judge(NOTHING, files, attachments(files)), ATTACHMENT_NAME_BAD);
        }
    }

    @Test
    void two_files_of_one_name_are_refused() {
        List<BidAttachment> files = List.of(PLAN, PLAN);
        assertEquals(ATTACHMENT_REPEATED, first(judge(NOTHING, files, attachments(files))));
    }

    @Test
    void a_file_named_but_not_sent_is_refused() {
        assertRefused(judge(NOTHING, List.of(), GOOD), ATTACHMENT_MISSING);
    }

    @Test
    void a_file_with_other_bytes_or_another_size_is_refused() {
        BidAttachment other = new BidAttachment(PLAN.name(), "00".repeat(32), PLAN.size());
        BidAttachment shorter = new BidAttachment(PLAN.name(), PLAN.sha256(), 4095);
        assertRefused(judge(NOTHING, List.of(other), GOOD), ATTACHMENT_DIFFERS);
        assertRefused(judge(NOTHING, List.of(shorter), GOOD), ATTACHMENT_DIFFERS);
    }

    @Test
    void a_file_sent_but_not_named_is_refused() {
        BidAttachment extra = new BidAttachment("extra.pdf", PLAN.sha256(), 1);
        assertRefused(judge(NOTHING, List.of(PLAN, extra), GOOD), ATTACHMENT_NOT_LISTED);
        assertRefused(judge(NOTHING, List.of(PLAN, PLAN), GOOD), ATTACHMENT_NOT_LISTED);
    }

    @Test
    void all_faults_of_an_offer_are_told_at_once_in_order_and_in_place() {
        Verdict verdict = judge(lots(offer("1", "0"), offer("9", "1"), offer("2", "x")));
        List<Refusal> refusals = assertInstanceOf(Verdict.Refused.class, verdict).refusals();
        assertEquals(List.of(LOT_UNKNOWN, PRICE_MALFORMED, PRICE_NOT_POSITIVE),
                refusals.stream().map(Refusal::code).toList());
        assertEquals(List.of("lots[1].lot", "lots[2].price", "lots[0].price"),
                refusals.stream().map(Refusal::field).toList());
    }

    @Test
    void an_admitted_statement_gives_its_prices_again() {
        assertEquals(List.of(price("1", "1200.00"), price("2", "20.50")),
                Offer.prices(terms(false), GOOD));
        assertEquals(List.of(), Offer.prices(terms(false), withdrawal(FIRST, List.of())));
    }

    @Test
    void a_statement_never_admitted_gives_no_prices() {
        assertThrows(IllegalArgumentException.class,
                () -> Offer.prices(terms(false), lots(offer("1", "0"))));
    }

    private static Verdict judge(BidStatement statement) {
        return judge(NOTHING, statement);
    }

    private static Verdict judge(Before before, BidStatement statement) {
        return judge(before, statement.attachments(), statement);
    }

    private static Verdict judge(Before before, List<BidAttachment> files, BidStatement statement) {
        return Admission.judge(open(false), before, new Arrival(
                statement, DIGEST, Optional.empty(), BIDDER, files, BEFORE_NOON));
    }

    private static Verdict at(Instant at, BoxState state, Instant lastBeat) {
        return Admission.judge(new Box(terms(false), NOON, state, lastBeat), NOTHING,
                arrival(GOOD, at));
    }

    private static Arrival arrival(BidStatement statement, Instant at) {
        return new Arrival(statement, DIGEST, Optional.empty(), BIDDER, statement.attachments(), at);
    }

    private static Box open(boolean partial) {
        return new Box(terms(partial), NOON, new BoxState.Open(), BEFORE_NOON);
    }

    private static BoxTerms terms(boolean partial) {
        return new BoxTerms(TENDER, BUYER, NOTICE, NOON, ZoneId.of("Europe/Madrid"),
                Currency.getInstance("EUR"), PriceBasis.NET,
                List.of(new BoxLot("1", "Chairs"), new BoxLot("2", "Tables")), partial);
    }

    private static void assertRefused(Verdict verdict, BiddingRefusal code) {
        List<Refusal> refusals = assertInstanceOf(Verdict.Refused.class, verdict).refusals();
        assertEquals(List.of(code), refusals.stream().map(Refusal::code).distinct().toList());
    }

    private static Refusal.Code first(Verdict verdict) {
        return assertInstanceOf(Verdict.Refused.class, verdict).refusals().getFirst().code();
    }

    private static BidStatement with(UnaryOperator<BidStatement> change) {
        return change.apply(GOOD);
    }

    private static BidStatement tender(BidStatement s, String tender) {
        return new BidStatement(s.id(), tender, s.notice(), s.bidder(), s.kind(), s.replaces(),
                s.currency(), s.prices(), s.lots(), s.attachments(), s.madeAt());
    }

    private static BidStatement kind(BidKind kind, UUID replaces) {
        return new BidStatement(ID, TENDER, NOTICE, BIDDER, kind, Optional.ofNullable(replaces),
                "EUR", "net", GOOD.lots(), GOOD.attachments(), NOON);
    }

    private static BidStatement withdrawal(UUID of, List<LotOffer> lots) {
        return new BidStatement(ID, TENDER, NOTICE, BIDDER, BidKind.WITHDRAW, Optional.of(of),
                "EUR", "net", lots, List.of(), NOON);
    }

    private static BidStatement lots(LotOffer... lots) {
        return new BidStatement(ID, TENDER, NOTICE, BIDDER, BidKind.SUBMIT, Optional.empty(),
                "EUR", "net", List.of(lots), GOOD.attachments(), NOON);
    }

    private static BidStatement attachments(List<BidAttachment> attachments) {
        return new BidStatement(ID, TENDER, NOTICE, BIDDER, BidKind.SUBMIT, Optional.empty(),
                "EUR", "net", GOOD.lots(), attachments, NOON);
    }

    private static LotOffer offer(String lot, String price) {
        return new LotOffer(lot, price);
    }

    private static LotPrice price(String lot, String price) {
        return new LotPrice(lot, Money.of(price, "EUR"));
    }
}
