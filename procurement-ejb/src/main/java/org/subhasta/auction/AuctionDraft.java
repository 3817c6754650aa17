package org.subhasta.auction;

/** Terms that are not published yet, without contradictions. */
public record AuctionDraft(String id, String title, String terms) {
}
