package org.subhasta.signing.log;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * One signature line of a note (C2SP signed-note).
 *
 * @param name  the key's name, without spaces and plus signs
 * @param keyId the first four bytes of a hash over name, kind and key: says which key is meant,
 *              proves nothing
 * @param bytes what the key made
 */
public record NoteSignature(String name, int keyId, byte[] bytes) {

    private static final String DASH = "— ";

    public NoteSignature {
        bytes = bytes.clone();
    }

    /** Reads a line as {@link #line} writes it. */
    public static NoteSignature parse(String line) throws Malformed {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            throw new Malformed("not a line of a signature: " + Lines.shortened(line));
        }
        String name = line.substring(DASH.length(), space);
        if (!isName(name)) {
            throw new Malformed("not the name of a key: " + Lines.shortened(name));
        }
        byte[] all = Lines.base64(line.substring(space + 1));
        if (all.length <= Integer.BYTES) {
            throw new Malformed("a signature of " + all.length + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(all);
        int keyId = buffer.getInt();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return new NoteSignature(name, keyId, bytes);
    }

    static boolean isName(String name) {
        return !name.isEmpty() && name.indexOf('+') < 0
                && name.chars().noneMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c) || Character.isISOControl(c));
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The line as it stands in a note, without its end. */
    public String line() {
        byte[] all = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(keyId).put(bytes).array();
        return DASH + name + " " + Base64.getEncoder().encodeToString(all);
    }
}
