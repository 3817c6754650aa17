package org.subhasta.documents;

/**
 * A file that is kept.
 *
 * @param sha256    SHA-256 of its content, 64 lower-case hexadecimal digits; its only identifier
 * @param size      length in bytes, 1 to {@link Documents#SEALED_LIMIT_BYTES}
 * @param mediaType what the content is (RFC 6838), never what the sender said it is
 */
public record StoredDocument(String sha256, long size, String mediaType) {

    public StoredDocument {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal digits");
        }
        if (size < 1 || size > Documents.SEALED_LIMIT_BYTES) {
            throw new IllegalArgumentException("a stored document has 1 byte to 64 MiB, and a tag if sealed");
        }
    }
}
