package org.subhasta.web.api;

import jakarta.json.JsonException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body of JSON in which no text holds the character NUL: JSON may (RFC 8259, 7), but no text that
 * somebody means does, and PostgreSQL keeps none. It is malformed then.
 */
final class LegibleJson extends FilterInputStream {

    private static final String ESCAPED = "\\u0000";

    /** How much of an escaped NUL was just read. */
    private int seen;

    LegibleJson(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            look((byte) one);
        }
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        for (int i = 0; i < count; i++) {
            look(bytes[offset + i]);
        }
        return count;
    }

    /** Not offered: bytes read again would be looked at twice. */
    @Override
    public boolean markSupported() {
        return false;
    }

    private void look(byte one) {
        if (one == 0) {
            throw new JsonException("the character NUL");
        }
        if (one == ESCAPED.charAt(seen)) {
            seen++;
        } else {
            // Of two backslashes the second begins nothing.
            seen = one == '\\' && seen != 1 ? 1 : 0;
        }
        if (seen == ESCAPED.length()) {
            throw new JsonException("the character NUL, escaped");
        }
    }
}
