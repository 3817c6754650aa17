package org.subhasta.parties.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

class RegistrationTest {

    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final Registration WAITING = new Registration.Registered(AT.minusSeconds(60));
    private static final Registration APPROVED = new Registration.Approved(AT, "officer");
    private static final Registration RETURNED =
            new Registration.Returned(AT, "officer", "The number is another company's.");

    @Test
    void an_officer_approves_what_waits() {
        assertEquals(Outcome.done(new Registration.Approved(AT, "officer")),
                WAITING.approve(AT, "officer"));
    }

    @Test
    void an_officer_returns_what_waits_and_says_why() {
        assertEquals(Outcome.done(new Registration.Returned(AT, "officer", "Wrong number.")),
                WAITING.giveBack(AT, "officer", " Wrong number. "));
    }

    @Test
    void nothing_is_returned_without_a_reason() {
        assertRefused(WAITING.giveBack(AT, "officer", "  "),
                Refusal.at("reason", PartiesRefusal.FIELD_REQUIRED));
    }

    @Test
    void what_was_returned_is_registered_again_before_it_is_approved() {
        assertRefused(RETURNED.approve(AT, "officer"),
                Refusal.of(PartiesRefusal.PARTY_STATE, "returned"));
        assertEquals(Outcome.done(new Registration.Registered(AT)), RETURNED.again(AT));
    }

    @Test
    void what_was_approved_stays_approved() {
        assertRefused(APPROVED.giveBack(AT, "officer", "Changed my mind."),
                Refusal.of(PartiesRefusal.PARTY_STATE, "approved"));
        assertRefused(APPROVED.again(AT), Refusal.of(PartiesRefusal.PARTY_STATE, "approved"));
        assertRefused(APPROVED.approve(AT, "other"),
                Refusal.of(PartiesRefusal.PARTY_STATE, "approved"));
    }

    private static void assertRefused(Outcome<?> outcome, Refusal expected) {
        assertEquals(List.of(expected),
                assertInstanceOf(Outcome.Refused.class, outcome).refusals());
    }
}
