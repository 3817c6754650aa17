package org.subhasta.parties.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long a session lasts, and how sure it is. */
class SessionRuleTest {

    private static final Instant BEGAN = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void aSessionEndsAnHourAfterTheLastSignOfLife() {
        Instant seen = BEGAN.plus(Duration.ofHours(3));
        assertFalse(SessionRule.isOver(BEGAN, seen, seen.plus(Duration.ofMinutes(59))));
        assertTrue(SessionRule.isOver(BEGAN, seen, seen.plus(Duration.ofHours(1))));
    }

    @Test
    void andTwelveHoursAfterItBeganInAnyCase() {
        Instant end = BEGAN.plus(Duration.ofHours(12));
        assertFalse(SessionRule.isOver(BEGAN, end, end.minusNanos(1)));
        assertTrue(SessionRule.isOver(BEGAN, end, end));
    }

    @Test
    void theSecondFactorComesWithinTenMinutes() {
        assertTrue(SessionRule.mayBeConfirmed(BEGAN, BEGAN.plus(Duration.ofMinutes(9))));
        assertFalse(SessionRule.mayBeConfirmed(BEGAN, BEGAN.plus(Duration.ofMinutes(10))));
    }

    @Test
    void whatABrowserSaysOfItselfIsKeptShortAndPlain() {
        assertEquals("", SessionRule.browser(null));
        assertEquals("Mozilla/5.0 X11", SessionRule.browser("Mozilla/5.0\r\n X11\u202e"));
        assertEquals(200, SessionRule.browser("a".repeat(9_999)).length());
    }

    @Test
    void aPasswordAloneIsNotSureEnoughForWhatBinds() {
        assertFalse(SignInMethod.PASSWORD.assurance().isAtLeast(Assurance.SUBSTANTIAL));
        assertTrue(SignInMethod.PASSKEY.assurance().isAtLeast(Assurance.SUBSTANTIAL));
        assertTrue(Assurance.HIGH.isAtLeast(Assurance.SUBSTANTIAL));
    }
}
