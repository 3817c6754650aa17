package org.subhasta.parties.model;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session lasts, after NIST SP 800-63B-4, 2.2.3 (second assurance level): an hour
 * without a sign of life, half a day in all.
 */
public final class SessionRule {

    public static final Duration IDLE = Duration.ofHours(1);
    public static final Duration LONGEST = Duration.ofHours(12);
    /** How long a session waits for the second factor. */
    public static final Duration CONFIRMED_WITHIN = Duration.ofMinutes(10);
    /** A sign of life is written down no oftener than this. */
    public static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private static final int LONGEST_BROWSER = 200;

    private SessionRule() {
    }

    public static boolean isOver(Instant beganAt, Instant lastSeenAt, Instant now) {
        return !now.isBefore(beganAt.plus(LONGEST)) || !now.isBefore(lastSeenAt.plus(IDLE));
    }

    public static boolean mayBeConfirmed(Instant beganAt, Instant now) {
        return now.isBefore(beganAt.plus(CONFIRMED_WITHIN));
    }

    /** What a browser says it is, cut and without anything that is no plain text. */
    public static String browser(String userAgent) {
        String plain = userAgent == null ? "" : userAgent.replaceAll("[^\\x20-\\x7E]", "").strip();
        return plain.substring(0, Math.min(plain.length(), LONGEST_BROWSER));
    }
}
