package org.subhasta.auction.model;

/**
 * What each audience may see while a phase runs. Names are never shown before the end, to nobody.
 *
 * @param participants at least as much as the public: a participant reads the public page too
 */
public record Visibility(Level participants, Level officer, Level everyone) {

    /** Before the opening. */
    static final Visibility NOTHING = new Visibility(Level.BLIND, Level.BLIND, Level.BLIND);

    /** From most to least. */
    public enum Level {

        /** Every standing bid, under anonymous numbers. */
        EVERYTHING_BUT_NAMES,
        /** The leading price and nothing of the others. */
        BEST_PRICE,
        /** The own place in the ranking; for participants only. */
        OWN_RANK,
        /** Nothing of the others. */
        BLIND;

        boolean showsBestPrice() {
            return compareTo(BEST_PRICE) <= 0;
        }
    }

    /** Every audience sees every standing bid. */
    public static final Visibility OPEN = new Visibility(Level.EVERYTHING_BUT_NAMES,
            Level.EVERYTHING_BUT_NAMES, Level.EVERYTHING_BUT_NAMES);

    /** Participants see their own rank, the officer all, the public nothing. */
    public static final Visibility RANKED =
            new Visibility(Level.OWN_RANK, Level.EVERYTHING_BUT_NAMES, Level.BLIND);
}
