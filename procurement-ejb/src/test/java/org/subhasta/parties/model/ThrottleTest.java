package org.subhasta.parties.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void a_few_slips_cost_nothing() {
        assertEquals(Duration.ZERO, failed(Throttle.FREE - 1).waiting(AT));
    }

    @Test
    void then_each_failure_doubles_the_pause() {
        assertEquals(Duration.ofSeconds(1), failed(Throttle.FREE).waiting(AT));
        assertEquals(Duration.ofSeconds(2), failed(Throttle.FREE + 1).waiting(AT));
        assertEquals(Duration.ofSeconds(4), failed(Throttle.FREE + 2).waiting(AT));
    }

    @Test
    void the_pause_is_over_when_it_is_over() {
        Throttle throttle = failed(Throttle.FREE + 1);
        assertEquals(Duration.ofSeconds(1), throttle.waiting(AT.plusSeconds(1)));
        assertEquals(Duration.ZERO, throttle.waiting(AT.plusSeconds(2)));
    }

    @Test
    void no_pause_is_longer_than_a_quarter_of_an_hour() {
        assertEquals(Throttle.LONGEST, failed(1000).waiting(AT));
    }

    @Test
    void after_an_hour_of_quiet_all_is_forgiven() {
        Throttle throttle = failed(1000);
        Instant later = AT.plus(Throttle.FORGIVEN);
        assertTrue(throttle.isForgiven(later));
        assertEquals(1, throttle.failed(later).failures());
    }

    private static Throttle failed(int times) {
        Throttle throttle = Throttle.NONE;
        for (int i = 0; i < times; i++) {
            throttle = throttle.failed(AT);
        }
        return throttle;
    }
}
