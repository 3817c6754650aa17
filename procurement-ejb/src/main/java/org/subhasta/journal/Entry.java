package org.subhasta.journal;

import java.time.Instant;

/**
 * An act as it was recorded.
 *
 * @param subject  as {@link Subject#toString()} writes it
 * @param sequence its number within the subject, from 1 without gaps
 * @param at       the instant of the act (UTC, microseconds)
 * @param leafHash SHA-256 of 0x00 and the leaf (RFC 6962, 2.1), in lower-case hexadecimal
 */
public record Entry(String subject, long sequence, Instant at, String leafHash) {
}
