package org.subhasta.web.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body, or what is unpacked of one, that may not go on beyond a limit, whether or not it declared its length. */
public class BoundedStream extends FilterInputStream {

    /**
     * The body went on. Unchecked, because readers of JSON take an {@link IOException} for a
     * malformed body; {@link ProblemMapper} finds it in whatever they wrap it.
     */
    public static class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLarge(long most) {
            super("more than " + most + " bytes");
        }
    }

    private final long most;
    private long read;

    /**
     * Bounds a stream.
     *
     * @param most bytes of it that are given out
     */
    public BoundedStream(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count(skipped);
        return skipped;
    }

    /** Not offered: bytes read again would count twice. */
    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long more) {
        read += more;
        if (read > most) {
            throw new TooLarge(most);
        }
    }
}
