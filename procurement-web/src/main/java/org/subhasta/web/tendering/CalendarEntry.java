package org.subhasta.web.tendering;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.subhasta.tendering.TenderView;

/** A tender's deadline for the calendar (RFC 5545), with an alarm a day before. */
final class CalendarEntry {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** Octets of a line, without its break (RFC 5545, 3.1). */
    private static final int LINE = 73;

    private CalendarEntry() {
    }

    static String of(TenderView tender, String address, Instant now) {
        Instant closing = tender.closing().orElseThrow().at();
        StringBuilder text = new StringBuilder();
        List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Subhasta//Tenders//EN",
                "BEGIN:VEVENT", "UID:" + tender.id() + "@subhasta", "DTSTAMP:" + UTC.format(now),
                "DTSTART:" + UTC.format(closing), "DTEND:" + UTC.format(closing),
                "SUMMARY:" + escaped(tender.title()),
                "DESCRIPTION:" + escaped(tender.buyer().name() + "\n" + address),
                "URL:" + address, "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D",
                "DESCRIPTION:" + escaped(tender.title()), "END:VALARM", "END:VEVENT",
                "END:VCALENDAR").forEach(line -> fold(text, line));
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** Long lines go on in the next one after a space; a character is never cut. */
    private static void fold(StringBuilder text, String line) {
        int octets = 0;
        for (int c : line.codePoints().toArray()) {
            int width = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (octets + width > LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(c);
            octets += width;
        }
        text.append("\r\n");
    }
}
