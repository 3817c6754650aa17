package org.subhasta.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.subhasta.bidding.model.OpeningFault;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.Part;
import org.subhasta.signing.Sha256;

/**
 * What the journal says about the opening of a tender's bids: every act in its turn, by as many
 * openers as the notice wants, and a result for every bid that stood.
 */
final class OpeningActs {

    /**
     * What came of a part of a bid.
     *
     * @param code      why it is invalid; empty where it is valid
     * @param statement SHA-256 of the statement that came out; empty where none did
     * @param signature SHA-256 of its signature
     */
    record Result(Optional<String> code, Optional<String> statement, Optional<String> signature) {
    }

    private record Key(String bid, Part part) {
    }

    /** Says which rule an act of the opening broke; the sentence is {@code opening.NAME}. */
    private enum Broken {
        EARLY, PART_UNKNOWN, BID_UNKNOWN, TWICE, WITHOUT_COMMITTEE, TOO_SOON, NOT_PASSED,
        COUNTS_DIFFER, EVALUATION_DIFFERS
    }

    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Broken broken;

        Wrong(Broken broken) {
            super(broken.name(), null, false, false);
            this.broken = broken;
        }
    }

    private final PublishedNotice notice;
    private final OpeningTerms terms;
    private final Set<String> standing;
    private final Map<Key, Result> results = new HashMap<>();
    private final Map<Part, Integer> acted = new EnumMap<>(Part.class);
    /** Since when a part may be opened. */
    private final Map<Part, Instant> begun = new EnumMap<>(Part.class);
    private final Set<Part> finished = new HashSet<>();
    private Optional<Map<String, String>> failed = Optional.empty();

    private OpeningActs(PublishedNotice notice, OpeningTerms terms, Set<String> standing) {
        this.notice = notice;
        this.terms = terms;
        this.standing = standing;
    }

    /**
     * Reads them out of the journal of the box.
     *
     * @return empty where one is against the rules; the report tells which
     */
    static Optional<OpeningActs> read(PublishedNotice notice, OpeningTerms terms,
            JournalPart box, Received received, Report report) {
        OpeningActs acts = new OpeningActs(notice, terms, received.standing().keySet());
        for (JournalEntry entry : box.of("box-closed", "shares-released", "bid-opened",
                "bid-failed", "bids-opened", "technical-evaluated")) {
            try {
                acts.add(entry);
            } catch (Wrong e) {
                report.add(Found.OPENING_AGAINST_RULES, entry.act(), entry.at().toString(),
                        "@opening." + e.broken);
                return Optional.empty();
            }
        }
        return Optional.of(acts);
    }

    /** Whether nothing is left to be opened, as it must be before an award. */
    boolean isFinished() {
        return finished.contains(last());
    }

    /** The part after which nothing is left. */
    Part last() {
        return finished.contains(Part.TECHNICAL) && passed().isEmpty()
                ? Part.TECHNICAL : terms.parts().getLast();
    }

    /** Says how the parts were opened. */
    void tell(Report report) {
        terms.parts().stream().filter(finished::contains).forEach(part -> report.add(
                Found.OPENED_BY_COMMITTEE, part.word(), Integer.toString(count(part, true)),
                Integer.toString(count(part, false)), Integer.toString(acted(part)),
                Integer.toString(terms.committee().threshold()),
                Integer.toString(terms.committee().openers().size())));
        failed.ifPresent(reasons -> report.add(Found.TECHNICAL_EVALUATED,
                Integer.toString(passed().size()), Integer.toString(reasons.size())));
    }

    /** What came of a part; empty where it stays sealed. */
    Optional<Result> result(String bid, Part part) {
        return Optional.ofNullable(results.get(new Key(bid, part)));
    }

    /** Why a bid did not pass the technical evaluation. */
    Optional<String> notPassed(String bid) {
        return failed.map(reasons -> reasons.get(bid));
    }

    private void add(JournalEntry entry) throws Wrong {
        Json payload = entry.payload().orElseThrow(() -> new Json.Malformed("payload"));
        switch (entry.act()) {
            case "box-closed" -> begun.put(terms.parts().getFirst(), entry.at());
            case "technical-evaluated" -> evaluated(entry, payload);
            case "shares-released" -> acted.merge(part(payload), 1, Integer::sum);
            case "bids-opened" -> finished(part(payload), payload);
            default -> opened(entry, part(payload), payload);
        }
    }

    /** The part that an act is about, which openers may be acting on. */
    private Part part(Json payload) throws Wrong {
        Part part = Part.of(payload.text("part")).filter(terms.parts()::contains)
                .orElseThrow(() -> new Wrong(Broken.PART_UNKNOWN));
        require(begun.containsKey(part), Broken.EARLY);
        require(!finished.contains(part), Broken.TWICE);
        return part;
    }

    private void opened(JournalEntry entry, Part part, Json payload) throws Wrong {
        String bid = payload.text("bid");
        require(standing.contains(bid), Broken.BID_UNKNOWN);
        require(part != Part.PRICE || passed().contains(bid), Broken.NOT_PASSED);
        Result result = new Result(payload.maybeText("code"), payload.maybeText("statement"),
                payload.maybeText("signature"));
        boolean valid = entry.act().equals("bid-opened");
        if (valid == result.code().isPresent() || valid && result.statement().isEmpty()
                || result.statement().isPresent() != result.signature().isPresent()) {
            throw payload.malformed("code");
        }
        if (result.code().equals(Optional.of(OpeningFault.TOO_FEW_SHARES.name()))) {
            // Nobody is given up while openers who have not acted could still open it in time.
            require(acted(part) >= terms.committee().openers().size()
                    || !entry.at().isBefore(begun.get(part).plus(terms.period())),
                    Broken.TOO_SOON);
        } else {
            require(acted(part) >= terms.committee().threshold(), Broken.WITHOUT_COMMITTEE);
        }
        require(results.put(new Key(bid, part), result) == null, Broken.TWICE);
    }

    private void finished(Part part, Json payload) throws Wrong {
        Set<String> wanted = part == Part.PRICE ? passed() : standing;
        boolean all = wanted.stream().allMatch(bid -> result(bid, part).isPresent());
        require(all && payload.integer("opened") == count(part, true)
                && payload.integer("failed") == count(part, false), Broken.COUNTS_DIFFER);
        finished.add(part);
    }

    /** One verdict on each bid whose technical part is valid, in the words that were signed. */
    private void evaluated(JournalEntry entry, Json payload) throws Wrong {
        require(finished.contains(Part.TECHNICAL), Broken.EARLY);
        require(failed.isEmpty(), Broken.TWICE);
        Json said = payload.object("evaluation");
        Map<String, String> reasons = new HashMap<>();
        List<String> judged = new ArrayList<>();
        for (Json verdict : said.objects("bids")) {
            judged.add(verdict.text("bid"));
            if (!verdict.text("verdict").equals("passed")) {
                reasons.put(verdict.text("bid"), verdict.text("reason"));
            }
        }
        require(Sha256.hex(said.bytes()).equals(payload.text("statement"))
                && said.text("tender").equals(notice.id())
                && said.text("notice").equals(notice.terms().notice())
                && judged.stream().sorted().toList().equals(standing.stream()
                        .filter(this::isTechnicallyValid).sorted().toList()),
                Broken.EVALUATION_DIFFERS);
        failed = Optional.of(Map.copyOf(reasons));
        begun.put(Part.PRICE, entry.at());
    }

    private boolean isTechnicallyValid(String bid) {
        return result(bid, Part.TECHNICAL).filter(result -> result.code().isEmpty()).isPresent();
    }

    /** The bids whose prices are to be opened, as far as that is decided. */
    private Set<String> passed() {
        Set<String> passed = new HashSet<>(standing);
        passed.removeIf(bid -> !isTechnicallyValid(bid) || notPassed(bid).isPresent());
        return passed;
    }

    private int count(Part part, boolean valid) {
        return (int) results.entrySet().stream().filter(one -> one.getKey().part() == part
                && one.getValue().code().isEmpty() == valid).count();
    }

    private int acted(Part part) {
        return acted.getOrDefault(part, 0);
    }

    private static void require(boolean holds, Broken otherwise) throws Wrong {
        if (!holds) {
            throw new Wrong(otherwise);
        }
    }
}
