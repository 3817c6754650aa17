package org.subhasta.parties.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A reminder")
class ReminderTest {

    private static final Instant END = Instant.parse("2027-03-01T12:00:00Z");
    private static final Instant LONG_AGO = END.minus(Duration.ofDays(365));

    @Test
    @DisplayName("is due 30, 7 and 1 days before the end, at the instant itself too, the last counts")
    void due() {
        assertEquals(OptionalInt.empty(), before(Duration.ofDays(30).plusSeconds(1)));
        assertEquals(OptionalInt.of(30), before(Duration.ofDays(30)));
        assertEquals(OptionalInt.of(30), before(Duration.ofDays(7).plusSeconds(1)));
        assertEquals(OptionalInt.of(7), before(Duration.ofDays(7)));
        assertEquals(OptionalInt.of(7), before(Duration.ofDays(1).plusSeconds(1)));
        assertEquals(OptionalInt.of(1), before(Duration.ofDays(1)));
        assertEquals(OptionalInt.of(1), before(Duration.ofSeconds(1)));
    }

    @Test
    @DisplayName("is due no more when the end is there")
    void over() {
        assertEquals(OptionalInt.empty(), before(Duration.ZERO));
        assertEquals(OptionalInt.empty(), before(Duration.ofDays(-1)));
    }

    @Test
    @DisplayName("is not written at once of what lives no longer than its notice")
    void shortLived() {
        Instant begun = END.minus(Duration.ofDays(7));
        assertEquals(OptionalInt.empty(), Reminder.due(begun, END, begun));
        assertEquals(OptionalInt.of(1),
                Reminder.due(begun, END, END.minus(Duration.ofHours(20))));
    }

    private static OptionalInt before(Duration left) {
        return Reminder.due(LONG_AGO, END, END.minus(left));
    }
}
