package org.subhasta.auction;

/**
 * Terms that are not published yet. An officer's desk keeps unfinished ones too
 * ({@link AuctionDesk#save}); whether they can be published is judged when they are to be.
 *
 * @param title   {@code ""} while there is none
 * @param version what {@link AuctionDesk#save} has to name: nobody overwrites unseen changes
 */
public record AuctionDraft(String id, String title, String terms, long version) {
}
