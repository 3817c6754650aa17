package org.subhasta.publication;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.subhasta.signing.Sha256;

/**
 * A stream that knows how much was read and what its SHA-256 is, and ends at a limit. JSON parsers
 * wrap what goes wrong while reading, so the first failure is kept for whoever asks.
 */
final class MeasuredStream extends FilterInputStream {

    private final long limit;
    private final Sha256 digest = Sha256.running();
    private long size;
    private boolean tooLarge;
    private IOException failure;

    MeasuredStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    long size() {
        return size;
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    void rethrow() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** The digest of the whole stream; reads what the parser left, which is white space. */
    String digestOfAll() throws IOException {
        byte[] rest = new byte[8192];
        while (read(rest, 0, rest.length) >= 0) {
            continue;
        }
        return digest.hex();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int read = tooLarge ? -1 : super.read(bytes, offset, length);
            if (read > 0) {
                size += read;
                tooLarge = size > limit;
                digest.update(bytes, offset, read);
            }
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** The parser's business ends with the text; the stream is its giver's to close. */
    @Override
    public void close() {
    }
}
