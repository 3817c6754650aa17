package org.subhasta.journal;

import java.util.Optional;

/**
 * A public header as the bytes that its leaf commits to.
 *
 * @param header canonical JSON
 * @param salt   of a header that was concealed at first: the leaf holds SHA-256(salt ‖ header);
 *               empty where the leaf holds the header itself
 */
public record Disclosed(byte[] header, Optional<byte[]> salt) {
}
