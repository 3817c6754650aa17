package org.subhasta.signing.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * The private key of a log or of a witness (Ed25519, RFC 8032). Kept as one line, in the form of
 * Go's {@code sumdb/note}: {@code PRIVATE+KEY+name+hash+base64}.
 */
public final class SignerKey {

    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int SEED_BYTES = 32;

    private final Ed25519PrivateKeyParameters seed;
    private final VerifierKey verifier;

    private SignerKey(String name, KeyKind kind, byte[] seed) {
        this.seed = new Ed25519PrivateKeyParameters(seed);
        this.verifier = new VerifierKey(name, kind, this.seed.generatePublicKey().getEncoded());
    }

    /**
     * A new key.
     *
     * @param name best an address without its scheme, such as {@code log.example.org/procurement};
     *             no spaces, no plus signs
     */
    public static SignerKey generate(String name, KeyKind kind, SecureRandom random) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return new SignerKey(name, kind, seed);
    }

    /** Reads the line that {@link #secret} wrote. */
    public static SignerKey parse(String text) throws Malformed {
        String line = text.strip();
        String[] parts = line.startsWith(PREFIX)
                ? line.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3 || !NoteSignature.isName(parts[0])) {
            throw new Malformed("a signer key is written " + PREFIX + "name+hash+key");
        }
        byte[] typed = base64(parts[2]);
        SignerKey key = new SignerKey(parts[0], KeyKind.of(typed[0]),
                Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().toHexDigits(key.verifier.keyId()).equals(parts[1])) {
            throw new Malformed("the signer key's hash is not that of its name and key");
        }
        return key;
    }

    /** Without the text in the sentence: it is a secret. */
    private static byte[] base64(String text) throws Malformed {
        try {
            byte[] typed = Base64.getDecoder().decode(text);
            if (typed.length == 1 + SEED_BYTES) {
                return typed;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new Malformed("a signer key has 33 bytes in base 64");
    }

    /** Signs a text that ends with its line. */
    public SignedNote sign(String text) {
        require(KeyKind.LOG);
        byte[] signature = sign(text.getBytes(StandardCharsets.UTF_8));
        return new SignedNote(text, List.of(signature(signature)));
    }

    /** A witness's statement to have seen this checkpoint, and none that contradicts it, by then. */
    public NoteSignature cosign(SignedNote note, Instant at) {
        require(KeyKind.WITNESS);
        byte[] signature = sign(VerifierKey.cosigned(at, note.text()));
        return signature(ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(at.getEpochSecond()).put(signature).array());
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** The line to keep where nobody else reads it. */
    public String secret() {
        byte[] typed = ByteBuffer.allocate(1 + SEED_BYTES)
                .put(verifier.kind().type()).put(seed.getEncoded()).array();
        return PREFIX + verifier.name() + "+" + HexFormat.of().toHexDigits(verifier.keyId()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    private void require(KeyKind kind) {
        if (verifier.kind() != kind) {
            throw new IllegalStateException("a key for " + verifier.kind() + ", not " + kind);
        }
    }

    private NoteSignature signature(byte[] bytes) {
        return new NoteSignature(verifier.name(), verifier.keyId(), bytes);
    }

    private byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, seed);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "the private key of " + verifier;
    }
}
