package org.subhasta.signing.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ShamirTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static byte[] random() {
        byte[] bytes = new byte[Shamir.SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    @Test
    @DisplayName("the field is the one of AES: the products of FIPS 197, section 4.2")
    void field() {
        assertEquals(0xc1, Shamir.product(0x57, 0x83));
        assertEquals(0xfe, Shamir.product(0x57, 0x13));
        for (int a = 0; a < 256; a++) {
            for (int b = 0; b < 256; b++) {
                assertEquals(slowly(a, b), Shamir.product(a, b));
            }
        }
    }

    /** As polynomials: the whole product first, and then the remainder. */
    private static int slowly(int a, int b) {
        int product = 0;
        for (int i = 0; i < 8; i++) {
            product ^= (b >> i & 1) == 1 ? a << i : 0;
        }
        for (int i = 15; i >= 8; i--) {
            product ^= (product >> i & 1) == 1 ? 0x11b << i - 8 : 0;
        }
        return product;
    }

    @Test
    @DisplayName("shares of ours are put together by Bouncy Castle")
    void theirs() throws IOException {
        List<byte[]> polynomial = List.of(random(), random(), random());
        List<byte[]> shares = new ArrayList<>();
        for (int x : new int[] {2, 5, 15}) {
            shares.add(Shamir.share(polynomial, x));
        }
        assertArrayEquals(polynomial.getFirst(), Shamir.value(shares, 0));
        ShamirSplitSecretShare[] theirs = shares.stream().map(share ->
                new ShamirSplitSecretShare(Arrays.copyOf(share, 32), Shamir.x(share)))
                .toArray(ShamirSplitSecretShare[]::new);
        assertArrayEquals(polynomial.getFirst(), new ShamirSplitSecret(
                ShamirSecretSplitter.Algorithm.AES, ShamirSecretSplitter.Mode.Native, theirs)
                .getSecret());
    }

    @Test
    @DisplayName("one share fewer than needed is fit for any secret: it tells nothing")
    void tellsNothing() {
        List<byte[]> polynomial = List.of(random(), random(), random());
        List<byte[]> two = List.of(Shamir.share(polynomial, 1), Shamir.share(polynomial, 2));
        byte[] other = random();
        byte[] asIfAtZero = Arrays.copyOf(other, Shamir.SHARE_BYTES);
        List<byte[]> through = new ArrayList<>(two);
        through.add(asIfAtZero);
        // A polynomial of the same degree goes through both shares and any secret one likes.
        byte[] third = Arrays.copyOf(Shamir.value(through, 3), Shamir.SHARE_BYTES);
        third[Shamir.SECRET_BYTES] = 3;
        assertArrayEquals(other, Shamir.value(List.of(two.get(0), two.get(1), third), 0));
    }
}
