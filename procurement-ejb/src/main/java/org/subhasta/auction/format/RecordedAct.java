package org.subhasta.auction.format;

import java.time.Instant;
import org.subhasta.auction.model.Act;

/**
 * An act with the instant at which it was judged.
 *
 * @param line of the file
 * @param lot  as it names it, known or not
 * @param word what it is called in the file, such as {@code take-back}
 */
public record RecordedAct(int line, Instant at, String lot, String word, Act act) {
}
