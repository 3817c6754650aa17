package org.subhasta.parties.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowancesTest {

    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    private static final String OFFICE = "192.0.2.7";

    private final Allowances allowances = new Allowances(100, Rate.OF_GUESSES);

    @Test
    void a_network_fails_twenty_times_at_once_and_then_once_in_two_minutes() {
        assertEquals(20, passed(OFFICE, 50, NOW));
        assertEquals(Duration.ofMinutes(2), allowances.begin(OFFICE, NOW));
        assertEquals(Duration.ofSeconds(1), allowances.begin(OFFICE, NOW.plusSeconds(119)));
        assertEquals(1, passed(OFFICE, 5, NOW.plusSeconds(120)));
    }

    @Test
    void after_forty_quiet_minutes_all_of_it_is_there_again_and_no_more() {
        passed(OFFICE, 50, NOW);
        assertEquals(20, passed(OFFICE, 50, NOW.plus(Duration.ofMinutes(40))));
        assertEquals(20, passed(OFFICE, 50, NOW.plus(Duration.ofDays(10))));
    }

    @Test
    void whoever_signs_in_rightly_uses_nothing() {
        for (int i = 0; i < 500; i++) {
            assertEquals(Duration.ZERO, allowances.begin(OFFICE, NOW));
            allowances.succeeded(OFFICE, NOW);
        }
        assertEquals(20, passed(OFFICE, 50, NOW));
    }

    @Test
    void a_success_gives_back_its_own_attempt_only() {
        passed(OFFICE, 19, NOW);
        allowances.begin(OFFICE, NOW);
        allowances.succeeded(OFFICE, NOW);
        assertEquals(1, passed(OFFICE, 5, NOW));
    }

    @Test
    void one_network_uses_nothing_of_anothers() {
        passed(OFFICE, 50, NOW);
        assertEquals(20, passed("192.0.2.8", 50, NOW));
    }

    @Test
    void a_flood_of_networks_does_not_make_it_forget_who_failed_most() {
        passed(OFFICE, 50, NOW);
        for (int i = 0; i < 2_000; i++) {
            allowances.begin("invented " + i, NOW);
        }
        assertEquals(Duration.ofMinutes(2), allowances.begin(OFFICE, NOW));
    }

    @Test
    void a_token_calls_a_thousand_times_at_once_and_then_a_hundred_times_a_second() {
        Allowances calls = new Allowances(100, Rate.OF_CALLS);
        // A steady clock may begin anywhere.
        Instant now = Instant.EPOCH.plusNanos(Long.MIN_VALUE);
        for (int i = 0; i < 1_000; i++) {
            assertEquals(Duration.ZERO, calls.begin("one", now));
        }
        assertEquals(Duration.ofMillis(10), calls.begin("one", now));
        assertEquals(Duration.ZERO, calls.begin("other", now));
        Instant later = now.plusSeconds(1);
        for (int i = 0; i < 100; i++) {
            assertEquals(Duration.ZERO, calls.begin("one", later));
        }
        assertEquals(Duration.ofMillis(10), calls.begin("one", later));
    }

    private int passed(String network, int times, Instant now) {
        int passed = 0;
        for (int i = 0; i < times; i++) {
            passed += allowances.begin(network, now).isZero() ? 1 : 0;
        }
        return passed;
    }
}
