package org.subhasta.verification;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.subhasta.signing.PdfContent;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.Trust;

/**
 * The printed record of an opening: its signature, whether it prints what the data inside it says,
 * and, in a bundle, whether that is what the bundle says of the bids.
 */
final class RecordCheck {

    static final String DATA = "opening-record.json";

    private static final Map<Boolean, String> NAMES =
            Map.of(true, "opening.pdf", false, "opening-technical.pdf");

    private final SortedMap<String, byte[]> files;
    private final Trust trust;
    private final Report report;

    RecordCheck(SortedMap<String, byte[]> files, Trust trust, Report report) {
        this.files = files;
        this.trust = trust;
        this.report = report;
    }

    /** Whether the records of a bundle are those its journal names, and say what its bids say. */
    boolean check(JournalPart box) {
        TreeSet<String> left = new TreeSet<>(NAMES.values());
        left.retainAll(files.keySet());
        for (JournalEntry entry : box.of("record-published")) {
            Json payload = entry.payload().orElseThrow(() -> new Json.Malformed("payload"));
            String name = NAMES.get(payload.isTrue("whole"));
            if (!left.remove(name) || !payload.text("record").equals(Sha256.hex(files.get(name)))
                    || payload.integer("size") != files.get(name).length) {
                report.add(Found.RECORD_NOT_JOURNALED, name);
                return false;
            }
            report.add(Found.RECORD_JOURNALED, name);
            if (!check(files.get(name), entry.at(), payload.isTrue("whole"), box)) {
                return false;
            }
        }
        if (!left.isEmpty()) {
            report.add(Found.RECORD_NOT_JOURNALED, left.first());
        }
        return left.isEmpty();
    }

    private boolean check(byte[] pdf, Instant at, boolean whole, JournalPart box) {
        Optional<PdfContent> content = NoticeCheck.signed(pdf, trust, at, report);
        if (content.isEmpty()) {
            return false;
        }
        Optional<PublishedRecord> record = printed(content.get(), report);
        return record.isPresent() && report.check(
                record.get().whole() == whole && isOf(record.get(), box),
                Found.RECORD_AS_BIDS, Found.RECORD_DIFFERS,
                Integer.toString(record.get().bids().size()));
    }

    /** The record inside a PDF; empty where there is none, or it says something else than the page. */
    static Optional<PublishedRecord> printed(PdfContent content, Report report) {
        byte[] data = content.files().get(DATA);
        if (data == null) {
            report.add(Found.FILE_MISSING, DATA);
            return Optional.empty();
        }
        PublishedRecord record;
        try {
            record = PublishedRecord.read(data);
        } catch (Json.Malformed e) {
            report.add(Found.FILE_MALFORMED, DATA, e.getMessage());
            return Optional.empty();
        }
        return switch (Printed.compare(content.text(), record)) {
            case Printed.Comparison.Same(int values) -> {
                report.add(Found.PRINTED_AS_DATA, Integer.toString(values));
                yield Optional.of(record);
            }
            case Printed.Comparison.Missing(String value) -> {
                report.add(Found.PRINTED_DIFFERS, value);
                yield Optional.empty();
            }
        };
    }

    /**
     * Every bid with the bytes that are in the bundle, every entry one of the box. A record of
     * technical parts is held against a bundle whose bids are in it from the end of the opening on.
     */
    private boolean isOf(PublishedRecord record, JournalPart box) {
        Set<String> shown = files.subMap("bids/", "bids0").keySet().stream()
                .map(name -> name.split("/")[1]).collect(Collectors.toSet());
        boolean bids = shown.isEmpty() && !record.whole()
                || shown.equals(record.bids().stream().map(PublishedRecord.Bid::id)
                        .collect(Collectors.toSet())) && record.bids().stream().allMatch(this::isIn);
        return bids && leaves(record).stream().allMatch(leaf -> box.find(leaf).isPresent());
    }

    private boolean isIn(PublishedRecord.Bid bid) {
        String folder = "bids/" + bid.id() + "/";
        return bid.envelope().is(files.get(folder + "envelope.json"),
                        files.get(folder + "envelope.p7s"))
                && bid.parts().stream().allMatch(part -> isIn(folder, part));
    }

    private boolean isIn(String folder, PublishedRecord.Part part) {
        byte[] content = files.get(folder + part.word() + ".json");
        return part.statement().isPresent()
                ? part.statement().get().is(content, files.get(folder + part.word() + ".p7s"))
                        && part.salt().filter(salt -> Arrays.equals(salt,
                                files.get(folder + part.word() + ".salt"))).isPresent()
                : content == null;
    }

    private static List<String> leaves(PublishedRecord record) {
        TreeSet<String> leaves = new TreeSet<>(record.acts());
        record.bids().forEach(bid -> {
            leaves.add(bid.leaf());
            bid.parts().forEach(part -> leaves.add(part.leaf()));
        });
        record.unfollowed().forEach(one -> leaves.add(one.leaf()));
        return List.copyOf(leaves);
    }
}
