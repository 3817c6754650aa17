package org.subhasta.eligibility.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.eligibility.model.EligibilityRefusal.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.subhasta.kernel.Outcome;

class ExclusionTest {

    private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Test
    void one_of_an_authority_is_in_force_from_its_record_until_its_end_which_is_over() {
        Exclusion one = made(Scope.AUTHORITY, Optional.empty(), Optional.of(LATER));
        assertFalse(one.isInForce(NOW.minusNanos(1000)));
        assertTrue(one.isInForce(NOW));
        assertTrue(one.isInForce(LATER.minusNanos(1000)));
        assertFalse(one.isInForce(LATER));
    }

    @Test
    void one_of_the_platform_counts_once_another_person_confirms_it() {
        Exclusion one = made(Scope.PLATFORM, Optional.empty(), Optional.of(LATER));
        assertFalse(one.isInForce(NOW));
        refused(EXCLUSION_SAME_PERSON, one.confirm("mara", NOW));
        refused(EXCLUSION_WAITING, one.lift("mara", "why", NOW));
        refused(EXCLUSION_OVER, one.confirm("nils", LATER));
        Exclusion confirmed = done(one.confirm("nils", NOW.plusSeconds(60)));
        assertFalse(confirmed.isInForce(NOW.plusSeconds(59)));
        assertTrue(confirmed.isInForce(NOW.plusSeconds(60)));
        refused(EXCLUSION_DECIDED, confirmed.confirm("olga", LATER));
        refused(EXCLUSION_DECIDED, confirmed.decline("olga", "why", LATER));
        Exclusion declined = done(one.decline("nils", "Not proven", NOW));
        assertFalse(declined.isInForce(NOW));
        refused(EXCLUSION_DECIDED, declined.confirm("olga", NOW));
    }

    @Test
    void a_ground_of_national_law_needs_its_article_and_all_need_a_reason() {
        refused(EXCLUSION_GROUND, of(Ground.NATIONAL, " ", "why"));
        refused(EXCLUSION_GROUND, of(null, "", "why"));
        refused(EXCLUSION_REASON, of(Ground.TAXES, "", " "));
        refused(EXCLUSION_REASON, of(Ground.TAXES, "", "x".repeat(2001)));
        refused(EXCLUSION_REASON, of(Ground.TAXES, "", "a\0b"));
        refused(EXCLUSION_REASON, of(Ground.TAXES, "", "a\fb"));
        assertEquals("a\r\n\tb", done(of(Ground.TAXES, "", "a\r\n\tb")).reason());
        assertEquals("Directive 2014/24/EU, article 57(2); § 123 GWB",
                done(of(Ground.TAXES, "§ 123 GWB", "why")).cited());
        assertEquals("Act 7", done(of(Ground.NATIONAL, "Act 7", "why")).cited());
    }

    @Test
    void none_begins_before_its_record_or_ends_before_it_begins() {
        refused(EXCLUSION_PERIOD, asked(Scope.AUTHORITY,
                Optional.of(NOW.minusNanos(1000)), Optional.empty()));
        refused(EXCLUSION_PERIOD, asked(Scope.AUTHORITY, Optional.of(LATER), Optional.of(LATER)));
    }

    @Test
    void lifting_ends_it_and_the_appeal_but_not_what_is_over() {
        Exclusion one = made(Scope.AUTHORITY, Optional.empty(), Optional.of(LATER));
        refused(EXCLUSION_REASON, one.lift("mara", "", NOW));
        refused(EXCLUSION_OVER, one.lift("mara", "why", LATER));
        Exclusion appealed = done(one.appeal(TODAY, "At the court", TODAY, TODAY, NOW));
        assertTrue(appealed.isInForce(NOW));
        refused(APPEAL_OPEN, appealed.appeal(TODAY, "", TODAY, TODAY, NOW));
        Exclusion lifted = done(appealed.lift("mara", "Upheld by the court", NOW.plusSeconds(5)));
        assertTrue(lifted.isInForce(NOW.plusSeconds(4)));
        assertFalse(lifted.isInForce(NOW.plusSeconds(5)));
        assertEquals(Appeal.Outcome.LIFTED, lifted.appeal().orElseThrow().outcome());
        refused(EXCLUSION_OVER, lifted.lift("mara", "again", NOW.plusSeconds(6)));
    }

    @Test
    void an_appeal_has_a_day_between_the_record_and_today_and_may_fail() {
        Exclusion one = made(Scope.AUTHORITY, Optional.empty(), Optional.empty());
        refused(APPEAL_DAY, one.appeal(null, "", TODAY, TODAY, NOW));
        refused(APPEAL_DAY, one.appeal(TODAY.plusDays(1), "", TODAY, TODAY, NOW));
        refused(APPEAL_DAY, one.appeal(TODAY.minusDays(1), "", TODAY, TODAY, NOW));
        refused(APPEAL_NONE, one.uphold(""));
        Exclusion upheld = done(done(one.appeal(TODAY, "", TODAY, TODAY, NOW)).uphold("Judgment 4"));
        assertEquals(new Appeal(TODAY, Appeal.Outcome.UPHELD, "Judgment 4"),
                upheld.appeal().orElseThrow());
        assertTrue(upheld.isInForce(LATER));
    }

    @Test
    void a_list_has_a_name_and_days() {
        refused(LIST_NAME, ListTerms.of(" ", "", TODAY, Optional.empty()));
        refused(LIST_CATEGORIES, ListTerms.of("a", "x".repeat(2001), TODAY, Optional.empty()));
        refused(LIST_PERIOD, ListTerms.of("a", "", null, Optional.empty()));
        refused(LIST_PERIOD, ListTerms.of("a", "", TODAY, Optional.of(TODAY.minusDays(1))));
        assertEquals(LIST_REASON, ListTerms.unreasoned("").orElseThrow().code());
        ListTerms one = done(ListTerms.of("a", "", TODAY, Optional.of(TODAY)));
        assertTrue(one.isValidOn(TODAY));
        assertFalse(one.isValidOn(TODAY.plusDays(1)));
        assertFalse(one.isValidOn(TODAY.minusDays(1)));
    }

    private static Outcome<Exclusion> of(Ground ground, String law, String reason) {
        return Exclusion.of(new Exclusion.Asked("supplier", Scope.AUTHORITY, ground, law, reason,
                Optional.empty(), Optional.empty()), "authority", "mara", NOW);
    }

    private static Outcome<Exclusion> asked(
            Scope scope, Optional<Instant> from, Optional<Instant> until) {
        return Exclusion.of(new Exclusion.Asked("supplier", scope, Ground.TAXES, "", "why", from,
                until), "authority", "mara", NOW);
    }

    private static Exclusion made(Scope scope, Optional<Instant> from, Optional<Instant> until) {
        return done(asked(scope, from, until));
    }

    private static <T> T done(Outcome<T> outcome) {
        return ((Outcome.Done<T>) assertInstanceOf(Outcome.Done.class, outcome)).value();
    }

    private static void refused(EligibilityRefusal code, Outcome<?> outcome) {
        assertEquals(code, assertInstanceOf(Outcome.Refused.class, outcome).first().code());
    }
}
