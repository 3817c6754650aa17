package org.subhasta.bidding.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.kernel.Refusal;

/**
 * Whether an envelope, or its announcement, is admitted to a box. Judged under the box's lock, from
 * facts alone: no database, no clock, no signature is looked at here, and nothing of what is
 * sealed. The order of the questions is the order of {@link BiddingRefusal}.
 */
public final class Admission {

    private Admission() {
    }

    /**
     * The box as it is under its lock.
     *
     * @param graceEndsAt until when an announced envelope may arrive
     * @param lastBeat    the platform's last heartbeat: a bid is not called late while an outage
     *                    that may move the closing is not judged yet
     */
    public record Box(BoxTerms terms, Instant closesAt, Instant graceEndsAt, BoxState state,
                      Instant lastBeat) {
    }

    /**
     * What is in this box, above all of the bidder's.
     *
     * @param sameId    the digest of the envelope accepted before under the id now used
     * @param standing  the bidder's standing bid
     * @param announced the digest of the envelope that the bidder announced last
     * @param all       how many bids stand, whoever's; asked only of one that adds to them
     */
    public record Before(Optional<String> sameId, Optional<UUID> standing,
                         Optional<String> announced, int all) {
    }

    /**
     * What arrived.
     *
     * @param bid       the envelope's clear part
     * @param digest    SHA-256 of the envelope's bytes, hexadecimal
     * @param signature why the signature does not count; empty where it does
     * @param committee whether it is sealed to the box's opening committee
     * @param sender    the organisation for which it was sent
     * @param texts     the texts sent along, as they were measured
     * @param at        when its last byte arrived
     */
    public record Arrival(SealedBid bid, String digest, Optional<Refusal> signature,
                          boolean committee, String sender, List<SealedBid.Text> texts,
                          Instant at) {
        public Arrival {
            texts = List.copyOf(texts);
        }
    }

    /** What comes of it. */
    public sealed interface Verdict {

        /** It counts. */
        record Admitted() implements Verdict {
        }

        /** The same envelope was accepted before. */
        record Repeated() implements Verdict {
        }

        /** It does not count; at least one reason, the first one first. */
        record Refused(List<Refusal> refusals) implements Verdict {
        }
    }

