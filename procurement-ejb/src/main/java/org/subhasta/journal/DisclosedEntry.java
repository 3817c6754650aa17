package org.subhasta.journal;

import java.util.Optional;

/**
 * An entry with what anybody needs to compute its hashes again (docs/concepts/journal.md).
 *
 * @param leaf        canonical JSON, what the tree commits to
 * @param header      canonical JSON
 * @param headerSalt  where the leaf conceals the header
 * @param payload     canonical JSON; empty where it is not for everybody, or was erased
 * @param payloadSalt there where the payload is
 */
public record DisclosedEntry(byte[] leaf, byte[] header, Optional<byte[]> headerSalt,
        Optional<byte[]> payload, Optional<byte[]> payloadSalt) {
}
