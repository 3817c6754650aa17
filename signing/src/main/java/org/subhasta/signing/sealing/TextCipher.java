package org.subhasta.signing.sealing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * Encrypts and decrypts the texts of one part: AES-256-GCM (NIST SP 800-38D) with the whole tag,
 * each text under a key and a nonce of its own, derived (HKDF-SHA256, RFC 5869, without salt) from
 * the content key and from all that the text belongs to. A content key is never used twice, so no
 * key meets a second text. Zeros fill a text up to whole blocks: its length tells little.
 *
 * <p>AES-GCM is the JDK's own, which uses the processor's instructions for it.
 */
final class TextCipher {

    static final int BLOCK_BYTES = 4096;
    static final int TAG_BYTES = 16;
    static final long MAXIMUM_PLAIN = 64L * 1024 * 1024;

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final byte[] contentKey;
    private final Envelope.Header header;
    private final PartName part;

    TextCipher(byte[] contentKey, Envelope.Header header, PartName part) {
        this.contentKey = contentKey;
        this.header = header;
        this.part = part;
    }

    /** What a share is sealed for: HPKE's {@code info}. */
    static byte[] shareContext(Envelope.Header header, PartName part, String opener) {
        Map<String, Object> context = context(header, part, "share");
        context.put("opener", opener);
        return Json.canonical(context);
    }

    byte[] textContext(int index) {
        Map<String, Object> context = context(header, part, "text");
        context.put("index", index);
        return Json.canonical(context);
    }

    private static Map<String, Object> context(Envelope.Header header, PartName part,
            String purpose) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("format", Envelope.FORMAT);
        context.put("purpose", purpose);
        context.put("id", header.id().toString());
        context.put("tender", header.tender());
        context.put("bidder", header.bidder());
        context.put("openers", header.openers());
        context.put("part", part.code());
        return context;
    }

    /** The size of a text with padding and tag. */
    static long sealedSize(long plain) {
        long blocks = Math.max(1, (plain + BLOCK_BYTES - 1) / BLOCK_BYTES);
        return blocks * BLOCK_BYTES + TAG_BYTES;
    }

    /**
     * Encrypts a text piece by piece.
     *
     * @throws IOException also where the stream does not give exactly {@code size} bytes
     */
    Envelope.Text seal(int index, InputStream plain, long size, OutputStream out)
            throws IOException {
        if (size > MAXIMUM_PLAIN) {
            throw new IllegalArgumentException("a text has at most " + MAXIMUM_PLAIN + " bytes");
        }
        MessageDigest digest = Salted.sha256();
        Cipher cipher = cipher(Cipher.ENCRYPT_MODE, index);
        byte[] buffer = new byte[BUFFER_BYTES];
        long read = 0;
        for (int n = plain.read(buffer); n >= 0; n = plain.read(buffer)) {
            read += n;
            if (read > size) {
                break;
            }
            write(cipher.update(buffer, 0, n), digest, out);
        }
        if (read != size) {
            throw new IOException("the file changed while it was read");
        }
        long sealed = sealedSize(size);
        write(cipher.update(new byte[(int) (sealed - TAG_BYTES - size)]), digest, out);
        try {
            byte[] last = cipher.doFinal();
            write(last, digest, out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
        return new Envelope.Text(sealed, HexFormat.of().formatHex(digest.digest()));
    }

    private static void write(byte[] bytes, MessageDigest digest, OutputStream out)
            throws IOException {
        if (bytes != null) {
            digest.update(bytes);
            out.write(bytes);
        }
    }

    /** The padded text; empty where it does not belong to key and place, or was changed. */
    Optional<byte[]> open(int index, byte[] sealed) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, index).doFinal(sealed));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    /** Whether there are zeros only from here to the end. */
    static boolean isPadding(byte[] text, int from) {
        for (int i = from; i < text.length; i++) {
            if (text[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** The text's key and then its nonce. */
    byte[] derived(int index) {
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(contentKey, null, textContext(index)));
        byte[] derived = new byte[KEY_BYTES + NONCE_BYTES];
        hkdf.generateBytes(derived, 0, derived.length);
        return derived;
    }

    private Cipher cipher(int mode, int index) {
        byte[] derived = derived(index);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(derived, 0, KEY_BYTES, "AES"),
                    new GCMParameterSpec(TAG_BYTES * Byte.SIZE, derived, KEY_BYTES, NONCE_BYTES));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-256-GCM", e);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }
}
