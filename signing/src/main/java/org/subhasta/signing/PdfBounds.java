package org.subhasta.signing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Whether a PDF file can be read in bounded memory, told from its bytes before any of it is parsed:
 * the parsing library unpacks streams whole. Streams may be compressed once, by Flate, or be JPEG
 * images; every place where one could begin is unpacked here and counted, piece by piece. Whatever
 * a parser takes for a stream begins at one of them, however it reads the file.
 */
final class PdfBounds {

    /** What all streams of a file may have together: many times the fonts and text of a notice. */
    private static final long MOST_UNPACKED = 256L * 1024 * 1024;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final String FILTER = "Filter";
    private static final int LONGEST_VALUE = 64;

    private PdfBounds() {
    }

    /** Why it cannot; empty where it can. */
    static Optional<String> problem(byte[] pdf) {
        long unpacked = 0;
        byte[] piece = new byte[64 * 1024];
        for (int i = 0; i < pdf.length; i++) {
            if (pdf[i] == 's' && begins(pdf, i, STREAM)) {
                unpacked += unpacked(pdf, i + STREAM.length, piece, MOST_UNPACKED - unpacked);
                if (unpacked >= MOST_UNPACKED) {
                    return Optional.of("its streams hold more than " + MOST_UNPACKED + " bytes");
                }
            } else if (pdf[i] == '/' && isFilter(pdf, i + 1) && !isAllowed(pdf, i + 1)) {
                return Optional.of("it is compressed in a way that is not accepted");
            }
        }
        return Optional.empty();
    }

    private static boolean begins(byte[] pdf, int at, byte[] word) {
        if (at + word.length >= pdf.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (pdf[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** How much Flate makes of what follows the keyword and its end of line. */
    private static long unpacked(byte[] pdf, int at, byte[] piece, long most) {
        int from = at;
        while (from < pdf.length && from < at + 4
                && (pdf[from] == '\r' || pdf[from] == '\n' || pdf[from] == ' ')) {
            from++;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(pdf, from, pdf.length - from);
            long total = 0;
            int n;
            do {
                n = inflater.inflate(piece);
                total += n;
            } while (n > 0 && total < most);
            return total;
        } catch (DataFormatException e) {
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }

    /** Whether the name that begins here is {@code Filter}, however its letters are escaped. */
    private static boolean isFilter(byte[] pdf, int at) {
        int i = at;
        for (int letter = 0; letter < FILTER.length(); letter++) {
            int c = i < pdf.length ? pdf[i++] : -1;
            if (c == '#' && i + 1 < pdf.length) {
                c = Character.digit(pdf[i], 16) << 4 | Character.digit(pdf[i + 1], 16);
                i += 2;
            }
            if (c != FILTER.charAt(letter)) {
                return false;
            }
        }
        return i >= pdf.length || !Character.isLetterOrDigit(pdf[i]);
    }

    /** Not escaped, and followed by one filter or none: not by a list of them or a reference. */
    private static boolean isAllowed(byte[] pdf, int at) {
        String value = new String(pdf, at, Math.min(LONGEST_VALUE, pdf.length - at),
                StandardCharsets.ISO_8859_1);
        return value.matches("(?s)Filter\\s*(/ONE|\\[\\s*/ONE\\s*\\])(?![#\\w]).*"
                        .replace("ONE", "(FlateDecode|DCTDecode)"))
                // The handler of a signature's dictionary is called a filter too.
                || value.matches("(?s)Filter\\s*/Adobe\\.PPKLite(?![#\\w]).*");
    }
}
