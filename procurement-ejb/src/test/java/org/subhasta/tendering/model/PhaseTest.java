package org.subhasta.tendering.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhaseTest {

    private static final Instant CLOSING = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void a_tender_written_here_is_open_until_its_closing() {
        assertEquals(Phase.OPEN, at(Origin.HERE, -1));
        assertEquals(Phase.EVALUATION, at(Origin.HERE, 0));
    }

    @Test
    void a_record_of_another_publisher_is_never_open_here() {
        assertEquals(Phase.ELSEWHERE, at(Origin.IMPORTED, -1));
        assertEquals(Phase.EVALUATION, at(Origin.IMPORTED, 0));
    }

    @ParameterizedTest
    @EnumSource(Origin.class)
    void without_a_closing_nothing_is_said_to_be_open(Origin origin) {
        assertEquals(Phase.EVALUATION, Phase.at(CLOSING, origin, "active", Optional.empty()));
    }

    private static Phase at(Origin origin, int secondsAfterClosing) {
        return Phase.at(CLOSING.plusSeconds(secondsAfterClosing), origin, "active",
                Optional.of(CLOSING));
    }
}
