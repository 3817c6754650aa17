package org.subhasta.verification;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.subhasta.auction.format.ActsReader;
import org.subhasta.auction.format.AuctionFile;
import org.subhasta.auction.format.FactWriter;
import org.subhasta.auction.format.RecordedAct;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.Answer;
import org.subhasta.auction.model.Auction;
import org.subhasta.auction.model.AuctionRefusal;
import org.subhasta.auction.model.Fact;
import org.subhasta.auction.model.Lots;
import org.subhasta.auction.model.Result;
import org.subhasta.auction.model.Terms;

/**
 * A lot of an auction judged again, entry by entry: each act has to come to the answer that was
 * recorded, and time has to bring what was recorded that it brought.
 */
final class LotCheck {

    private static final String ENTERED = "participant-entered";
    private static final String PASSED = "time-passed";
    private static final Set<String> OF_PARTICIPANTS =
            Set.of("bid", "limit", "confirm", "take-back");
    private static final Set<String> TURNED_AWAY = Set.of(
            AuctionRefusal.ACT_SIGNATURE_INVALID.name(),
            AuctionRefusal.CERTIFICATE_NOT_VALID.name(),
            AuctionRefusal.SIGNED_FOR_SOMETHING_ELSE.name());

    private final String lot;
    private final JournalPart journal;
    private final SignedActs signed;
    private final Report report;
    private final List<Fact> passed = new ArrayList<>();
    private final List<String> recorded = new ArrayList<>();
    private final List<Act.Admit> admitted = new ArrayList<>();
    private Auction auction;
    private int participants;

    LotCheck(String lot, JournalPart journal, SignedActs signed, Report report) {
        this.lot = lot;
        this.journal = journal;
        this.signed = signed;
        this.report = report;
    }

    /**
     * The lot at its end; empty where something is wrong.
     *
     * @param opening when it had to open, where that followed from the end of the lot before
     */
    Optional<Auction> end(Auction beginning, Optional<Instant> opening) {
        auction = beginning;
        if (journal.entries().isEmpty()) {
            report.add(Found.LOT_NOT_ENDED, lot);
            return Optional.empty();
        }
        List<JournalEntry> judged =
                journal.entries().stream().filter(LotCheck::isJudged).toList();
        Optional<List<RecordedAct>> acts = read(judged, beginning.terms());
        if (acts.isEmpty()) {
            return Optional.empty();
        }
        int next = 0;
        for (JournalEntry entry : journal.entries()) {
            boolean right = switch (entry.act()) {
                case ENTERED -> true;
                case PASSED -> brought(entry);
                default -> isJudged(entry)
                        ? judge(entry, payload(entry), acts.get().get(next), ++next, opening)
                        : turnedAway(entry);
            };
            if (!right) {
                return Optional.empty();
            }
        }
        return ended(judged.size());
    }

    /** Whoever was admitted, once its end is known. */
    List<Act.Admit> admitted() {
        return List.copyOf(admitted);
    }

    /** Every act that is no refusal for its signature alone has a number, and is judged here. */
    private static boolean isJudged(JournalEntry entry) {
        return !entry.act().equals(ENTERED) && !entry.act().equals(PASSED)
                && payload(entry).has("number");
    }

    private boolean brought(JournalEntry entry) {
        payload(entry).objects("facts").forEach(fact -> recorded.add(
                new String(fact.bytes(), StandardCharsets.UTF_8)));
        return true;
    }

    /** Refused before it was judged, for which there are so many reasons; it changed nothing. */
    private boolean turnedAway(JournalEntry entry) {
        Json payload = payload(entry);
        boolean right = entry.act().equals(payload.object("act").text("act") + "-refused")
                && OF_PARTICIPANTS.contains(payload.object("act").text("act"))
                && TURNED_AWAY.contains(payload.text("code"));
        if (!right) {
            report.add(Found.ACT_DIFFERS, lot, entry.act());
        }
        return right;
    }

    private static Json payload(JournalEntry entry) {
        return entry.payload().orElseThrow(() -> new Json.Malformed("payload"));
    }

