package org.subhasta.auction;

/**
 * Terms that are not published yet. An officer's desk keeps unfinished ones too
 * ({@link AuctionDesk#save}): those that can be read and have no contradictions are judged when they
 * are published at the latest.
 *
 * @param title   {@code ""} while there is none
 * @param version what {@link AuctionDesk#save} has to name, so that nobody overwrites unseen changes
 */
public record AuctionDraft(String id, String title, String terms, long version) {
}
