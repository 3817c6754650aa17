package org.subhasta.system;

import java.util.Arrays;
import java.util.Optional;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.PartName;
import org.subhasta.signing.sealing.ShareKey;
import org.subhasta.signing.sealing.ShareOpening;

/**
 * The key to a sealed bid, put together as two openers could, by docs/reference/sealed-bids.md
 * alone: Shamir's scheme over GF(2^8) modulo x^8 + x^4 + x^3 + x + 1 with a threshold of two.
 */
final class ContentKey {

    private static final int BYTES = 32;

    private ContentKey() {
    }

    /** A share, 32 values and the point at which they lie. */
    static byte[] share(ShareKey opener, Envelope envelope) {
        return opener.open(envelope, PartName.BID) instanceof ShareOpening.Opened(byte[] share)
                ? share : throwNone();
    }

    private static byte[] throwNone() {
        throw new IllegalStateException("not a share of this opener's");
    }

    /** The value at nought of the line through two shares; empty where the third lies beside it. */
    static Optional<byte[]> of(byte[] one, byte[] two, byte[] three) {
        byte[] key = at(0, one, two);
        return Arrays.equals(at(three[BYTES], one, two), Arrays.copyOf(three, BYTES))
                ? Optional.of(key) : Optional.empty();
    }

    private static byte[] at(int x, byte[] one, byte[] two) {
        int a = one[BYTES];
        int b = two[BYTES];
        byte[] values = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            int slope = times(one[i] & 0xff ^ two[i] & 0xff, inverse(a ^ b));
            values[i] = (byte) (one[i] & 0xff ^ times(slope, a ^ x));
        }
        return values;
    }

    private static int times(int a, int b) {
        int product = 0;
        for (int bit = 0; bit < 8; bit++) {
            product ^= (b >> bit & 1) == 0 ? 0 : a;
            a = a << 1 ^ ((a & 0x80) == 0 ? 0 : 0x11b);
        }
        return product;
    }

    private static int inverse(int a) {
        int inverse = 1;
        while (times(a, inverse) != 1) {
            inverse++;
        }
        return inverse;
    }
}
