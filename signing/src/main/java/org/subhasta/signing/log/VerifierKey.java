package org.subhasta.signing.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.subhasta.signing.Sha256;

/**
 * The public key of a log or of a witness, with the name it signs under. Written
 * {@code name+hash+base64} as Go's checksum database and the tools around C2SP write it; this one
 * line is all that anybody needs to check a log.
 */
public record VerifierKey(String name, KeyKind kind, byte[] key) {

    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;

    public VerifierKey {
        if (!NoteSignature.isName(name) || key.length != KEY_BYTES) {
            throw new IllegalArgumentException("not a verifier key: " + name);
        }
        key = key.clone();
    }

    public static VerifierKey parse(String text) throws Malformed {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3 || !NoteSignature.isName(parts[0])) {
            throw new Malformed("a verifier key is written name+hash+key");
        }
        byte[] typed = Lines.base64(parts[2]);
        if (typed.length != 1 + KEY_BYTES) {
            throw new Malformed("a verifier key has 33 bytes, not " + typed.length);
        }
        VerifierKey key = new VerifierKey(parts[0], KeyKind.of(typed[0]),
                Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().toHexDigits(key.keyId()).equals(parts[1])) {
            throw new Malformed("the verifier key's hash is not that of its name and key");
        }
        return key;
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    /** SHA-256(name ‖ 0x0A ‖ type ‖ key)[:4]. */
    public int keyId() {
        byte[] name = this.name.getBytes(StandardCharsets.UTF_8);
        byte[] all = ByteBuffer.allocate(name.length + 2 + key.length)
                .put(name).put((byte) '\n').put(kind.type()).put(key).array();
        return ByteBuffer.wrap(Sha256.digest(all)).getInt();
    }

    /**
     * Judges the note's signatures of this key; empty where it is validly signed. Of several, each
     * has to hold.
     */
    public Optional<LogProblem> problem(SignedNote note) {
        List<NoteSignature> own = note.signatures().stream().filter(this::isOf).toList();
        if (own.isEmpty()) {
            return Optional.of(LogProblem.NOT_SIGNED_BY_KEY);
        }
        return own.stream().allMatch(signature -> verifies(note.text(), signature))
                ? Optional.empty() : Optional.of(LogProblem.BAD_SIGNATURE);
    }

    /** When this witness says to have seen the note; empty without a valid signature of it. */
    public Optional<Instant> cosignedAt(SignedNote note) {
        if (kind != KeyKind.WITNESS || problem(note).isPresent()) {
            return Optional.empty();
        }
        return note.signatures().stream().filter(this::isOf)
                .map(VerifierKey::instant).max(Instant::compareTo);
    }

    private boolean isOf(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == keyId();
    }

    private boolean verifies(String text, NoteSignature signature) {
        byte[] bytes = signature.bytes();
        return switch (kind) {
            case LOG -> verifies(text.getBytes(StandardCharsets.UTF_8), bytes);
            case WITNESS -> bytes.length == Long.BYTES + SIGNATURE_BYTES
                    && instantIsSane(signature)
                    && verifies(cosigned(instant(signature), text),
                            Arrays.copyOfRange(bytes, Long.BYTES, bytes.length));
        };
    }

    private boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(key));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    /** Within what an instant can hold; the signature itself is over the same eight bytes. */
    private static boolean instantIsSane(NoteSignature signature) {
        long seconds = ByteBuffer.wrap(signature.bytes()).getLong();
        return seconds >= 0 && seconds <= Instant.MAX.getEpochSecond();
    }

    private static Instant instant(NoteSignature signature) {
        return Instant.ofEpochSecond(ByteBuffer.wrap(signature.bytes()).getLong());
    }

    /** What a witness signs (C2SP tlog-cosignature, signed message). */
    static byte[] cosigned(Instant at, String text) {
        return ("cosignature/v1\ntime " + at.getEpochSecond() + "\n" + text)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(1 + key.length).put(kind.type()).put(key).array();
        return name + "+" + HexFormat.of().toHexDigits(keyId()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }
}