    /** Judges an envelope. */
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
        boolean announced = before.announced().filter(arrival.digest()::equals).isPresent()
                // Otherwise one could wait until after the closing with deciding to withdraw.
                && arrival.bid().kind() != BidKind.WITHDRAW;
        Optional<Refusal> rule = time(box, arrival.at(), announced)
                .or(() -> order(before.standing(), arrival.bid()))
                .or(() -> room(before.all(), arrival.bid()))
                .or(() -> parts(box.terms(), arrival.bid()));
        if (rule.isPresent()) {
            return refused(rule.get());
        }
        List<Refusal> texts = texts(arrival);
        return texts.isEmpty() ? new Verdict.Admitted() : new Verdict.Refused(texts);
    }

    /**
     * Judges an announcement, which is in time only before the closing itself.
     *
     * @param signature why the signature does not count; empty where it does
     * @param sender    the organisation for which it was sent
     */
    public static Optional<Refusal> judge(Box box, Announcement announcement,
            Optional<Refusal> signature, String sender, Instant at) {
        return signature
                .or(() -> otherThings(box.terms(), announcement.tender(), announcement.notice(),
                        announcement.bidder(), sender))
                .or(() -> time(box, at, false));
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

    /** The envelope binds tender, notice, bidder and openers; each has to be the one at hand. */
    private static Optional<Refusal> otherThings(BoxTerms terms, Arrival arrival) {
        SealedBid bid = arrival.bid();
        return otherThings(terms, bid.tender(), bid.notice(), bid.bidder(), arrival.sender())
                .or(() -> arrival.committee() ? Optional.empty()
                        : Optional.of(Refusal.at("openers", BiddingRefusal.OPENERS_DIFFER)));
    }

    private static Optional<Refusal> otherThings(BoxTerms terms, String tender, String notice,
            String bidder, String sender) {
        if (!tender.equals(terms.id())) {
            return Optional.of(Refusal.at("tender", BiddingRefusal.TENDER_DIFFERS));
        }
        if (!notice.equals(terms.notice())) {
            return Optional.of(Refusal.at("notice", BiddingRefusal.NOTICE_DIFFERS));
        }
        return bidder.equals(sender) ? Optional.empty()
                : Optional.of(Refusal.at("bidder", BiddingRefusal.BIDDER_DIFFERS));
    }

    private static Optional<Refusal> time(Box box, Instant at, boolean announced) {
        Instant end = announced ? box.graceEndsAt() : box.closesAt();
        return switch (box.state()) {
            case BoxState.Abandoned abandoned ->
                    Optional.of(Refusal.of(BiddingRefusal.BOX_ABANDONED));
            case BoxState.Open open when at.isBefore(end) -> Optional.empty();
            case BoxState.Open open -> OutageRule.isCurrent(box.lastBeat(), at)
                    ? Optional.of(late(end, at))
                    : Optional.of(Refusal.of(BiddingRefusal.OUTAGE_NOT_JUDGED));
            case BoxState.Closed c -> Optional.of(late(end, at));
            case BoxState.TechnicalOpened t -> Optional.of(late(end, at));
            case BoxState.Released r -> Optional.of(late(end, at));
            case BoxState.Opened o -> Optional.of(late(end, at));
        };
    }

    private static Refusal late(Instant end, Instant at) {
        Duration by = Duration.between(end, at);
        return Refusal.of(BiddingRefusal.LATE,
                end.toString(), at.toString(), Long.toString(Math.max(0, by.toSeconds())));
    }

    /** One standing bid per bidder: the first is submitted, every further one names it. */
    private static Optional<Refusal> order(Optional<UUID> standing, SealedBid bid) {
        if (bid.kind() == BidKind.SUBMIT) {
            return standing.map(id ->
                    Refusal.at("kind", BiddingRefusal.BID_STANDS_ALREADY, id.toString()));
        }
        if (standing.isEmpty()) {
            return Optional.of(Refusal.at("kind", BiddingRefusal.NO_BID_STANDS));
        }
        return standing.equals(bid.replaces())
                ? Optional.empty()
                : Optional.of(Refusal.at("replaces", BiddingRefusal.REPLACES_ANOTHER));
    }

    /** More could be taken in and never be opened. What takes another's place always has one. */
    private static Optional<Refusal> room(int all, SealedBid bid) {
        return bid.kind() == BidKind.SUBMIT && all >= SealedBid.MOST_IN_A_BOX
                ? Optional.of(Refusal.of(BiddingRefusal.BOX_FULL,
                        Integer.toString(SealedBid.MOST_IN_A_BOX)))
                : Optional.empty();
    }

    private static Optional<Refusal> parts(BoxTerms terms, SealedBid bid) {
        List<Part> wanted = bid.kind() == BidKind.WITHDRAW ? List.of()
                : terms.opening().map(OpeningTerms::parts).orElse(List.of());
        return bid.parts().equals(wanted) ? Optional.empty()
                : Optional.of(Refusal.at("parts", BiddingRefusal.PARTS_DIFFER,
                        String.join(", ", wanted.stream().map(Part::word).toList())));
    }

    /** Each text named was sent, and no other: matched by name. */
    private static List<Refusal> texts(Arrival arrival) {
        if (arrival.bid().size() > SealedBid.MAXIMUM_BYTES_TOGETHER) {
            return List.of(Refusal.at("texts", BiddingRefusal.TEXTS_TOO_LARGE,
                    Long.toString(SealedBid.MAXIMUM_BYTES_TOGETHER >> 20)));
        }
        Map<String, SealedBid.Text> sent = new HashMap<>();
        List<Refusal> unlisted = new ArrayList<>();
        for (SealedBid.Text text : arrival.texts()) {
            if (sent.putIfAbsent(text.name(), text) != null) {
                unlisted.add(Refusal.at("texts", BiddingRefusal.TEXT_NOT_LISTED, text.name()));
            }
        }
        List<Refusal> missing = new ArrayList<>();
        List<Refusal> different = new ArrayList<>();
        for (SealedBid.Text text : arrival.bid().texts()) {
            SealedBid.Text found = sent.remove(text.name());
            if (found == null) {
                missing.add(Refusal.at("texts", BiddingRefusal.TEXT_MISSING, text.name()));
            } else if (!found.equals(text)) {
                different.add(Refusal.at("texts", BiddingRefusal.TEXT_DIFFERS, text.name()));
            }
        }
        sent.keySet().forEach(name ->
                unlisted.add(Refusal.at("texts", BiddingRefusal.TEXT_NOT_LISTED, name)));
        missing.addAll(different);
        missing.addAll(unlisted);
        return missing;
    }

    private static Verdict refused(Refusal refusal) {
        return new Verdict.Refused(List.of(refusal));
    }
}
