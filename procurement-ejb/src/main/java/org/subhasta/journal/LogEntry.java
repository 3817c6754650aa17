package org.subhasta.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.subhasta.signing.log.Hash;

/**
 * A leaf as anybody may see it.
 *
 * @param index  its place in the tree; empty in the second or two before it is given one
 * @param leaf   the bytes the tree commits to
 * @param at     when the act was
 * @param header the act; empty while it is concealed
 */
public record LogEntry(
        Hash hash, OptionalLong index, byte[] leaf, Instant at, Optional<EntryView> header) {

    public LogEntry {
        leaf = leaf.clone();
    }

    @Override
    public byte[] leaf() {
        return leaf.clone();
    }
}
