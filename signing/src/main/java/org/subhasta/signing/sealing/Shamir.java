package org.subhasta.signing.sealing;

import java.util.List;

/**
 * Shamir's secret sharing (A. Shamir, "How to share a secret", CACM 22/11, 1979) byte by byte over
 * GF(2^8) modulo x^8 + x^4 + x^3 + x + 1, the field of AES (FIPS 197, section 4.2). The secret is
 * the polynomial's value at 0, the share of the n-th opener its value at n.
 *
 * <p>A share is written as its 32 values and then its x, one byte, as other implementations do.
 * Products are formed without tables and without branches on secrets, so that time and cache tell
 * nothing about them.
 */
final class Shamir {

    /** Bytes of a secret. */
    static final int SECRET_BYTES = 32;

    /** Bytes of a share. */
    static final int SHARE_BYTES = SECRET_BYTES + 1;

    private Shamir() {
    }

    /**
     * The share at x.
     *
     * @param polynomial the secret and then the coefficients of x, x², …, each 32 bytes
     */
    static byte[] share(List<byte[]> polynomial, int x) {
        byte[] share = new byte[SHARE_BYTES];
        for (int i = 0; i < SECRET_BYTES; i++) {
            int value = 0;
            for (byte[] coefficient : polynomial.reversed()) {
                value = product(value, x) ^ coefficient[i] & 0xff;
            }
            share[i] = (byte) value;
        }
        share[SECRET_BYTES] = (byte) x;
        return share;
    }

    static int x(byte[] share) {
        return share[SECRET_BYTES] & 0xff;
    }

    /**
     * The value at {@code at} of the polynomial of least degree through these shares (Lagrange).
     *
     * @param shares with an x of its own each, none of them 0
     */
    static byte[] value(List<byte[]> shares, int at) {
        byte[] value = new byte[SECRET_BYTES];
        for (byte[] share : shares) {
            int weight = 1;
            for (byte[] other : shares) {
                if (x(other) != x(share)) {
                    weight = product(weight,
                            quotient(at ^ x(other), x(share) ^ x(other)));
                }
            }
            for (int i = 0; i < SECRET_BYTES; i++) {
                value[i] ^= (byte) product(weight, share[i] & 0xff);
            }
        }
        return value;
    }

    /** a · b, 0 to 255 each. */
    static int product(int a, int b) {
        int product = 0;
        int power = a;
        for (int i = 0; i < 8; i++) {
            product ^= power & -(b >> i & 1);
            power = power << 1 ^ 0x11b & -(power >> 7 & 1);
        }
        return product;
    }

    /** a / b for b other than 0: in this field b^254 is the inverse of b. */
    private static int quotient(int a, int b) {
        int inverse = 1;
        int square = b;
        for (int i = 1; i < 8; i++) {
            square = product(square, square);
            inverse = product(inverse, square);
        }
        return product(a, inverse);
    }
}
