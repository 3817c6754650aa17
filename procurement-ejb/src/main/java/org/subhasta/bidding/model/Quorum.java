package org.subhasta.bidding.model;

/** Whether the shares of a sealed part are enough to open it. */
public enum Quorum {

    /** As many shares match as open it. */
    REACHED,
    /** Openers who have not acted yet may still bring what is missing. */
    AWAITED,
    /** Nobody is left to bring it, or the time is over: the part is invalid, whoever met. */
    MISSED;

    /**
     * Judges.
     *
     * @param matching shares released that match their hashes in the envelope; no other counts
     * @param acted    openers who acted on this part
     * @param over     whether the opening's period is over
     */
    public static Quorum of(Committee committee, int matching, int acted, boolean over) {
        if (matching >= committee.threshold()) {
            return REACHED;
        }
        return over || acted >= committee.openers().size() ? MISSED : AWAITED;
    }
}
