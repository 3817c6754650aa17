package org.subhasta.awarding;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.subhasta.awarding.model.Choice;
import org.subhasta.awarding.model.Evaluation;
import org.subhasta.awarding.model.LotAuction;
import org.subhasta.awarding.model.PricedBid;
import org.subhasta.bidding.BoxView;
import org.subhasta.bidding.OpenedBid;
import org.subhasta.bidding.model.LotPrice;
import org.subhasta.kernel.Money;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.model.Lot;

/**
 * Everything known about a tender whose bids are open: what was published, what was bid and what
 * the officers said so far.
 *
 * @param evaluation empty while nobody has said anything
 * @param standing   disqualifications that were not taken back
 * @param award      the award's id where it is decided
 * @param failed     why bids did not pass technically, by their ids
 * @param auctions   those that follow the opening, by the lot's id
 */
record OpenedTender(
        TenderView tender,
        BoxView box,
        List<OpenedBid> bids,
        Optional<EvaluationRow> evaluation,
        List<DisqualificationRow> standing,
        List<ProposalRow> proposals,
        Optional<String> award,
        Map<String, String> failed,
        Map<String, AuctionsOfLots.Following> auctions) {

    long version() {
        return evaluation.map(EvaluationRow::version).orElse(0L);
    }

    /** When the box was closed. */
    Instant closedAt() {
        return box.closedAt().orElseThrow();
    }

    /** Whether a bid has prices to be ranked: the others are invalid, or did not pass. */
    static boolean isPriced(OpenedBid bid) {
        return bid.invalid().isEmpty() && !bid.lots().isEmpty();
    }

    Optional<OpenedBid> bid(String id) {
        return bids.stream().filter(bid -> bid.id().toString().equals(id)).findFirst();
    }

    Optional<Lot> lot(String id) {
        return tender.lots().stream().filter(lot -> lot.id().equals(id)).findFirst();
    }

    /** Where a lot stands in the tender, from 0; forms and requests name lots by it. */
    int position(String lot) {
        return tender.lots().stream().map(Lot::id).toList().indexOf(lot);
    }

    /** A lot for people: its number and title. */
    String name(String lot) {
        return position(lot) + 1 + " " + title(lot);
    }

    String title(String lot) {
        return lot(lot).map(Lot::title).orElse(lot);
    }

    /** The facts as the rules judge them. */
    Evaluation model() {
        Map<String, Choice> choices = new HashMap<>();
        proposals.forEach(row -> row.choice().ifPresent(c -> choices.put(row.lot(), c)));
        Map<String, LotAuction> following = new HashMap<>();
        auctions.forEach((lot, one) ->
                one.model().ifPresent(model -> following.put(lot, model)));
        return new Evaluation(
                tender.lots().stream().map(Lot::id).toList(),
                bids.stream().filter(OpenedTender::isPriced).map(OpenedTender::priced).toList(),
                standing.stream().map(DisqualificationRow::asModel).toList(),
                choices, following);
    }

    /** The auction that follows a lot's opening, or the draft of one. */
    Optional<AuctionOfLot> auction(String lot) {
        return Optional.ofNullable(auctions.get(lot)).map(AuctionsOfLots.Following::view);
    }

    Map<String, Proposal> proposed() {
        return proposals.stream()
                .collect(Collectors.toMap(ProposalRow::lot, ProposalRow::proposal));
    }

    /** The disqualification that keeps this bid out of this lot, that of the whole bid first. */
    Optional<DisqualificationRow> exclusion(String bid, String lot) {
        return standing.stream().filter(row -> row.concerns(bid, lot))
                .min((a, b) -> Boolean.compare(b.isWholeBid(), a.isWholeBid()));
    }

    /** The disqualification of the bid as a whole. */
    Optional<DisqualificationRow> exclusion(String bid) {
        return standing.stream()
                .filter(row -> row.isWholeBid() && row.bid().equals(bid)).findFirst();
    }

    private static PricedBid priced(OpenedBid bid) {
        Map<String, Money> prices = new LinkedHashMap<>();
        bid.lots().forEach((LotPrice lot) -> prices.put(lot.lot(), lot.price()));
        return new PricedBid(bid.id().toString(), bid.bidder(), prices);
    }
}
