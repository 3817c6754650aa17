package org.subhasta.bidding.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.subhasta.bidding.model.BiddingRefusal.*;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.model.BidStatement.LotOffer;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

class OfferTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final BidAttachment PLAN = new BidAttachment("plan.pdf", 4096, "ef".repeat(32));
    private static final BidStatement GOOD = statement(Part.BID, "EUR", "net",
            List.of(offer("2", "20.50"), offer("1", "1200")), List.of(PLAN));

    @Test
    void a_good_offer_gives_its_prices_in_the_order_of_the_lots() {
        assertEquals(List.of(), judge(GOOD));
        assertEquals(List.of(price("1", "1200.00"), price("2", "20.50")),
                Offer.prices(terms(false), GOOD));
    }

    @Test
    void a_technical_part_has_no_price() {
        BidStatement silent = statement(Part.TECHNICAL, "EUR", "net", List.of(), List.of(PLAN));
        assertEquals(List.of(), judge(silent));
        assertEquals(List.of(), Offer.prices(terms(false), silent));
        assertRefused(judge(statement(Part.TECHNICAL, "EUR", "net",
                List.of(offer("1", "1")), List.of())), PRICE_IN_TECHNICAL_PART);
    }

    @Test
    void a_price_part_is_judged_as_a_whole_bid_is() {
        assertEquals(List.of(), judge(
                statement(Part.PRICE, "EUR", "net", GOOD.lots(), List.of())));
        assertRefused(judge(statement(Part.PRICE, "EUR", "net", List.of(), List.of())),
                NO_LOT_PRICED);
    }

    @Test
    void another_currency_is_refused() {
        assertRefused(judge(statement(Part.BID, "USD", "net", GOOD.lots(), List.of())),
                CURRENCY_DIFFERS);
    }

    @Test
    void gross_prices_are_refused_where_the_tender_says_net() {
        assertRefused(judge(statement(Part.BID, "EUR", "gross", GOOD.lots(), List.of())),
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
        assertRefused(Offer.judge(terms(true), lots()), NO_LOT_PRICED);
    }

    @Test
    void all_lots_are_priced_where_the_tender_wants_all() {
        assertRefused(judge(lots(offer("1", "1"))), LOT_NOT_PRICED);
    }

    @Test
    void some_lots_suffice_where_the_tender_allows_it() {
        BidStatement some = lots(offer("2", "1"));
        assertEquals(List.of(), Offer.judge(terms(true), some));
        assertEquals(List.of(price("2", "1.00")), Offer.prices(terms(true), some));
    }

    @Test
    void more_files_than_taken_are_refused() {
        List<BidAttachment> many = new ArrayList<>();
        for (int i = 0; i <= BidStatement.MAXIMUM_ATTACHMENTS; i++) {
            many.add(new BidAttachment(i + ".pdf", 1, PLAN.digest()));
        }
        assertRefused(judge(attachments(many)), TOO_MANY_ATTACHMENTS);
    }

    @Test
    void a_name_that_is_a_path_or_cannot_be_seen_is_refused() {
        for (String name : List.of("", " ", ".", "..", ".x", "a/b", "a\\b", "a:b", "a\nb",
                "fdp\u202Eexe", "x".repeat(201))) {
            List<BidAttachment> files = List.of(new BidAttachment(name, 1, PLAN.digest()));
            assertRefused(judge(attachments(files)), ATTACHMENT_NAME_BAD);
        }
    }

    @Test
    void two_files_of_one_name_are_refused() {
        List<BidAttachment> files = List.of(PLAN, PLAN);
        assertRefused(judge(attachments(files)), ATTACHMENT_REPEATED);
    }

    @Test
    void all_faults_of_an_offer_are_told_at_once_in_order_and_in_place() {
        List<Refusal> refusals =
                judge(lots(offer("1", "0"), offer("9", "1"), offer("2", "x")));
        assertEquals(List.of(LOT_UNKNOWN, PRICE_MALFORMED, PRICE_NOT_POSITIVE),
                refusals.stream().map(Refusal::code).toList());
        assertEquals(List.of("lots[1].lot", "lots[2].price", "lots[0].price"),
                refusals.stream().map(Refusal::field).toList());
    }

    @Test
    void a_statement_never_admitted_gives_no_prices() {
        assertThrows(IllegalArgumentException.class,
                () -> Offer.prices(terms(false), lots(offer("1", "0"))));
    }

    private static List<Refusal> judge(BidStatement statement) {
        return Offer.judge(terms(false), statement);
    }

    private static void assertRefused(List<Refusal> refusals, BiddingRefusal code) {
        assertEquals(List.of(code), refusals.stream().map(Refusal::code).distinct().toList());
    }

    private static BoxTerms terms(boolean partial) {
        return new BoxTerms("t00000000000", "b00000000000", "ab".repeat(32), NOON,
                ZoneId.of("Europe/Madrid"), Currency.getInstance("EUR"), PriceBasis.NET,
                List.of(new BoxLot("1", "Chairs"), new BoxLot("2", "Tables")), partial,
                Optional.empty());
    }

    private static BidStatement statement(Part part, String currency, String prices,
            List<LotOffer> lots, List<BidAttachment> attachments) {
        return new BidStatement(UUID.fromString("0c7ddc4e-6b9f-4b56-9b6a-0d4f6f7f0001"),
                "t00000000000", "ab".repeat(32), "s00000000000", "cd".repeat(32),
                BidKind.SUBMIT, Optional.empty(), part, currency, prices, lots, attachments, NOON);
    }

    private static BidStatement lots(LotOffer... lots) {
        return statement(Part.BID, "EUR", "net", List.of(lots), List.of());
    }

    private static BidStatement attachments(List<BidAttachment> attachments) {
        return statement(Part.BID, "EUR", "net", GOOD.lots(), attachments);
    }

    private static LotOffer offer(String lot, String price) {
        return new LotOffer(lot, price);
    }

    private static LotPrice price(String lot, String price) {
        return new LotPrice(lot, Money.of(price, "EUR"));
    }
}
