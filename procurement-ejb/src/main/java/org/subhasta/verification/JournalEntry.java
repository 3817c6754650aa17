package org.subhasta.verification;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.subhasta.signing.Sha256;

/**
 * An entry of the journal as a bundle has it, recomputed: what the leaf says, what the header says
 * and, where it is public, the payload. Format: docs/concepts/journal.md.
 *
 * @param leaf     SHA-256 of 0x00 and the leaf (RFC 6962, 2.1), hexadecimal
 * @param at       the instant in the leaf
 * @param subject  as the header has it
 * @param sequence within the subject
 * @param act      the fact
 * @param payload  empty where it is not public
 */
record JournalEntry(String leaf, Instant at, String subject, long sequence, String act,
        Optional<Json> payload) {

    private static final String FORMAT = "subhasta-leaf-1";
    private static final int SALT_BYTES = 32;

    /** What is wrong with an entry. */
    static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;
        private final Found found;

        Wrong(Found found) {
            super(found.name(), null, false, false);
            this.found = found;
        }

        Found found() {
            return found;
        }
    }

    /**
     * Reads one line of a bundle's journal and holds it against its own hashes.
     *
     * @throws Json.Malformed where it is not in the format
     */
    static JournalEntry read(byte[] line) throws Wrong {
        Json entry = Json.canonical(line);
        byte[] leafBytes = entry.text("leaf").getBytes(StandardCharsets.UTF_8);
        Json leaf = Json.canonical(leafBytes);
        byte[] headerBytes = entry.text("header").getBytes(StandardCharsets.UTF_8);
        Json header = Json.canonical(headerBytes);
        if (!leaf.text("format").equals(FORMAT)) {
            throw leaf.malformed("format");
        }
        if (!commits(leaf, header, headerBytes, entry)) {
            throw new Wrong(Found.HEADER_DIFFERS);
        }
        Optional<Json> payload = Optional.empty();
        if (entry.has("payload")) {
            byte[] content = entry.text("payload").getBytes(StandardCharsets.UTF_8);
            if (!commitment(salt(entry, "payloadSalt"), content).equals(header.text("payload"))) {
                throw new Wrong(Found.PAYLOAD_DIFFERS);
            }
            payload = Optional.of(Json.canonical(content));
        }
        Instant at = leaf.instant("at");
        // No act of ours bears another: what follows from one might not be computable.
        if (at.isBefore(Instant.EPOCH) || at.getNano() % 1_000 != 0) {
            throw leaf.malformed("at");
        }
        return new JournalEntry(leafHash(leafBytes), at, header.text("subject"),
                header.integer("sequence"), header.text("act"), payload);
    }

    /** A public leaf shows its header, a concealed one commits to it by a salted hash. */
    private static boolean commits(Json leaf, Json header, byte[] headerBytes, Json entry) {
        Optional<String> concealed = leaf.maybeText("concealed");
        return concealed.isPresent()
                ? concealed.get().equals(commitment(salt(entry, "headerSalt"), headerBytes))
                : java.util.Arrays.equals(leaf.object("header").bytes(), header.bytes());
    }

    private static byte[] salt(Json entry, String member) {
        String text = entry.text(member);
        if (!text.matches("[0-9a-f]{" + 2 * SALT_BYTES + "}")) {
            throw entry.malformed(member);
        }
        return HexFormat.of().parseHex(text);
    }

    private static String commitment(byte[] salt, byte[] content) {
        return Sha256.hex(concat(salt, content));
    }

    private static String leafHash(byte[] leaf) {
        return Sha256.hex(concat(new byte[] {0}, leaf));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(first.length + second.length);
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
