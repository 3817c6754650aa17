package org.subhasta.awarding;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.subhasta.bidding.OpenedBid;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

/**
 * A tender's evaluation as its officers see it.
 *
 * @param version what a change must name (A3); 0 while nobody has said anything yet
 * @param prices  {@code net} or {@code gross}
 * @param zone    the authority's
 * @param award   the award's id where it is decided
 * @param change  the latest, by whom and when
 */
public record EvaluationView(
        String tender,
        String title,
        String buyer,
        long version,
        String currency,
        String prices,
        ZoneId zone,
        Instant closedAt,
        Optional<String> award,
        Optional<Change> change,
        List<Bid> bids,
        List<Lot> lots) {

    /** The latest change of the evaluation, and the identifier of who made it. */
    public record Change(String person, Instant at) {
    }

    /**
     * An opened bid.
     *
     * @param digest       SHA-256 of the signed envelope, in hex
     * @param attachments  its files
     * @param total        of its prices; empty where it has none
     * @param invalid      why it was invalid when it was opened: it is in no ranking
     * @param failed       why it did not pass the technical evaluation: its price stays sealed
     * @param disqualified where the whole bid is out
     * @param flags        the exclusions of its bidder that count here now, the oldest first
     */
    public record Bid(
            String id,
            String bidder,
            String bidderName,
            Instant receivedAt,
            String digest,
            Signer signer,
            List<OpenedBid.File> attachments,
            int lots,
            Optional<Money> total,
            Optional<Refusal> invalid,
            Optional<String> failed,
            Optional<Exclusion> disqualified,
            List<Flag> flags) {

        /** Whether the officer has still to disqualify it or keep it: nothing is awarded before. */
        public boolean undecided() {
            return flags.stream().anyMatch(flag -> !flag.decided());
        }
    }

    /**
     * An exclusion of a bid's bidder.
     *
     * @param exclusion its identifier
     * @param cited     the article of law
     * @param reason    why the supplier is excluded
     * @param kept      why the bid was kept nevertheless; empty where it was not
     * @param decided   whether it was kept or is out of every lot it is for
     */
    public record Flag(String exclusion, String cited, String reason, Instant since,
            Optional<String> kept, boolean decided) {
    }

    /**
     * Who signed a bid; names are {@code ""} where the certificate is not known any more.
     *
     * @param subject     distinguished name, RFC 2253
     * @param fingerprint SHA-256 of the certificate, in hex
     */
    public record Signer(String person, String subject, String issuer, String fingerprint) {
    }

    /** A disqualification that stands, the identifier of who made it, and when. */
    public record Exclusion(String reason, String person, Instant at) {
    }

    /**
     * A lot with its ranking and what is proposed for it.
     *
     * @param proposal  as typed; undecided with no reason where nothing was
     * @param problem   what keeps it from being decided as it is; empty: nothing
     * @param auctioned whether the notice says that an auction may follow
     * @param auction   the one that does, or the draft of one
     */
    public record Lot(
            String id,
            int number,
            String title,
            Optional<Money> estimate,
            List<Standing> ranking,
            Proposal proposal,
            Optional<AwardingRefusal> problem,
            boolean auctioned,
            Optional<AuctionOfLot> auction) {

        /** Whether there is anything for the officer to decide. */
        public boolean needsChoice() {
            return ranking.stream().anyMatch(
                    s -> s.rank().isPresent() || s.disqualified().isEmpty());
        }
    }

    /**
     * Where a bid stands for a lot.
     *
     * @param rank         empty where it is disqualified
     * @param disqualified where it is out, for this lot or as a whole; also empty where it only
     *                     stood with no price at the end of the lot's auction
     * @param wholeBid     whether it is out as a whole
     */
    public record Standing(
            String bid,
            String bidderName,
            Money price,
            Optional<Integer> rank,
            boolean tied,
            Optional<Exclusion> disqualified,
            boolean wholeBid) {
    }

    /** How many lots still keep the award from being decided. */
    public long undecided() {
        return lots.stream().filter(lot -> lot.problem().isPresent()).count();
    }
}
