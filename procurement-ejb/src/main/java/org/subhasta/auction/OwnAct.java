package org.subhasta.auction;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An act of the caller's organisation that was judged.
 *
 * @param leaf   of the journal, which names the act and its receipt
 * @param act    {@code bid}, {@code limit}, {@code confirm} or {@code take-back}
 * @param amount as it was signed; none of taking back
 * @param code   why it was refused; empty where it counts
 */
public record OwnAct(String leaf, UUID id, Instant at, String act, Optional<String> amount,
        Optional<String> code) {
}
