package org.subhasta.verification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.subhasta.auction.format.Follows;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.Auction;
import org.subhasta.auction.model.Lots;
import org.subhasta.signing.Sha256;

/**
 * The bundle of an auction: its terms are those published, every act in it was signed by whom it
 * names, and judged again by the engine that judged it live each lot comes to the same end.
 */
final class AuctionCheck {

    private final SortedMap<String, byte[]> files;
    private final TrustedKeys trusted;
    private final Report report;
    private final String id;

    AuctionCheck(SortedMap<String, byte[]> files, TrustedKeys trusted, Report report, String id) {
        this.files = files;
        this.trusted = trusted;
        this.report = report;
        this.id = id;
    }

    /**
     * An auction in which nothing is wrong.
     *
     * @param follows  what its terms say that it follows
     * @param lots     at their ends; none while it is under way
     * @param admitted to the last of its lots, and so to all of them
     */
    record Checked(Optional<Follows> follows, List<Auction> lots, List<Act.Admit> admitted) {

        boolean hasEnded() {
            return !lots.isEmpty();
        }

        /** Of an auction of one lot its end. */
        Auction only() {
            return lots.getFirst();
        }
    }

    /** Empty where something is wrong. */
    Optional<Checked> check() {
        Optional<JournalPart> published = journal("auction", id);
        if (published.isEmpty() || !termsJournaled(published.get())) {
            return Optional.empty();
        }
        if (!files.containsKey("revealed.json")) {
            report.add(Found.AUCTION_UNDER_WAY);
            return logged(List.of(published.get())).map(places -> new Checked(
                    LiveTerms.followsOf(text("terms.json")), List.of(), List.of()));
        }
        Optional<LiveTerms> terms = revealed();
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        List<JournalPart> parts = new ArrayList<>(List.of(published.get()));
        for (int i = 1; i <= terms.get().file().lots().size(); i++) {
            Optional<JournalPart> lot = journal("lot-" + i, id + "-" + i);
            if (lot.isEmpty()) {
                return Optional.empty();
            }
            parts.add(lot.get());
        }
        return logged(parts)
                .flatMap(places -> Entrants.read(files.getOrDefault(Entrants.FILE, new byte[0]),
                        id, parts.get(1), places, trusted.authorities(), report))
                .flatMap(entrants ->
                        lots(terms.get(), parts.subList(1, parts.size()), entrants));
    }

    private Optional<JournalPart> journal(String file, String subject) {
        String name = "journal/" + file + ".jsonl";
        if (!files.containsKey(name)) {
            report.add(Found.FILE_MISSING, name);
            return Optional.empty();
        }
        return JournalPart.read(files.get(name), "auction/" + subject, report);
    }

    private Optional<Map<String, Long>> logged(List<JournalPart> parts) {
        return new LogCheck(trusted, report).entries(files, parts);
    }

    private boolean termsJournaled(JournalPart published) {
        byte[] terms = files.get("terms.json");
        if (terms == null) {
            return report.check(false, Found.TERMS_JOURNALED, Found.FILE_MISSING, "terms.json");
        }
        return report.check(published.of("auction-published").stream()
                        .flatMap(entry -> entry.payload().stream())
                        .map(payload -> payload.text("terms")).toList()
                        .equals(List.of(Sha256.hex(terms))),
                Found.TERMS_JOURNALED, Found.TERMS_NOT_JOURNALED, Sha256.hex(terms));
    }

    /** The terms with what they hid: covered again they are those that were published. */
    private Optional<LiveTerms> revealed() {
        Optional<LiveTerms> terms = LiveTerms.read(text("revealed.json")).value();
        boolean same = terms.filter(one ->
                one.published().equals(text("terms.json"))).isPresent();
        report.check(same, Found.TERMS_REVEALED, Found.TERMS_REVEALED_OTHERS,
                terms.map(LiveTerms::title).orElse(""));
        return terms.filter(one -> same);
    }

    private String text(String file) {
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    private Optional<Checked> lots(LiveTerms terms, List<JournalPart> journals, Entrants entrants) {
        TreeSet<String> left = new TreeSet<>(files.subMap("acts/", "acts0").keySet());
        Optional<Instant> before = Optional.empty();
        int place = 0;
        List<Auction> ends = new ArrayList<>();
        List<Act.Admit> admitted = List.of();
        for (Map.Entry<String, Auction> lot : Lots.begin(terms.file().order(),
                terms.file().lots()).auctions().entrySet()) {
            JournalPart journal = journals.get(place++);
            String acts = "acts/lot-" + place + ".jsonl";
            left.remove(acts);
            Optional<SignedActs> signed = SignedActs.read(
                    files.getOrDefault(acts, new byte[0]), id, lot.getKey(), entrants, report);
            Optional<Instant> opening = opening(terms, before);
            if (signed.isEmpty()) {
                return Optional.empty();
            }
            LotCheck check = new LotCheck(lot.getKey(), journal, signed.get(), report);
            Optional<Auction> ended = check.end(lot.getValue(), opening);
            if (ended.isEmpty()) {
                return Optional.empty();
            }
            ends.add(ended.get());
            admitted = check.admitted();
            before = ended.get().endedAt();
        }
        if (!left.isEmpty()) {
            report.add(Found.ACT_ADDED, left.first(), "");
            return Optional.empty();
        }
        return Optional.of(new Checked(terms.follows(), ends, admitted));
    }

    /** When a lot that waits for another opens: so long after that one's end. */
    private static Optional<Instant> opening(LiveTerms terms, Optional<Instant> before) {
        return terms.file().order() instanceof Lots.Order.OneAfterAnother after
                ? before.map(end -> end.plus(after.pause())) : Optional.empty();
    }
}
