package org.subhasta.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KernelTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void a_period_holds_its_beginning_and_not_its_end() {
        Period hour = new Period(NOON, NOON.plusSeconds(3600));
        assertTrue(hour.contains(NOON));
        assertTrue(hour.contains(NOON.plusSeconds(3600).minusNanos(1000)));
        assertFalse(hour.contains(NOON.plusSeconds(3600)));
        assertThrows(IllegalArgumentException.class, () -> new Period(NOON, NOON.minusNanos(1)));
    }

    @Test
    void the_clock_never_goes_back_and_counts_in_microseconds() {
        Instant[] host = {NOON.plusNanos(1999)};
        ServerClock clock = new ServerClock() {
            @Override
            protected Instant hostTime() {
                return host[0];
            }
        };
        assertEquals(NOON.plusNanos(1000), clock.now());
        host[0] = NOON.minusSeconds(3600);
        assertEquals(NOON.plusNanos(1000), clock.now());
        host[0] = NOON.plusSeconds(1);
        assertEquals(NOON.plusSeconds(1), clock.now());
    }

    @Test
    void identifiers_are_distinct_and_look_as_promised() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String id = Identifier.next();
            assertTrue(id.matches(Identifier.PATTERN), id);
            assertTrue(seen.add(id), id);
        }
    }
}
