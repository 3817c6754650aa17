package org.subhasta.bidding.model;

import java.util.List;
import java.util.Optional;

/**
 * Those to whom the bids of a box are sealed: any {@code threshold} of them together open a bid,
 * fewer never.
 *
 * @param threshold   how many have to act
 * @param openers     in the order in which shares are given out
 * @param fingerprint SHA-256, hexadecimal, of the committee as it is published: every envelope
 *                    repeats it
 */
public record Committee(int threshold, List<Opener> openers, String fingerprint) {

    /** Fewer could be one, and one alone could read every bid. */
    public static final int LEAST_THRESHOLD = 2;

    /** More nobody brings together. */
    public static final int MOST_OPENERS = 15;

    public Committee {
        openers = List.copyOf(openers);
        if (threshold < LEAST_THRESHOLD || threshold > openers.size()
                || openers.size() > MOST_OPENERS) {
            throw new IllegalArgumentException(
                    threshold + " of " + openers.size() + " is no committee");
        }
        if (openers.stream().map(Opener::person).distinct().count() != openers.size()) {
            throw new IllegalArgumentException("an opener is there twice");
        }
        if (!fingerprint.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256, hexadecimal");
        }
    }

    /** The member who is this person. */
    public Optional<Opener> member(String person) {
        return openers.stream().filter(opener -> opener.person().equals(person)).findFirst();
    }
}
