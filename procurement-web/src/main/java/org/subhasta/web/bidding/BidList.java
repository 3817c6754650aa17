package org.subhasta.web.bidding;

import java.util.List;

/** Bids, for programs. */
public record BidList(List<BidAsData> bids) {
}
