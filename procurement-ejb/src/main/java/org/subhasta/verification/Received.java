package org.subhasta.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.bidding.model.BoxTerms;
import org.subhasta.bidding.model.ClosingMove;
import org.subhasta.bidding.model.OutageRule;
import org.subhasta.kernel.Period;

/**
 * What the journal says was received for a tender: until when, and which bids stood at the end.
 * Everything follows from the entries; a bid that was dropped is missing against them.
 *
 * @param closesAt    from when on a bid is late, after every move
 * @param graceEndsAt from when on one is late that was announced in time
 * @param closed      the entry of the closing act
 * @param acts        every bid, replacement and withdrawal, in order
 */
record Received(Instant closesAt, Instant graceEndsAt, JournalEntry closed, List<Act> acts) {

    Received {
        acts = List.copyOf(acts);
    }

    /**
     * A bid accepted, or taken back.
     *
     * @param bid       its id
     * @param digest    SHA-256 of the envelope
     * @param signature SHA-256 of its signature
     * @param arrived   when its last byte had arrived: it was judged by that, a little later
     * @param stood     the bid of the same bidder that stood before it
     * @param announced SHA-256 of the envelope that the bidder had announced last, in time
     */
    record Act(JournalEntry entry, String bid, String bidder, String digest, String signature,
            Instant arrived, Optional<String> stood, Optional<String> announced) {

        boolean isWithdrawal() {
            return entry.act().equals("bid-withdrawn");
        }
    }

    /**
     * Reads it out of the journal.
     *
     * @param terms as published
     * @return empty where something is wrong, or the box is not closed; the report tells which
     */
    static Optional<Received> read(
            JournalPart tender, JournalPart box, BoxTerms terms, Report report) {
        Optional<Instant> closesAt = closesAt(tender, terms.closesAt(), report);
        Optional<Instant> graceEndsAt =
                closesAt.flatMap(closing -> graceEndsAt(tender, closing, terms, report));
        if (graceEndsAt.isEmpty()) {
            return Optional.empty();
        }
        List<JournalEntry> closings = box.of("box-closed");
        if (closings.isEmpty()) {
            report.add(Found.BOX_NOT_CLOSED);
            return Optional.empty();
        }
        Instant closed = closings.getFirst().at();
        boolean once = closings.size() == 1 && !closed.isBefore(closesAt.get());
        report.check(once, Found.CLOSED_IN_TIME, Found.CLOSED_EARLY,
                closesAt.get().toString(), closed.toString());
        return once ? Optional.of(new Received(closesAt.get(), graceEndsAt.get(),
                closings.getFirst(), acts(box, closesAt.get())))
                : Optional.empty();
    }

    /** Each move is recomputed by the published rule from the outage that the journal names. */
    private static Optional<Instant> closesAt(
            JournalPart tender, Instant deadline, Report report) {
        Instant closesAt = deadline;
        for (JournalEntry entry : tender.of("closing-moved")) {
            Json payload = payload(entry);
            Optional<ClosingMove> move = OutageRule.move(closesAt, new Period(
                    payload.instant("outageFrom"), payload.instant("outageUntil")));
            if (move.isEmpty() || !move.get().to().equals(payload.instant("to"))
                    || !closesAt.equals(payload.instant("from"))) {
                report.add(Found.CLOSING_MOVED_WRONGLY, closesAt.toString(), payload.text("to"));
                return Optional.empty();
            }
            closesAt = move.get().to();
        }
        if (!closesAt.equals(deadline)) {
            report.add(Found.CLOSING_MOVED_BY_RULE, deadline.toString(), closesAt.toString());
        }
        return Optional.of(closesAt);
    }

    /** By the same rule, from the closing as it came to stand. */
    private static Optional<Instant> graceEndsAt(
            JournalPart tender, Instant closesAt, BoxTerms terms, Report report) {
        Instant ends = closesAt.plus(terms.grace());
        for (JournalEntry entry : tender.of("grace-moved")) {
            Json payload = payload(entry);
            Optional<ClosingMove> move = OutageRule.graceMove(closesAt, ends, new Period(
                    payload.instant("outageFrom"), payload.instant("outageUntil")));
            if (move.isEmpty() || !move.get().to().equals(payload.instant("to"))
                    || !ends.equals(payload.instant("from"))) {
                report.add(Found.GRACE_MOVED_WRONGLY, ends.toString(), payload.text("to"));
                return Optional.empty();
            }
            report.add(Found.GRACE_MOVED_BY_RULE, ends.toString(), move.get().to().toString());
            ends = move.get().to();
        }
        return Optional.of(ends);
    }

    private static List<Act> acts(JournalPart box, Instant closesAt) {
        Map<String, String> standing = new LinkedHashMap<>();
        Map<String, String> announced = new HashMap<>();
        List<Act> acts = new ArrayList<>();
        for (JournalEntry entry : box.of(
                "bid-announced", "bid-received", "bid-replaced", "bid-withdrawn")) {
            Json payload = payload(entry);
            String bidder = payload.text("bidder");
            if (entry.act().equals("bid-announced")) {
                if (entry.at().isBefore(closesAt)) {
                    announced.put(bidder, payload.text("envelope"));
                }
                continue;
            }
            Act act = new Act(entry, payload.text("bid"), bidder, payload.text("digest"),
                    payload.text("signature"), arrived(entry, payload),
                    Optional.ofNullable(standing.get(bidder)),
                    Optional.ofNullable(announced.get(bidder)));
            if (act.isWithdrawal()) {
                standing.remove(bidder);
            } else {
                standing.put(bidder, act.bid());
            }
            acts.add(act);
        }
        return acts;
    }

    private static Instant arrived(JournalEntry entry, Json payload) {
        Instant arrived = payload.instant("arrived");
        if (arrived.isAfter(entry.at())) {
            throw payload.malformed("arrived");
        }
        return arrived;
    }

    /** The bids that stood at the closing, by their ids. */
    Map<String, Act> standing() {
        Map<String, Act> standing = new LinkedHashMap<>();
        acts.forEach(act -> {
            act.stood().ifPresent(standing::remove);
            if (!act.isWithdrawal()) {
                standing.put(act.bid(), act);
            }
        });
        return standing;
    }

    private static Json payload(JournalEntry entry) {
        return entry.payload().orElseThrow(() -> new Json.Malformed("payload"));
    }
}
