package org.subhasta.signing.sealing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the first text of a part holds: the signed statement, and everything needed to check that
 * no quorum would have opened the part in another way.
 *
 * @param shares      all of them, in the committee's order
 * @param ephemerals  the private keys with which the shares were sealed, in the same order
 * @param salt        of the commitment
 * @param attachments salt and size of each
 */
record Contents(byte[] statement, byte[] signature, List<byte[]> shares, List<byte[]> ephemerals,
                byte[] salt, List<File> attachments) {

    static final String FORMAT = "subhasta-contents-1";

    /** Bytes of the largest statement that can be sealed. */
    static final int MAXIMUM_STATEMENT = 256 * 1024;

    /** Bytes of the largest signature that can be sealed. */
    static final int MAXIMUM_SIGNATURE = 256 * 1024;

    /** Statement and signature in base 64 and some 4 KiB for the rest. */
    static final int MAXIMUM_BYTES = 704 * 1024;

    private static final int LENGTH_BYTES = 4;

    record File(byte[] salt, long size) {
    }

    /** The text before it is padded: its length in four bytes, big-endian, and canonical JSON. */
    byte[] write() {
        byte[] json = Json.canonical(Map.of("format", FORMAT,
                "statement", Json.base64(statement), "signature", Json.base64(signature),
                "shares", shares.stream().map(Json::base64).toList(),
                "ephemerals", ephemerals.stream().map(Json::base64).toList(),
                "salt", Json.base64(salt),
                "attachments", attachments.stream().map(file -> Map.of(
                        "salt", Json.base64(file.salt()), "size", file.size())).toList()));
        return ByteBuffer.allocate(LENGTH_BYTES + json.length).putInt(json.length).put(json)
                .array();
    }

    /** Empty where the padded text is anything else. */
    static Optional<Contents> read(byte[] padded) {
        int length = ByteBuffer.wrap(padded).getInt();
        if (length < 0 || length > MAXIMUM_BYTES
                || padded.length != TextCipher.sealedSize(LENGTH_BYTES + length)
                        - TextCipher.TAG_BYTES
                || !TextCipher.isPadding(padded, LENGTH_BYTES + length)) {
            return Optional.empty();
        }
        byte[] json = Arrays.copyOfRange(padded, LENGTH_BYTES, LENGTH_BYTES + length);
        return Json.read(json, MAXIMUM_BYTES, FORMAT, Contents::contents)
                instanceof Reading.Read<Contents>(Contents contents)
                ? Optional.of(contents) : Optional.empty();
    }

    private static Contents contents(Json object) throws Json.Malformed {
        return new Contents(object.bytes("statement", 1, MAXIMUM_STATEMENT),
                object.bytes("signature", 1, MAXIMUM_SIGNATURE),
                object.blocks("shares", Shamir.SHARE_BYTES, Committee.MOST_OPENERS),
                object.blocks("ephemerals", Hpke.KEY_BYTES, Committee.MOST_OPENERS),
                object.bytes("salt", Salted.SALT_BYTES, Salted.SALT_BYTES),
                object.objects("attachments", 0, Envelope.MOST_ATTACHMENTS, file -> new File(
                        file.bytes("salt", Salted.SALT_BYTES, Salted.SALT_BYTES),
                        file.whole("size", 0, TextCipher.MAXIMUM_PLAIN))));
    }
}
