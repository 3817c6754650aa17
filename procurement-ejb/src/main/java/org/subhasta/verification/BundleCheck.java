package org.subhasta.verification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.subhasta.awarding.model.LotAuction;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.signing.Sha256;

/**
 * A bundle (docs/reference/bundles.md): everything in it recomputed and held against everything
 * else in it. Here those of tenders and awards.
 */
final class BundleCheck {

    static final String FORMAT = "subhasta-bundle-1";
    static final String MANIFEST = "manifest.json";

    private final SortedMap<String, byte[]> files;
    private final TrustedKeys trusted;
    private final Report report;
    private String tender;

    private BundleCheck(SortedMap<String, byte[]> files, TrustedKeys trusted, Report report) {
        this.files = files;
        this.trusted = trusted;
        this.report = report;
    }

    static void check(byte[] zip, TrustedKeys trusted, Report report) {
        switch (Bundle.read(zip)) {
            case Bundle.Refused(Finding why) -> report.add(why);
            case Bundle.Read(SortedMap<String, byte[]> files) ->
                    new BundleCheck(files, trusted, report).check();
        }
    }

    /** The bundle of an auction within that of a tender; empty where something is wrong. */
    static Optional<AuctionCheck.Checked> auction(
            byte[] zip, String id, TrustedKeys trusted, Report report) {
        return switch (Bundle.read(zip)) {
            case Bundle.Refused(Finding why) -> {
                report.add(why);
                yield Optional.empty();
            }
            case Bundle.Read(SortedMap<String, byte[]> files) ->
                    new BundleCheck(files, trusted, report).auction(id);
        };
    }

    private Optional<AuctionCheck.Checked> auction(String id) {
        Optional<Json> manifest = manifest();
        if (manifest.isEmpty()) {
            return Optional.empty();
        }
        if (!manifest.get().maybeText("auction").equals(Optional.of(id))) {
            report.add(Found.AUCTION_IS_ANOTHER, id);
            return Optional.empty();
        }
        return new AuctionCheck(files, trusted, report, id).check();
    }

    private void check() {
        try {
            Optional<Json> manifest = manifest();
            if (manifest.isEmpty()) {
                return;
            }
            if (manifest.get().has("auction")) {
                new AuctionCheck(files, trusted, report, manifest.get().text("auction")).check();
            } else {
                tender = manifest.get().text("tender");
                tender();
            }
        } catch (Json.Malformed e) {
            report.add(Found.FILE_MALFORMED, "", e.getMessage());
        }
    }

    private void tender() {
        Optional<JournalPart> journal = journal("tender");
        if (journal.isEmpty()) {
            return;
        }
        Optional<PublishedNotice> notice = notice(journal.get());
        if (notice.isEmpty()) {
            return;
        }
        if (!files.containsKey("journal/box.jsonl")) {
            report.add(Found.BIDS_STILL_CLOSED);
            logged(List.of(journal.get()));
            return;
        }
        Optional<JournalPart> box = journal("box");
        if (box.isPresent() && logged(List.of(journal.get(), box.get()))) {
            opened(notice.get(), journal.get(), box.get());
        }
    }

    private Optional<Json> manifest() {
        byte[] content = files.get(MANIFEST);
        if (content == null) {
            report.add(Found.FILE_MISSING, MANIFEST);
            return Optional.empty();
        }
        Json manifest = Json.canonical(content);
        if (!manifest.text("format").equals(FORMAT)) {
            throw manifest.malformed("format");
        }
        if (manifest.has("award") != files.containsKey("award.json")) {
            throw manifest.malformed("award");
        }
        TreeMap<String, byte[]> left = new TreeMap<>(files);
        left.remove(MANIFEST);
        for (Json file : manifest.objects("files")) {
            byte[] found = left.remove(file.text("path"));
            if (found == null || found.length != file.integer("size")
                    || !Sha256.hex(found).equals(file.text("sha256"))) {
                report.add(Found.BUNDLE_MANIFEST_DIFFERS, file.text("path"));
                return Optional.empty();
            }
        }
        if (!left.isEmpty()) {
            report.add(Found.BUNDLE_MANIFEST_DIFFERS, left.firstKey());
            return Optional.empty();
        }
        String kind = manifest.has("auction") ? "auction" : "tender";
        report.add(Found.BUNDLE_READ, Integer.toString(files.size() - 1), manifest.text(kind),
                "@bundle." + kind);
        return Optional.of(manifest);
    }

