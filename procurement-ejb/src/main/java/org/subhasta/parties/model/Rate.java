package org.subhasta.parties.model;

import java.time.Duration;

/**
 * How often something may be done.
 *
 * @param burst so often at once
 * @param each  after which it may be done once more
 */
public record Rate(int burst, Duration each) {

    /** Of failures of one network: an office behind one address mistypes that often. */
    public static final Rate OF_GUESSES = new Rate(20, Duration.ofMinutes(2));

    /** Of calls with one token: a thousand at once, and a hundred a second for as long as it likes. */
    public static final Rate OF_CALLS = new Rate(1_000, Duration.ofMillis(10));
}
