package org.subhasta.awarding;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.Money;

/**
 * An award as the public sees it. Names and titles are those of the moment it was decided.
 *
 * @param reference   the process's public reference: our tender's, or the OCDS id of an import
 * @param outcome     of the whole: {@link Outcome#COMPLETE} where at least one lot was awarded
 * @param zone        the authority's, in which its dates are written
 * @param closedAt    when the bids became readable; empty for a recorded award
 * @param prices      {@code net} or {@code gross}; {@code ""} where not known
 * @param total       of all lots awarded; empty where none was or no value was published
 * @param bids        every bid that counted, as received; empty for a recorded award
 * @param winners     each supplier once, with the sum of what it won
 * @param evidence    the journal's entries the award rests on, oldest first
 * @param notice      empty for a recorded award
 */
public record AwardView(
        String id,
        Source source,
        Tender tender,
        String reference,
        Organisation buyer,
        Outcome outcome,
        Instant decidedAt,
        ZoneId zone,
        Optional<Instant> closedAt,
        String prices,
        Optional<Money> total,
        String description,
        List<Bid> bids,
        List<Lot> lots,
        List<Winner> winners,
        List<Evidence> evidence,
        Optional<NoticeFile> notice) {

    /** Where an award comes from. */
    public enum Source {
        /** Decided on this platform. */
        DECIDED,
        /** Decided elsewhere and imported with its process. */
        RECORDED
    }

    /** What a tender, or a lot, came to. */
    public enum Outcome { COMPLETE, UNSUCCESSFUL, CANCELLED, PENDING }

    /** The tender it decides. */
    public record Tender(String id, String title) {
    }

    /** A buyer, bidder or supplier; the id is empty for one that is not registered here. */
    public record Organisation(Optional<String> id, String name) {
    }

    /**
     * A bid that was received and counted.
     *
     * @param id           its UUID
     * @param digest       SHA-256 of the signed statement, in hex, as the bidder's receipt has it
     * @param disqualified the published reason where the whole bid is out; else empty
     */
    public record Bid(
            String id,
            Organisation bidder,
            Instant receivedAt,
            String digest,
            Optional<String> disqualified) {
    }

    /**
     * A lot and what became of it.
     *
     * @param number  from 1, as on the tender's page
     * @param reason  in words; {@code ""} where the price alone decided
     * @param ranking best first, those that are out last
     * @param auction the reverse auction whose end the ranking is; empty: it is by the opened
     *                prices
     */
    public record Lot(
            String id,
            int number,
            String title,
            LotResult result,
            Optional<String> awardedBid,
            Optional<Organisation> winner,
            Optional<Money> price,
            String reason,
            List<Standing> ranking,
            Optional<String> auction) {
    }

    /** What became of one lot. */
    public enum LotResult { AWARDED, NOT_AWARDED, WITHOUT_BIDS, ALL_DISQUALIFIED }

    /**
     * Where a bid stood for a lot.
     *
     * @param rank         from 1, equal prices share it; empty where it is out: disqualified, or
     *                     with no price at the end of the lot's auction
     * @param disqualified the published reason
     */
    public record Standing(
            String bid,
            Organisation bidder,
            Money price,
            Optional<Integer> rank,
            boolean tied,
            Optional<String> disqualified) {
    }

    /** A supplier and what it won in all; no sum where an import gives none per supplier. */
    public record Winner(Organisation supplier, Optional<Money> total, List<Integer> lots) {
    }

    /**
     * An entry of the journal.
     *
     * @param act  the journal's name for it, e.g. {@code box-closed}
     * @param leaf its leaf hash, SHA-256 in hex
     */
    public record Evidence(String act, Instant at, String leaf) {
    }

    /** The award as programs are given it: format {@code subhasta-award-1}. */
    public JsonObject data() {
        return AwardJson.of(this);
    }

    /** The same award with its notice. */
    AwardView with(NoticeFile file) {
        return new AwardView(id, source, tender, reference, buyer, outcome, decidedAt, zone,
                closedAt, prices, total, description, bids, lots, winners, evidence,
                Optional.of(file));
    }

    /** The same award resting on these entries. */
    AwardView with(List<Evidence> entries) {
        return new AwardView(id, source, tender, reference, buyer, outcome, decidedAt, zone,
                closedAt, prices, total, description, bids, lots, winners, entries, notice);
    }
}
