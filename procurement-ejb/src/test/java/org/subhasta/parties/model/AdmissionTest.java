package org.subhasta.parties.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

class AdmissionTest {

    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final Admission ENROLLED = new Admission.Enrolled(AT);
    private static final Admission APPROVED = new Admission.Approved(AT, "officer");
    private static final Admission REFUSED = new Admission.Refused(AT, "officer", "Not yours.");
    private static final Admission WITHDRAWN = new Admission.Withdrawn(AT, "holder");

    @Test
    void an_enrolled_certificate_is_approved_refused_or_withdrawn() {
        assertEquals(Outcome.done(APPROVED), ENROLLED.approve(AT, "officer"));
        assertEquals(Outcome.done(REFUSED), ENROLLED.refuse(AT, "officer", "Not yours."));
        assertEquals(Outcome.done(WITHDRAWN), ENROLLED.withdraw(AT, "holder"));
    }

    @Test
    void an_approved_one_can_only_be_withdrawn() {
        assertEquals(Outcome.done(WITHDRAWN), APPROVED.withdraw(AT, "holder"));
        assertState("approved", APPROVED.approve(AT, "other"));
        assertState("approved", APPROVED.refuse(AT, "other", "Too late."));
    }

    @Test
    void a_refusal_needs_a_reason() {
        assertEquals(List.of(Refusal.at("reason", PartiesRefusal.FIELD_REQUIRED)),
                assertInstanceOf(Outcome.Refused.class, ENROLLED.refuse(AT, "officer", null))
                        .refusals());
    }

    @Test
    void what_was_refused_or_withdrawn_stays_so() {
        assertState("refused", REFUSED.approve(AT, "officer"));
        assertState("refused", REFUSED.withdraw(AT, "holder"));
        assertState("withdrawn", WITHDRAWN.approve(AT, "officer"));
        assertState("withdrawn", WITHDRAWN.withdraw(AT, "holder"));
        assertState("withdrawn", WITHDRAWN.refuse(AT, "officer", "Why not."));
    }

    private static void assertState(String state, Outcome<?> outcome) {
        assertEquals(List.of(Refusal.of(PartiesRefusal.PARTY_STATE, state)),
                assertInstanceOf(Outcome.Refused.class, outcome).refusals());
    }
}
