package org.subhasta.journal;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.subhasta.signing.Sha256;

/** The bytes that the tree commits to, and the commitments inside them: one format, for ever. */
record Leaf(byte[] content) {

    static final String FORMAT = "subhasta-leaf-1";

    /** Kept, since looking it up for each leaf would take most of the time. */
    private static final JsonProvider JSON = JsonProvider.provider();

    /** A leaf that shows the header. */
    static Leaf open(Instant at, JsonObject header) {
        return new Leaf(CanonicalText.of(JSON.createObjectBuilder()
                .add("format", FORMAT)
                .add("at", at.toString())
                .add("header", header)
                .build()));
    }

    /** A leaf that commits to the header without telling it. */
    static Leaf concealed(Instant at, byte[] header, byte[] salt) {
        return new Leaf(CanonicalText.of(JSON.createObjectBuilder()
                .add("format", FORMAT)
                .add("at", at.toString())
                .add("concealed", commitment(salt, header))
                .build()));
    }

    static JsonObject header(
            Subject subject, long sequence, String act, String actor, String payloadCommitment) {
        return JSON.createObjectBuilder()
                .add("subject", subject.toString())
                .add("sequence", sequence)
                .add("act", act)
                .add("actor", actor)
                .add("payload", payloadCommitment)
                .build();
    }

    /** Hides and binds: SHA-256(salt ‖ content), in hexadecimal. */
    static String commitment(byte[] salt, byte[] content) {
        return hex(Sha256.digest(concat(salt, content)));
    }

    /** RFC 6962, 2.1: the prefix keeps a leaf from being taken for an inner node. */
    byte[] hash() {
        return Sha256.digest(concat(new byte[] {0}, content));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
