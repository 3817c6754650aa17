package org.subhasta.web.awarding;

import java.util.List;
import org.subhasta.awarding.EvaluationView;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

/**
 * An evaluation for programs; members that would be empty are left out.
 *
 * @param version what a change must name
 * @param award   the award's id once it is decided
 */
public record EvaluationAsData(String tender, String title, long version, String currency,
        String prices, String closedAt, String award, List<Bid> bids, List<Lot> lots) {

    /**
     * An opened bid; files and signed bytes are under {@code /api/v1/bids/{id}}.
     *
     * @param invalid code of the reason why it was invalid when it was opened
     * @param failed  why it did not pass the technical evaluation
     */
    public record Bid(String id, String bidder, String name, String receivedAt, String digest,
            String certificate, Money total, String invalid, String failed, String disqualified,
            List<File> attachments) {
    }

    /** A file of a bid; its digest is salted, as the signed statement has it. */
    public record File(String part, String name, long size, String digest) {
    }

    /**
     * A lot with its ranking.
     *
     * @param problem the refusal that keeps it from being decided as proposed
     */
    public record Lot(String lot, int number, String title, Money estimate, String problem,
            Proposed proposed, List<Place> ranking, boolean auctioned, Auction auction) {
    }

    /** The auction that follows the lot's opening: draft, under-way, decides, without-winner. */
    public record Auction(String auction, String stage) {
    }

    /** What is proposed for a lot: undecided, award or no-award. */
    public record Proposed(String kind, String bid, String reason) {
    }

    /** Where a bid stands for a lot; no rank where it is disqualified. */
    public record Place(String bid, Money price, Integer rank, boolean tied,
            String disqualified) {
    }

    static EvaluationAsData of(EvaluationView view) {
        return new EvaluationAsData(view.tender(), view.title(), view.version(), view.currency(),
                view.prices(), view.closedAt().toString(), view.award().orElse(null),
                view.bids().stream().map(EvaluationAsData::bid).toList(),
                view.lots().stream().map(EvaluationAsData::lot).toList());
    }

    private static Bid bid(EvaluationView.Bid bid) {
        return new Bid(bid.id(), bid.bidder(), bid.bidderName(), bid.receivedAt().toString(),
                bid.digest(), bid.signer().fingerprint(), bid.total().orElse(null),
                bid.invalid().map(Refusal::code).map(Refusal.Code::name).orElse(null),
                bid.failed().orElse(null),
                bid.disqualified().map(EvaluationView.Exclusion::reason).orElse(null),
                bid.attachments().stream()
                        .map(file -> new File(file.part().word(), file.name(),
                                file.size(), file.digest())).toList());
    }

    private static Lot lot(EvaluationView.Lot lot) {
        return new Lot(lot.id(), lot.number(), lot.title(), lot.estimate().orElse(null),
                lot.problem().map(Enum::name).orElse(null),
                new Proposed(AwardFilter.word(lot.proposal().kind()),
                        lot.proposal().bid().orElse(null), lot.proposal().reason()),
                lot.ranking().stream().map(s -> new Place(s.bid(), s.price(),
                        s.rank().orElse(null), s.tied(), s.disqualified()
                                .map(EvaluationView.Exclusion::reason).orElse(null))).toList(),
                lot.auctioned(), lot.auction().map(one -> new Auction(one.auction(),
                        AwardFilter.word(one.stage()))).orElse(null));
    }
}
