package org.subhasta.tendering.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

class DeadlineTest {

    @ParameterizedTest
    @CsvSource({
        "2026-12-17, 12:00, Europe/Madrid,   2026-12-17T11:00:00Z",
        "2026-07-01, 12:00, Europe/Madrid,   2026-07-01T10:00:00Z",
        "2026-07-01, 12:00, America/Bogota,  2026-07-01T17:00:00Z",
        "2026-07-01, 12:00, Asia/Kathmandu,  2026-07-01T06:15:00Z",
    })
    void a_deadline_is_read_on_the_authoritys_own_clock(String date, String time, String zone,
            Instant instant) {
        assertEquals(instant, assertInstanceOf(Deadline.class, assertInstanceOf(
                Outcome.Done.class, Deadline.of(date, time, zone)).value()).instant());
    }

    @Test
    void a_time_the_clocks_skip_does_not_exist() {
        assertRefused(TenderingRefusal.DEADLINE_SKIPPED_BY_CLOCKS,
                Deadline.of("2027-03-28", "02:30", "Europe/Madrid"));
    }

    @Test
    void a_time_that_comes_twice_is_no_deadline() {
        assertRefused(TenderingRefusal.DEADLINE_TWICE,
                Deadline.of("2026-10-25", "02:30", "Europe/Madrid"));
        assertInstanceOf(Outcome.Done.class, Deadline.of("2026-10-25", "02:30", "Asia/Tokyo"));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-30, 12:00", "17/12/2026, 12:00", "2026-12-17, noon", "2026-12-17, 25:00"})
    void what_is_no_date_or_time_is_told(String date, String time) {
        assertRefused(TenderingRefusal.DEADLINE_UNREADABLE, Deadline.of(date, time, "UTC"));
    }

    @Test
    void an_offset_is_no_zone_since_offsets_change() {
        assertRefused(TenderingRefusal.DEADLINE_ZONE_UNKNOWN, Deadline.of("2026-12-17", "12:00", "+01:00"));
    }

    @Test
    void date_and_time_are_told_together_when_both_are_missing() {
        Outcome<Deadline> outcome = Deadline.of("", " ", "UTC");
        assertEquals(List.of("closesOn", "closesAt"), assertInstanceOf(Outcome.Refused.class,
                outcome).refusals().stream().map(r -> ((Refusal) r).field()).toList());
    }

    private static void assertRefused(TenderingRefusal code, Outcome<Deadline> outcome) {
        assertEquals(code, assertInstanceOf(Outcome.Refused.class, outcome).first().code());
    }
}
