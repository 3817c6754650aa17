package org.subhasta.tendering.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

/**
 * The moment at which bids close, as people of the authority read it on their own clock.
 *
 * <p>A local time can fail to exist (clocks go forward) or exist twice (clocks go back). Both are
 * refused: bidders must not have to know which of two half past twos was meant.
 *
 * @param local date and time on the wall
 * @param zone  a region such as {@code Europe/Madrid}, never a bare offset: offsets change
 */
public record Deadline(LocalDateTime local, ZoneId zone) {

    public Deadline {
        if (zone.getRules().getValidOffsets(local).size() != 1) {
            throw new IllegalArgumentException("there is no such time, or it is there twice");
        }
    }

    public Instant instant() {
        return local.atZone(zone).toInstant();
    }

    /**
     * Reads what was typed.
     *
     * @param date a date after ISO 8601 ({@code 2026-12-17})
     * @param time {@code 12:00}
     * @param zone a region of the time zone database
     */
    public static Outcome<Deadline> of(String date, String time, String zone) {
        List<Refusal> refusals = new ArrayList<>();
        LocalDate day = read(refusals, "closesOn", date,
                TenderingRefusal.DEADLINE_MISSING, LocalDate::parse);
        LocalTime hour = read(refusals, "closesAt", time,
                TenderingRefusal.DEADLINE_TIME_MISSING, LocalTime::parse);
        ZoneId region = region(refusals, zone);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        LocalDateTime local = day.atTime(hour);
        return switch (region.getRules().getValidOffsets(local).size()) {
            case 0 -> Outcome.refused(Refusal.at("closesAt",
                    TenderingRefusal.DEADLINE_SKIPPED_BY_CLOCKS, time, region.getId()));
            case 1 -> Outcome.done(new Deadline(local, region));
            default -> Outcome.refused(Refusal.at("closesAt",
                    TenderingRefusal.DEADLINE_TWICE, time, region.getId()));
        };
    }

    private interface Reading<T> {
        T read(CharSequence text);
    }

    private static <T> T read(List<Refusal> refusals, String field, String text,
            TenderingRefusal missing, Reading<T> reading) {
        if (text.isBlank()) {
            refusals.add(Refusal.at(field, missing));
            return null;
        }
        try {
            return reading.read(text.strip());
        } catch (DateTimeException e) {
            refusals.add(Refusal.at(field, TenderingRefusal.DEADLINE_UNREADABLE, text.strip()));
            return null;
        }
    }

    private static ZoneId region(List<Refusal> refusals, String zone) {
        if (ZoneId.getAvailableZoneIds().contains(zone)) {
            return ZoneId.of(zone);
        }
        refusals.add(Refusal.at("zone", TenderingRefusal.DEADLINE_ZONE_UNKNOWN, zone));
        return null;
    }
}
