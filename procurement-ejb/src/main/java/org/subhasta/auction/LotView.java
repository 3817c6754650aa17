package org.subhasta.auction;

import java.time.Instant;
import org.subhasta.auction.model.AudienceView;

/**
 * What the caller may see of a lot now.
 *
 * @param now the server's time, from which a countdown is counted
 */
public record LotView(String auction, String lot, Instant now, AudienceView view) {
}
