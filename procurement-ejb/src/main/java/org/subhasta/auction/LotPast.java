package org.subhasta.auction;

import java.util.List;
import org.subhasta.auction.model.PublicHistory;

/** What everybody could see of a lot so far, first to last; of very much the latest. */
public record LotPast(List<PublicHistory.Point> prices, List<PublicHistory.Notice> notices) {
}
