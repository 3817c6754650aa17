package org.subhasta.tendering.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subhasta.bidding.model.Opener;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.PriceBasis;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

class AdmissionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Notice.Buyer BUYER =
            new Notice.Buyer("0123456789ab", "Alder Bay", "ES-CIF", "P0100000A");
    private static final Map<String, Classification> VOCABULARY = Map.of(
            "34144431", new Classification("34144431", "Suction-sweeping vehicles"),
            "31158000", new Classification("31158000", "Chargers"));

    private static final Draft.Opening OPENING =
            new Draft.Opening(List.of("sofia", "jonas", "elif"), "2", "two", "30", "7");
    /** Jonas' certificates end in January, and Max has none. */
    private static final OpeningAdmission.Openers OPENERS = new OpeningAdmission.Openers() {

        @Override
        public Optional<OpeningAdmission.Candidate> find(String person) {
            Opener opener = new Opener(person, "Name of " + person, "Alder Bay", "AAAA");
            return switch (person) {
                case "sofia", "elif", "priya" -> Optional.of(new OpeningAdmission.Candidate(
                        person, Optional.of(opener), NOW.plus(Duration.ofDays(365))));
                case "jonas" -> Optional.of(new OpeningAdmission.Candidate(
                        person, Optional.of(opener), Instant.parse("2027-01-01T00:00:00Z")));
                case "max" -> Optional.of(new OpeningAdmission.Candidate(
                        person, Optional.empty(), NOW));
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<String> fingerprint(List<Opener> openers, int threshold) {
            return openers.stream().anyMatch(opener -> opener.person().equals("priya"))
                    ? Optional.empty() : Optional.of("ab".repeat(32));
        }
    };

    @Test
    void the_committee_chosen_is_published_with_its_rules() {
        OpeningTerms opening = admitted(complete()).opening().orElseThrow();
        assertEquals(2, opening.committee().threshold());
        assertEquals(List.of("sofia", "jonas", "elif"),
                opening.committee().openers().stream().map(Opener::person).toList());
        assertTrue(opening.twoEnvelopes());
        assertEquals(Duration.ofMinutes(30), opening.grace());
        assertEquals(Duration.ofDays(7), opening.period());
    }

    @Test
    void a_committee_consists_of_several_different_openers_with_keys() {
        assertOpening("openers", TenderingRefusal.OPENER_UNKNOWN, List.of("sofia", "nobody"), "2");
        assertOpening("openers", TenderingRefusal.OPENER_UNKNOWN, List.of("sofia", "sofia"), "2");
        assertOpening("openers", TenderingRefusal.OPENER_WITHOUT_KEYS, List.of("max", "elif"), "2");
        assertOpening("openers", TenderingRefusal.OPENERS_SHARE_KEY, List.of("priya", "elif"), "2");
        assertOpening("openers", TenderingRefusal.COMMITTEE_TOO_LARGE,
                IntStream.range(0, 16).mapToObj(i -> "p" + i).toList(), "2");
    }

    @Test
    void of_a_committee_two_to_all_open() {
        for (String threshold : List.of("", "1", "3", "two", "-2", "2.0")) {
            assertOpening("threshold", TenderingRefusal.THRESHOLD_UNFIT,
                    List.of("sofia", "elif"), threshold);
        }
    }

    @Test
    void keys_are_valid_until_the_last_opening_may_be_over() {
        assertEquals(Map.of(), refused(opening(new Draft.Opening(
                OPENING.openers(), "2", "one", "30", "14"))));
        assertEquals(Map.of("opening.openers", TenderingRefusal.OPENER_WITHOUT_KEYS), refused(
                opening(new Draft.Opening(OPENING.openers(), "2", "two", "30", "14"))));
    }

    @Test
    void envelopes_grace_and_period_are_within_their_limits() {
        assertEquals(Map.of("opening.envelopes", TenderingRefusal.ENVELOPES_MISSING,
                "opening.graceMinutes", TenderingRefusal.GRACE_UNREADABLE,
                "opening.periodDays", TenderingRefusal.OPENING_PERIOD_UNREADABLE), refused(opening(
                        new Draft.Opening(List.of("sofia", "elif"), "2", "", "121", "0"))));
        assertEquals(Map.of("opening.periodDays", TenderingRefusal.OPENING_PERIOD_UNREADABLE),
                refused(opening(new Draft.Opening(
                        List.of("sofia", "elif"), "2", "one", "0", "31"))));
    }

    private static void assertOpening(
            String field, TenderingRefusal code, List<String> openers, String threshold) {
        assertEquals(Map.of("opening." + field, code), refused(opening(
                new Draft.Opening(openers, threshold, "one", "30", "7"))));
    }

    private static Draft opening(Draft.Opening opening) {
        return complete().withOpening(opening);
    }

    @Test
    void a_complete_draft_becomes_a_notice_with_everything_in_it() {
        Notice notice = admitted(complete());
        assertEquals("Electric street sweepers", notice.title());
        assertEquals(Instant.parse("2026-12-17T11:00:00Z"), notice.deadline().instant());
        assertEquals(PriceBasis.NET, notice.prices());
        assertEquals(Optional.of(Money.of("1240000.00", "EUR")), notice.value());
        assertEquals(Optional.of(new BigDecimal("6")), notice.lots().getFirst().quantity());
        assertEquals("Chargers", notice.lots().get(1).classification().orElseThrow().label());
        assertTrue(notice.partialBids());
        assertEquals(NOW, notice.publishedAt());
    }

    @Test
    void an_empty_draft_is_told_all_that_is_missing_at_once_each_at_its_field() {
        assertEquals(Map.of(
                "title", TenderingRefusal.TITLE_MISSING,
                "description", TenderingRefusal.DESCRIPTION_MISSING,
                "classification", TenderingRefusal.CLASSIFICATION_MISSING,
                "prices", TenderingRefusal.PRICES_MISSING,
                "closesOn", TenderingRefusal.DEADLINE_MISSING,
                "closesAt", TenderingRefusal.DEADLINE_TIME_MISSING,
                "opening.openers", TenderingRefusal.COMMITTEE_MISSING,
                "opening.threshold", TenderingRefusal.THRESHOLD_UNFIT), refused(Draft.blank("EUR", "UTC")));
    }

    @Test
    void a_tender_that_is_not_divided_names_its_only_lot_itself() {
        Draft draft = with(complete(), List.of(Draft.DraftLot.blank("1")));
        Notice notice = admitted(draft);
        assertEquals(notice.title(), notice.lots().getFirst().title());
        assertFalse(notice.partialBids(), "there is nothing to bid for in part");
    }

    @Test
    void of_several_lots_each_has_a_name() {
        List<Draft.DraftLot> lots = new ArrayList<>(complete().lots());
        lots.add(Draft.DraftLot.blank("3"));
        assertEquals(Map.of("lots[2].title", TenderingRefusal.LOT_TITLE_MISSING),
                refused(with(complete(), lots)));
    }

    @Test
    void two_lots_never_share_an_id() {
        Draft.DraftLot lot = complete().lots().getFirst();
        assertEquals(Map.of("lots[1].title", TenderingRefusal.LOT_ID_REPEATED),
                refused(with(complete(), List.of(lot, lot))));
    }

    @Test
    void a_tender_has_at_least_one_lot_and_at_most_two_hundred() {
        assertEquals(Map.of("lots", TenderingRefusal.LOT_MISSING),
                refused(with(complete(), List.of())));
        assertEquals(Map.of("lots", TenderingRefusal.TOO_MANY_LOTS),
                refused(with(complete(), IntStream.range(0, 201)
                        .mapToObj(i -> Draft.DraftLot.blank("" + i)).toList())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "0", "0.00", "1e5", "12,50", "abc", "1.234", "NaN",
        "1000000000000000000000"})
    void an_estimate_is_a_positive_amount_of_the_currency(String typed) {
        assertEquals(Map.of("lots[0].estimatedValue", TenderingRefusal.ESTIMATE_UNREADABLE),
                refused(with(complete(), List.of(lot("1", "6", typed)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"980 000.00", "980\u202f000.00", " 980000 "})
    void digits_may_be_grouped_by_spaces(String typed) {
        assertEquals(Optional.of(Money.of("980000.00", "EUR")),
                admitted(with(complete(), List.of(lot("1", "6", typed)))).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "a few", "1,5"})
    void a_quantity_is_a_positive_number(String typed) {
        assertEquals(Map.of("lots[0].quantity", TenderingRefusal.QUANTITY_UNREADABLE),
                refused(with(complete(), List.of(lot("1", typed, "")))));
    }

    @Test
    void a_value_of_the_whole_is_told_only_where_every_lot_has_one() {
        assertEquals(Optional.empty(), admitted(with(complete(),
                List.of(lot("1", "", "100.00"), lot("2", "", "")))).value());
    }

    @Test
    void a_class_nobody_knows_is_refused_wherever_it_stands() {
        Draft draft = complete();
        Draft wrong = new Draft(draft.title(), draft.description(), "", "00000000",
                List.of("99999999"), "net", true, "EUR", draft.closesOn(), draft.closesAt(),
                draft.zone(), List.of(new Draft.DraftLot("1", "One", "", "", "", "1234", "",
                        false)),
                List.of(), OPENING);
        assertEquals(Map.of("classification", TenderingRefusal.CLASSIFICATION_UNKNOWN,
                "additional", TenderingRefusal.CLASSIFICATION_UNKNOWN,
                "lots[0].classification", TenderingRefusal.CLASSIFICATION_UNKNOWN),
                refused(wrong));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EURO", "XXX", "XAU", "eur"})
    void prices_are_in_a_currency_that_people_pay_in(String currency) {
        Draft draft = complete();
        assertEquals(TenderingRefusal.CURRENCY_UNKNOWN, refused(new Draft(draft.title(),
                draft.description(), "", draft.classification(), List.of(), "net", true, currency,
                draft.closesOn(), draft.closesAt(), draft.zone(), draft.lots(),
                List.of(), OPENING)).get("currency"));
    }

    @Test
    void a_deadline_lies_ahead_but_not_by_years() {
        assertEquals(Map.of("closesOn", TenderingRefusal.DEADLINE_PAST),
                refused(closing("2026-11-22", "11:00")), "the very instant is past");
        assertTrue(admitted(closing("2026-11-22", "11:01")).deadline().instant().isAfter(NOW));
        assertEquals(Map.of("closesOn", TenderingRefusal.DEADLINE_TOO_FAR),
                refused(closing("2036-11-22", "11:00")));
    }

    @Test
    void a_text_nobody_would_read_is_too_long() {
        Draft draft = complete();
        assertEquals(Map.of("title", TenderingRefusal.TEXT_TOO_LONG,
                "description", TenderingRefusal.TEXT_TOO_LONG), refused(new Draft(
                        "t".repeat(301), "d".repeat(20_001), "", draft.classification(), List.of(),
                        "net", true, "EUR", draft.closesOn(), draft.closesAt(), draft.zone(),
                        draft.lots(), List.of(), OPENING)));
    }

    @Test
    void a_tender_has_at_most_fifty_documents() {
        List<TenderDocument> most = IntStream.range(0, Admission.MOST_DOCUMENTS)
                .mapToObj(i -> new TenderDocument("ab".repeat(32), i + ".pdf", "", 1,
                        "application/pdf")).toList();
        assertEquals(Map.of(), refused(complete().withDocuments(most)));
        List<TenderDocument> more = new ArrayList<>(most);
        more.add(most.getFirst());
        assertEquals(Map.of("documents", TenderingRefusal.TOO_MANY_DOCUMENTS),
                refused(complete().withDocuments(more)));
    }

    private static Draft complete() {
        return new Draft("Electric street sweepers", "Six sweepers and twelve charging points.",
                "Alder Bay", "34144431", List.of("31158000"), "net", true, "EUR", "2026-12-17",
                "12:00", "Europe/Madrid", List.of(
                        new Draft.DraftLot("1", "Sweepers", "", "6", "pieces", "", "980000",
                                false),
                        new Draft.DraftLot("2", "Charging points", "", "12", "pieces",
                                "31158000", "260 000.00", true)), List.of(), OPENING);
    }

    private static Draft.DraftLot lot(String id, String quantity, String estimate) {
        return new Draft.DraftLot(id, "Lot " + id, "", quantity, "", "", estimate, false);
    }

    private static Draft with(Draft draft, List<Draft.DraftLot> lots) {
        return new Draft(draft.title(), draft.description(), draft.place(),
                draft.classification(), draft.additional(), draft.prices(), draft.partialBids(),
                draft.currency(), draft.closesOn(), draft.closesAt(), draft.zone(), lots,
                draft.documents(), draft.opening());
    }

    private static Draft closing(String date, String time) {
        Draft draft = complete();
        return new Draft(draft.title(), draft.description(), draft.place(),
                draft.classification(), draft.additional(), draft.prices(), true,
                draft.currency(), date, time, draft.zone(), draft.lots(), draft.documents(),
                OPENING);
    }

    private static Notice admitted(Draft draft) {
        return assertInstanceOf(Outcome.Done.class, judge(draft)).value() instanceof Notice notice
                ? notice : null;
    }

    private static Map<String, Refusal.Code> refused(Draft draft) {
        Map<String, Refusal.Code> refusals = new TreeMap<>();
        if (judge(draft) instanceof Outcome.Refused<Notice>(List<Refusal> reasons)) {
            reasons.forEach(reason -> refusals.put(reason.field(), reason.code()));
        }
        return refusals;
    }

    private static Outcome<Notice> judge(Draft draft) {
        return Admission.judge("abcdefgh1234", draft, BUYER, NOW,
                code -> Optional.ofNullable(VOCABULARY.get(code)), OPENERS);
    }
}
