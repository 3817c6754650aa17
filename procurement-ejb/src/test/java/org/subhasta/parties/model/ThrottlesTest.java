package org.subhasta.parties.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottlesTest {

    private static final int MOST = 100;
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private final Throttles throttles = new Throttles(MOST);

    @Test
    void a_flood_of_invented_accounts_does_not_reset_the_wait_of_a_victims() {
        fail("victim", Throttle.FREE + 5, NOW);
        for (int i = 0; i < MOST * 20; i++) {
            throttles.begin("invented" + i, NOW.plusMillis(i));
        }
        assertFalse(throttles.begin("victim", NOW.plusSeconds(40)).isZero());
    }

    @Test
    void even_a_flood_that_waits_itself_is_forgotten_before_who_failed_more() {
        fail("victim", Throttle.FREE + 5, NOW);
        for (int i = 0; i < MOST * 5; i++) {
            fail("invented" + i, Throttle.FREE + 1, NOW);
        }
        assertFalse(throttles.begin("victim", NOW.plusSeconds(40)).isZero());
    }

    @Test
    void among_those_who_failed_alike_the_oldest_is_forgotten_first() {
        fail("old", Throttle.FREE + 1, NOW);
        for (int i = 1; i < MOST; i++) {
            fail("later" + i, Throttle.FREE + 1, NOW.plusMillis(i));
        }
        Instant then = NOW.plusSeconds(2);
        assertFalse(throttles.begin("old", then).isZero());
        throttles.begin("one more than there is room for", then);
        assertEquals(Duration.ZERO, throttles.begin("old", then));
        assertFalse(throttles.begin("later" + (MOST - 1), then).isZero());
    }

    @Test
    void what_is_remembered_stays_bounded_whatever_comes() {
        for (int i = 0; i < MOST * 20; i++) {
            fail("invented" + i, Throttle.FREE + i % 3, NOW);
            assertTrue(throttles.size() <= MOST);
        }
    }

    @Test
    void a_success_forgives() {
        fail("owner", Throttle.FREE, NOW);
        throttles.succeeded("owner");
        assertEquals(Duration.ZERO, throttles.begin("owner", NOW));
        assertEquals(1, throttles.size());
    }

    @Test
    void where_fewer_slips_are_free_the_second_attempt_waits_already() {
        assertEquals(Duration.ZERO, throttles.begin("stranger", 1, NOW));
        assertEquals(Duration.ofSeconds(1), throttles.begin("stranger", 1, NOW));
        assertEquals(Duration.ZERO, throttles.begin("stranger", 1, NOW.plusSeconds(1)));
        assertEquals(Duration.ofSeconds(2), throttles.begin("stranger", 1, NOW.plusSeconds(1)));
    }

    @Test
    void an_attempt_that_was_not_judged_is_no_failure() {
        for (int i = 0; i < 50; i++) {
            assertEquals(Duration.ZERO, throttles.begin("patient", 1, NOW));
            throttles.notJudged("patient", NOW);
        }
        assertEquals(0, throttles.failures("patient", NOW));
    }

    @Test
    void failures_are_counted_also_where_none_waits_and_forgiven_after_an_hour() {
        for (int i = 0; i < 200; i++) {
            throttles.failed("account", NOW);
        }
        assertEquals(200, throttles.failures("account", NOW));
        assertEquals(0, throttles.failures("account", NOW.plus(Throttle.FORGIVEN)));
        assertEquals(0, throttles.failures("another", NOW));
    }

    /** Fails as often as said, from then on, and waits whenever it has to. */
    private void fail(String key, int times, Instant from) {
        Instant at = from;
        for (int i = 0; i < times; i++) {
            Duration waiting = throttles.begin(key, at);
            if (!waiting.isZero()) {
                at = at.plus(waiting);
                throttles.begin(key, at);
            }
        }
    }
}