    private Optional<JournalPart> journal(String kind) {
        String name = "journal/" + kind + ".jsonl";
        if (!files.containsKey(name)) {
            report.add(Found.FILE_MISSING, name);
            return Optional.empty();
        }
        return JournalPart.read(files.get(name), kind + "/" + tender, report);
    }

    /** The notice is the one whose hash was journaled when it was published. */
    private Optional<PublishedNotice> notice(JournalPart journal) {
        byte[] content = files.get("notice.json");
        if (content == null) {
            report.add(Found.FILE_MISSING, "notice.json");
            return Optional.empty();
        }
        PublishedNotice notice = PublishedNotice.read(content);
        boolean journaled = journal.of("tender-published").stream()
                .flatMap(entry -> entry.payload().stream())
                .map(payload -> payload.text("notice")).toList()
                .equals(List.of(notice.terms().notice()));
        boolean holds = journaled && notice.id().equals(tender);
        report.check(holds, Found.NOTICE_JOURNALED, Found.NOTICE_NOT_JOURNALED,
                notice.title(), notice.terms().notice());
        return holds ? Optional.of(notice) : Optional.empty();
    }

    private boolean logged(List<JournalPart> parts) {
        return new LogCheck(trusted, report).entries(files, parts).isPresent();
    }

    private void opened(PublishedNotice notice, JournalPart journal, JournalPart box) {
        Optional<Received> received =
                Received.read(journal, box, notice.terms(), report);
        Optional<OpeningTerms> terms = notice.terms().opening();
        if (received.isEmpty()) {
            return;
        }
        if (terms.isEmpty()) {
            report.add(Found.BIDS_NOT_SEALED);
            return;
        }
        Optional<OpeningActs> openings =
                OpeningActs.read(notice, terms.get(), box, received.get(), report);
        if (openings.isEmpty()) {
            return;
        }
        if (openings.get().isFinished()) {
            openings.get().tell(report);
            counted(notice, terms.get(), journal, box, received.get(), openings.get());
        } else if (files.containsKey("award.json")) {
            report.add(Found.OPENING_UNFINISHED, openings.get().last().word());
        } else if (!files.subMap("bids/", "bids0").isEmpty()) {
            report.add(Found.BID_ADDED, files.tailMap("bids/").firstKey().split("/")[1]);
        } else if (printed().check(box)) {
            report.add(Found.OPENING_UNDER_WAY, openings.get().last().word());
        }
    }

    private void counted(PublishedNotice notice, OpeningTerms terms, JournalPart journal,
            JournalPart box, Received received, OpeningActs openings) {
        Optional<CountedBids.Counted> bids = new CountedBids(files, notice, received, openings,
                trusted.authorities(), report).check(terms);
        if (bids.isEmpty() || !printed().check(box)) {
            return;
        }
        Optional<Map<String, LotAuction>> auctions = new FollowingAuctions(
                files, trusted, report).check(notice, journal, bids.get());
        if (auctions.isEmpty()) {
            return;
        }
        if (files.containsKey("award.json")) {
            new AwardCheck(files, trusted.authorities(), report)
                    .check(notice, journal, box, received, bids.get(), auctions.get());
        } else {
            report.add(Found.NOT_AWARDED_YET);
        }
    }

    private RecordCheck printed() {
        return new RecordCheck(files, trusted.authorities(), report);
    }
}
