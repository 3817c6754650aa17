package org.subhasta.auction;

import org.subhasta.auction.model.Auction;

/**
 * A lot as far as it is known here: good until the lot's row counts more acts.
 *
 * @param acts  how many were judged
 * @param jumps up to which jump of the clock it was looked at
 */
record LotState(Lot lot, Auction auction, long acts, long jumps) {
}
