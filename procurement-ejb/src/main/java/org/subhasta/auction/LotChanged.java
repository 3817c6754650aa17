package org.subhasta.auction;

/**
 * Something was recorded of a lot. Fired after the commit, only to wake whoever watches: what they
 * may see they read from {@link AuctionReports}.
 */
public record LotChanged(String auction, String lot) {
}
