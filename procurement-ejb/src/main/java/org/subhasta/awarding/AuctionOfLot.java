package org.subhasta.awarding;

/**
 * The auction that follows the opening of a lot's bids, or the draft of one.
 *
 * @param auction its id, also while it is a draft
 */
public record AuctionOfLot(String auction, Stage stage) {

    /** How far it is. */
    public enum Stage {
        /** Its terms are being written; nobody else has seen them. */
        DRAFT,
        /** Published, and not ended. */
        UNDER_WAY,
        /** Somebody won: the lot's ranking is the auction's. */
        DECIDES,
        /** Nobody won, or it was cancelled: the lot is decided by the opened prices. */
        WITHOUT_WINNER
    }
}
