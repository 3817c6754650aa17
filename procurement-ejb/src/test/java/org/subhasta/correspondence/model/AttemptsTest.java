package org.subhasta.correspondence.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Delivery that failed")
class AttemptsTest {

    private static final Instant WRITTEN = Instant.parse("2026-12-01T10:00:00Z");

    @Test
    @DisplayName("is tried again after a minute, then after twice as long, at most four hours")
    void slower() {
        assertEquals(Optional.of(WRITTEN.plusSeconds(60)), Attempts.next(WRITTEN, 1, WRITTEN));
        assertEquals(Optional.of(WRITTEN.plusSeconds(120)), Attempts.next(WRITTEN, 2, WRITTEN));
        assertEquals(Optional.of(WRITTEN.plus(Duration.ofHours(4))),
                Attempts.next(WRITTEN, 200, WRITTEN));
    }

    @Test
    @DisplayName("is given up after four days, some thirty attempts later")
    void givenUp() {
        int failed = 0;
        Optional<Instant> next = Optional.of(WRITTEN);
        while (next.isPresent()) {
            failed++;
            next = Attempts.next(WRITTEN, failed, next.get());
        }
        assertTrue(failed > 20 && failed < 40, () -> "after some attempts");
        assertEquals(Optional.empty(), Attempts.next(WRITTEN, 1,
                WRITTEN.plus(Attempts.PATIENCE)));
    }
}
