package org.subhasta.journal;

import java.time.Instant;
import java.util.List;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.SignedNote;

/**
 * The log's signed head.
 *
 * @param size         how many leaves it covers
 * @param root         the Merkle tree hash over them
 * @param at           when it was signed
 * @param note         the checkpoint with all signatures under it, as it is published
 * @param cosignatures who else has seen it, and when
 */
public record LogHead(
        long size, Hash root, Instant at, SignedNote note, List<Cosignature> cosignatures) {

    /** A witness's statement to have seen the head and none that contradicts it. */
    public record Cosignature(String witness, Instant seen) {
    }

    public LogHead {
        cosignatures = List.copyOf(cosignatures);
    }
}
