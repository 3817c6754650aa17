package org.subhasta.signing;

import java.util.Arrays;

/** Where some bytes are among others. */
final class Bytes {

    private Bytes() {
    }

    static int indexOf(byte[] all, byte[] some) {
        for (int i = 0; i <= all.length - some.length; i++) {
            if (Arrays.equals(all, i, i + some.length, some, 0, some.length)) {
                return i;
            }
        }
        throw new AssertionError("not among them");
    }
}
