package org.subhasta.journal;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.HexFormat;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.Sha256;

/** The bytes that the tree commits to, and the commitments inside them: one format, for ever. */
record Leaf(byte[] content) {

    static final String FORMAT = "subhasta-leaf-1";

    /** Kept, since looking it up for each leaf would take most of the time. */
    private static final JsonProvider JSON = JsonProvider.provider();

    /** A leaf that shows the header. */
    static Leaf open(Instant at, JsonObject header) {
        return new Leaf(canonical(JSON.createObjectBuilder()
                .add("format", FORMAT)
                .add("at", at.toString())
                .add("header", header)
                .build()));
    }

    /** A leaf that commits to the header without telling it. */
    static Leaf concealed(Instant at, byte[] header, byte[] salt) {
        return new Leaf(canonical(JSON.createObjectBuilder()
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

    static byte[] canonical(JsonObject json) {
        try {
            return CanonicalJson.canonicalize(json.toString());
        } catch (CanonicalJson.NotCanonical e) {
            throw new IllegalArgumentException("a payload this platform made is not JSON it can sign", e);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(first.length + second.length);
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
