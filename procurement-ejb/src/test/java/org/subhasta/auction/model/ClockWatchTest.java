package org.subhasta.auction.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.subhasta.auction.model.ClockWatch.Jump;
import org.subhasta.auction.model.ClockWatch.Look;

/** Whether the clock that decides was set. */
class ClockWatchTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final ClockWatch watch = new ClockWatch();

    /** The clock shows so much after noon, while the steady one shows between those. */
    private Optional<Jump> look(Duration shown, Duration before, Duration after) {
        return watch.look(new Look(NOON.plus(shown), before.toNanos(), after.toNanos()));
    }

    private Optional<Jump> look(double shown, double steady) {
        Duration at = Duration.ofMillis((long) (steady * 1_000));
        return look(Duration.ofMillis((long) (shown * 1_000)), at, at.plusMillis(1));
    }

    @Test
    @DisplayName("A clock that runs evenly did not jump, however long nobody looked")
    void even() {
        assertEquals(Optional.empty(), look(0, 0));
        assertEquals(Optional.empty(), look(5, 5));
        assertEquals(Optional.empty(), look(3_600, 3_600));
        assertEquals(0, watch.count());
    }

    @Test
    @DisplayName("A step of two seconds is none, of more is one, either way")
    void steps() {
        look(0, 0);
        assertEquals(Optional.empty(), look(7, 5));
        assertEquals(Optional.empty(), look(10, 10));
        Jump forward = look(22.1, 20).orElseThrow();
        assertEquals(NOON.plusMillis(22_100), forward.now());
        assertTrue(Duration.between(NOON.plusSeconds(20), forward.expected()).abs()
                .compareTo(Duration.ofMillis(10)) < 0, forward.toString());
        Jump back = look(25, 30).orElseThrow();
        assertEquals(NOON.plusSeconds(25), back.now());
        assertEquals(List.of(forward, back), watch.after(0));
        assertEquals(List.of(back), watch.after(1));
        assertEquals(List.of(), watch.after(2));
    }

    @Test
    @DisplayName("After a jump the new time is what counts")
    void afterwards() {
        look(0, 0);
        assertTrue(look(3_600, 5).isPresent());
        assertEquals(Optional.empty(), look(3_605, 10));
    }

    @Test
    @DisplayName("Waiting long for the answer is no jump, whenever within it the clock was read")
    void waited() {
        look(0, 0);
        assertEquals(Optional.empty(),
                look(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(31)));
        assertEquals(Optional.empty(),
                look(Duration.ofSeconds(60), Duration.ofSeconds(32), Duration.ofSeconds(60)));
        assertEquals(Optional.empty(), look(61, 61));
        assertTrue(look(70, 62).isPresent(), "a vague look is nothing to measure by");
    }

    @Test
    @DisplayName("What was handled for all is where those begin that are read anew")
    void handled() {
        look(0, 0);
        look(100, 1);
        assertEquals(0, watch.handled());
        watch.handled(1);
        watch.handled(0);
        assertEquals(1, watch.handled());
    }
}