    private Optional<List<RecordedAct>> read(List<JournalEntry> judged, Terms terms) {
        AuctionFile file = new AuctionFile(
                new Lots.Order.Parallel(), Map.of(lot, terms), List.of());
        String lines = judged.stream().map(entry -> new String(
                        payload(entry).object("act").bytes(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
        try {
            Optional<List<RecordedAct>> acts =
                    ActsReader.read(new StringReader(lines), file).value()
                            .filter(read -> read.size() == judged.size());
            if (acts.isEmpty()) {
                report.add(Found.ACT_DIFFERS, lot, "");
            }
            return acts;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    private boolean judge(JournalEntry entry, Json payload, RecordedAct act, int number,
            Optional<Instant> opening) {
        String which = Integer.toString(number);
        if (payload.integer("number") != number) {
            report.add(Found.ACT_MISSING, lot, which);
            return false;
        }
        String said = act.word() + (payload.text("code").isEmpty() ? "-accepted" : "-refused");
        if (!act.lot().equals(lot) || !act.at().equals(entry.at())
                || !entry.act().equals(said)) {
            report.add(Found.ACT_DIFFERS, lot, which);
            return false;
        }
        if (act.act() instanceof Act.SetOpening set && !set.at().equals(
                opening.filter(at -> at.isAfter(entry.at())).orElse(entry.at()))) {
            report.add(Found.OPENED_OTHERWISE, lot, set.at().toString());
            return false;
        }
        if (act.act() instanceof Act.OfParticipant own) {
            participants++;
            if (!signed.take(number, entry, payload, own, report)) {
                return false;
            }
        }
        if (act.act() instanceof Act.Admit admit && payload.text("code").isEmpty()) {
            admitted.add(admit);
        }
        Auction.Judgement judgement = auction.judge(act.act(), entry.at());
        auction = judgement.auction();
        passed.addAll(judgement.passed());
        String code = judgement.answer() instanceof Answer.Refused refused
                ? refused.code().name() : "";
        if (!code.equals(payload.text("code")) || judgement.answer() instanceof Answer.Repeated) {
            report.add(Found.ACT_JUDGED_OTHERWISE, lot, which);
            return false;
        }
        return timeHolds(which);
    }

    /** What time brought up to here is what was recorded up to here. */
    private boolean timeHolds(String which) {
        // One by one: there may be more between two acts than one text may hold.
        List<String> brought = passed.stream().map(fact -> new String(
                Json.read(FactWriter.text(List.of(fact)).getBytes(StandardCharsets.UTF_8))
                        .objects("facts").getFirst().bytes(), StandardCharsets.UTF_8)).toList();
        boolean holds = brought.equals(recorded);
        if (!holds) {
            report.add(Found.TIME_PASSED_OTHERWISE, lot, which);
        }
        passed.clear();
        recorded.clear();
        return holds;
    }

    private Optional<Auction> ended(int acts) {
        Auction.Advance last = auction.advance(journal.entries().getLast().at());
        auction = last.auction();
        passed.addAll(last.facts());
        if (!timeHolds("")) {
            return Optional.empty();
        }
        Optional<Long> added = signed.left();
        if (added.isPresent()) {
            report.add(Found.ACT_ADDED, lot, added.get().toString());
            return Optional.empty();
        }
        if (auction.result().isEmpty()) {
            report.add(Found.LOT_NOT_ENDED, lot);
            return Optional.empty();
        }
        tell(auction.result().get(), Integer.toString(acts), Integer.toString(participants));
        return Optional.of(auction);
    }

    private void tell(Result result, String acts, String ofParticipants) {
        switch (result) {
            case Result.Won won -> report.add(Found.LOT_WON, lot, acts, ofParticipants,
                    won.winner(), won.amount().toString(), won.paid().toString());
            case Result.Unsuccessful none -> report.add(Found.LOT_UNSUCCESSFUL, lot, acts,
                    ofParticipants, "@unsuccessful."
                            + none.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            case Result.Cancelled cancelled -> report.add(Found.LOT_CANCELLED, lot, acts,
                    ofParticipants, cancelled.reason());
        }
    }
}
