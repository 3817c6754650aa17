package org.subhasta.bidding.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.kernel.Refusal;

/**
 * Whether a statement is admitted to a box. Judged under the box's lock, from facts alone: no
 * database, no clock, no signature is looked at here. The order of the questions is the order of
 * {@link BiddingRefusal}.
 */
public final class Admission {

    private Admission() {
    }

    /**
     * The box as it is under its lock.
     *
     * @param lastBeat the platform's last heartbeat: a bid is not called late while an outage that
     *                 may move the closing is not judged yet
     */
    public record Box(BoxTerms terms, Instant closesAt, BoxState state, Instant lastBeat) {
    }

    /**
     * What is known of the bidder in this box.
     *
     * @param sameId   the digest of the statement accepted before under the id now used
     * @param standing the bidder's standing bid
     */
    public record Before(Optional<String> sameId, Optional<UUID> standing) {
    }

    /**
     * What arrived.
     *
     * @param statement what was signed
     * @param digest    SHA-256 of the statement's bytes, hexadecimal
     * @param signature why the signature does not count; empty where it does
     * @param sender    the organisation for which it was sent
     * @param files     the files sent along, as they were measured
     * @param at        the instant read under the lock
     */
    public record Arrival(BidStatement statement, String digest, Optional<Refusal> signature,
                          String sender, List<BidAttachment> files, Instant at) {
        public Arrival {
            files = List.copyOf(files);
        }
    }

    /** What comes of it. */
    public sealed interface Verdict {

        /** It counts, with these prices in the order of the box's lots; none for a withdrawal. */
        record Admitted(List<LotPrice> prices) implements Verdict {
        }

        /** The same statement was accepted before. */
        record Repeated() implements Verdict {
        }

        /** It does not count; at least one reason, the first one first. */
        record Refused(List<Refusal> refusals) implements Verdict {
        }
    }

    /** Judges. */
    public static Verdict judge(Box box, Before before, Arrival arrival) {
        if (repeats(box.terms(), before, arrival)) {
            return new Verdict.Repeated();
        }
        Optional<Refusal> outer = arrival.signature().or(() -> otherThings(box.terms(), arrival));
        if (outer.isPresent()) {
            return refused(outer.get());
        }
        if (before.sameId().isPresent()) {
            return refused(Refusal.at("id", BiddingRefusal.ID_REUSED));
        }
        Optional<Refusal> rule = time(box, arrival.at())
                .or(() -> order(before.standing(), arrival.statement()));
        return rule.map(Admission::refused).orElseGet(() -> Offer.judge(box.terms(), arrival));
    }

    /**
     * A bid that stands keeps its receipt: who sends the same bytes again is given it, even if the
     * certificate expired or was withdrawn meanwhile. Only a signature over something else is none.
     */
    private static boolean repeats(BoxTerms terms, Before before, Arrival arrival) {
        boolean altered = arrival.signature()
                .filter(why -> why.code() == BiddingRefusal.SIGNATURE_INVALID).isPresent();
        return !altered
                && before.sameId().filter(arrival.digest()::equals).isPresent()
                && otherThings(terms, arrival).isEmpty();
    }

    /** The statement binds tender, notice and bidder; each has to be the one at hand. */
    private static Optional<Refusal> otherThings(BoxTerms terms, Arrival arrival) {
        BidStatement statement = arrival.statement();
        if (!statement.tender().equals(terms.id())) {
            return Optional.of(Refusal.at("tender", BiddingRefusal.TENDER_DIFFERS));
        }
        if (!statement.notice().equals(terms.notice())) {
            return Optional.of(Refusal.at("notice", BiddingRefusal.NOTICE_DIFFERS));
        }
        if (!statement.bidder().equals(arrival.sender())) {
            return Optional.of(Refusal.at("bidder", BiddingRefusal.BIDDER_DIFFERS));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> time(Box box, Instant at) {
        return switch (box.state()) {
            case BoxState.Abandoned abandoned ->
                    Optional.of(Refusal.of(BiddingRefusal.BOX_ABANDONED));
            case BoxState.Closed closed -> Optional.of(late(box.closesAt(), at));
            case BoxState.Open open when at.isBefore(box.closesAt()) -> Optional.empty();
            case BoxState.Open open -> OutageRule.isCurrent(box.lastBeat(), at)
                    ? Optional.of(late(box.closesAt(), at))
                    : Optional.of(Refusal.of(BiddingRefusal.OUTAGE_NOT_JUDGED));
        };
    }

    private static Refusal late(Instant closesAt, Instant at) {
        Duration by = Duration.between(closesAt, at);
        return Refusal.of(BiddingRefusal.LATE,
                closesAt.toString(), at.toString(), Long.toString(Math.max(0, by.toSeconds())));
    }

    /** One standing bid per bidder: the first is submitted, every further one names it. */
    private static Optional<Refusal> order(Optional<UUID> standing, BidStatement statement) {
        if (statement.kind() == BidKind.SUBMIT) {
            return standing.map(id ->
                    Refusal.at("kind", BiddingRefusal.BID_STANDS_ALREADY, id.toString()));
        }
        if (standing.isEmpty()) {
            return Optional.of(Refusal.at("kind", BiddingRefusal.NO_BID_STANDS));
        }
        return standing.equals(statement.replaces())
                ? Optional.empty()
                : Optional.of(Refusal.at("replaces", BiddingRefusal.REPLACES_ANOTHER));
    }

    private static Verdict refused(Refusal refusal) {
        return new Verdict.Refused(List.of(refusal));
    }
}
