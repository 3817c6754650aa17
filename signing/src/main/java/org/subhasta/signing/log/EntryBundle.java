package org.subhasta.signing.log;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The leaves of a tile of entries in their order, each behind its length in two bytes, the higher
 * first (C2SP tlog-tiles, log entries).
 */
public final class EntryBundle {

    /** The longest leaf there can be. */
    public static final int LONGEST = 0xffff;

    private EntryBundle() {
    }

    /** @throws IllegalArgumentException where a leaf is longer than {@link #LONGEST} bytes */
    public static byte[] encode(List<byte[]> leaves) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (byte[] leaf : leaves) {
            if (leaf.length > LONGEST) {
                throw new IllegalArgumentException("a leaf of " + leaf.length + " bytes");
            }
            bundle.write(leaf.length >> 8);
            bundle.write(leaf.length);
            bundle.writeBytes(leaf);
        }
        return bundle.toByteArray();
    }

    public static List<byte[]> decode(byte[] bundle) throws Malformed {
        List<byte[]> leaves = new ArrayList<>();
        for (int at = 0; at < bundle.length; ) {
            if (bundle.length - at < 2) {
                throw new Malformed("the bundle ends within a length");
            }
            int length = (bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff;
            if (bundle.length - at - 2 < length) {
                throw new Malformed("the bundle ends within an entry");
            }
            leaves.add(Arrays.copyOfRange(bundle, at + 2, at + 2 + length));
            at += 2 + length;
        }
        return leaves;
    }
}
