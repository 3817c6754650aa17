package org.subhasta.journal;

import java.time.Instant;

/**
 * The public header of an act: what anyone may see of it.
 *
 * @param subject  as {@link Subject#toString()} writes it
 * @param sequence number within the subject
 * @param act      the fact, such as {@code tender-published}
 * @param actor    a pseudonym fresh for this subject, or {@code system:…}
 * @param at       UTC
 * @param leafHash hexadecimal
 */
public record EntryView(
        String subject, long sequence, String act, String actor, Instant at, String leafHash) {
}
