package org.subhasta.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The entries of one subject in a bundle, in order and without a gap.
 *
 * @param entries none where the bundle has none of the subject
 */
record JournalPart(List<JournalEntry> entries) {

    JournalPart {
        entries = List.copyOf(entries);
    }

    /**
     * Reads the entries of a subject, each held against its hashes and all against one another.
     *
     * @return empty where something is wrong; the report tells what
     */
    static Optional<JournalPart> read(byte[] lines, String subject, Report report) {
        List<JournalEntry> entries = new ArrayList<>();
        Instant before = Instant.MIN;
        for (int from = 0; from < lines.length;) {
            int end = from;
            while (end < lines.length && lines[end] != '\n') {
                end++;
            }
            String number = Integer.toString(entries.size() + 1);
            try {
                JournalEntry entry = JournalEntry.read(Arrays.copyOfRange(lines, from, end));
                if (end == lines.length || !entry.subject().equals(subject)
                        || entry.sequence() != entries.size() + 1) {
                    report.add(Found.JOURNAL_GAP, subject, number);
                    return Optional.empty();
                }
                if (entry.at().isBefore(before)) {
                    report.add(Found.JOURNAL_BACKWARDS, subject, number);
                    return Optional.empty();
                }
                before = entry.at();
                entries.add(entry);
            } catch (JournalEntry.Wrong e) {
                report.add(e.found(), subject, number);
                return Optional.empty();
            } catch (Json.Malformed e) {
                report.add(Found.ENTRY_MALFORMED, subject, number);
                return Optional.empty();
            }
            from = end + 1;
        }
        report.add(Found.JOURNAL_HOLDS, subject, Integer.toString(entries.size()));
        return Optional.of(new JournalPart(entries));
    }

    /** The entries of these acts, in order. */
    List<JournalEntry> of(String... acts) {
        return entries.stream().filter(entry -> List.of(acts).contains(entry.act())).toList();
    }

    /** What was there before an entry. */
    JournalPart before(JournalEntry entry) {
        return new JournalPart(entries.subList(0, entries.indexOf(entry)));
    }

    /** What came after an entry. */
    JournalPart after(JournalEntry entry) {
        return new JournalPart(entries.subList(entries.indexOf(entry) + 1, entries.size()));
    }

    /** The entry of a leaf. */
    Optional<JournalEntry> find(String leaf) {
        return entries.stream().filter(entry -> entry.leaf().equals(leaf)).findFirst();
    }
}
