package org.subhasta.awarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.subhasta.kernel.Refusal;
import org.subhasta.tendering.CancellationHindrance;

/** Nobody bids for a tender that is given up: its auctions are cancelled first, each with a reason. */
@ApplicationScoped
class AuctionUnderWay implements CancellationHindrance {

    @Inject
    private AuctionsOfLots auctions;

    @Override
    public Optional<Refusal> of(String tender) {
        return auctions.of(tender).entrySet().stream()
                .filter(one -> one.getValue().view().stage() == AuctionOfLot.Stage.UNDER_WAY)
                .findFirst().map(one -> Refusal.of(
                        AwardingRefusal.LOT_AUCTION_UNDER_WAY, one.getKey()));
    }
}
