package org.subhasta.verification;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Files that belong together, as one ZIP whose bytes follow from its content: names sorted, nothing
 * compressed, no times, no attributes. Whatever is not byte for byte what {@link #write} makes of
 * the files found in it is refused, so there is one file for one content: no compressed bomb, no
 * name that climbs out, no link, no doubled name, no two directories that disagree. Nothing is ever
 * unpacked to a disk.
 *
 * <p>The form is a subset of the ZIP file format (PKWARE APPNOTE 6.3.10): one local header (4.3.7)
 * and content for each file, the central directory (4.3.12), its end record (4.3.16).
 */
public final class Bundle {

    /** Bytes of the largest bundle read. */
    public static final int MAXIMUM_BYTES = 256 * 1024 * 1024;

    /** As many files as a bundle may have. */
    public static final int MAXIMUM_FILES = 20_000;

    private static final int MAXIMUM_NAME = 120;
    private static final String NAME = "[a-z0-9][a-z0-9.-]*(/[a-z0-9][a-z0-9.-]*){0,4}";
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final short VERSION = 10;
    private static final short STORED = 0;
    /** Flags (4.4.4): encrypted; sizes told only after the content. */
    private static final int UNREADABLE = 1 | 1 << 3;
    /** 1 January 1980, the first day there is; midnight. */
    private static final short FIRST_DAY = 0x21;

    /** What came of reading one. */
    public sealed interface Reading {
    }

    /** Its files, by name. */
    public record Read(SortedMap<String, byte[]> files) implements Reading {
    }

    /** Why it is none; judged before anything in it is looked at. */
    public record Refused(Finding why) implements Reading {
    }

    private Bundle() {
    }

    /** Whether a file begins as a ZIP does. */
    static boolean isZip(byte[] file) {
        return file.length >= 4 && file[0] == 'P' && file[1] == 'K'
                && (file[2] == 3 && file[3] == 4 || file[2] == 5 && file[3] == 6);
    }

    /**
     * The one ZIP of these files.
     *
     * @throws IllegalArgumentException where a name or the number or size of the files is not
     *                                  that of a bundle
     */
    public static byte[] write(SortedMap<String, byte[]> files) {
        long size = END_BYTES;
        int directory = 0;
        for (String name : files.keySet()) {
            if (!isName(name)) {
                throw new IllegalArgumentException("no name of a bundle's file: " + name);
            }
            size += LOCAL_BYTES + CENTRAL_BYTES + 2L * name.length() + files.get(name).length;
            directory += CENTRAL_BYTES + name.length();
        }
        if (size > MAXIMUM_BYTES || files.size() > MAXIMUM_FILES) {
            throw new IllegalArgumentException("larger than a bundle may be: " + size + " bytes");
        }
        ByteBuffer zip = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer central = ByteBuffer.allocate(directory).order(ByteOrder.LITTLE_ENDIAN);
        files.forEach((name, content) -> {
            central.putInt(CENTRAL).putShort(VERSION);
            describe(central, name, content);
            // No comment, first disk, no attributes; then where the file begins.
            central.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0)
                    .putInt(zip.position()).put(name.getBytes(StandardCharsets.US_ASCII));
            zip.putInt(LOCAL);
            describe(zip, name, content);
            zip.put(name.getBytes(StandardCharsets.US_ASCII)).put(content);
        });
        int begins = zip.position();
        zip.put(central.flip());
        short count = (short) files.size();
        zip.putInt(END).putShort((short) 0).putShort((short) 0).putShort(count).putShort(count)
                .putInt(zip.position() - 12 - begins).putInt(begins).putShort((short) 0);
        return zip.array();
    }

    /** What both headers of a file have in common: version, flags, method, time, sizes. */
    private static void describe(ByteBuffer header, String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        header.putShort(VERSION).putShort((short) 0).putShort(STORED).putShort((short) 0)
                .putShort(FIRST_DAY).putInt((int) crc.getValue()).putInt(content.length)
                .putInt(content.length).putShort((short) name.length()).putShort((short) 0);
    }

    /** The files of a bundle. */
    public static Reading read(byte[] zip) {
        if (zip.length > MAXIMUM_BYTES) {
            return refused(Found.BUNDLE_TOO_LARGE, Integer.toString(MAXIMUM_BYTES >> 20));
        }
        TreeMap<String, byte[]> files = new TreeMap<>();
        ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        while (in.remaining() >= LOCAL_BYTES && in.getInt(in.position()) == LOCAL) {
            Optional<Reading> refusal = next(in, files);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        if (files.isEmpty()) {
            return refused(Found.BUNDLE_CUT_OFF);
        }
        int differs = Arrays.mismatch(zip, write(files));
        return differs < 0 ? new Read(Collections.unmodifiableSortedMap(files))
                : refused(Found.BUNDLE_NOT_AS_WRITTEN, Integer.toString(differs));
    }

    /** Reads one file; sizes are judged against what is there before anything is copied. */
    private static Optional<Reading> next(ByteBuffer in, TreeMap<String, byte[]> files) {
        int at = in.position();
        boolean plain = (in.getShort(at + 6) & UNREADABLE) == 0
                && in.getShort(at + 8) == STORED;
        long size = Integer.toUnsignedLong(in.getInt(at + 18));
        int nameLength = Short.toUnsignedInt(in.getShort(at + 26));
        int extra = Short.toUnsignedInt(in.getShort(at + 28));
        if (in.remaining() < LOCAL_BYTES + nameLength + extra) {
            return refusal(Found.BUNDLE_CUT_OFF);
        }
        String name = new String(in.array(), at + LOCAL_BYTES,
                Math.min(nameLength, MAXIMUM_NAME + 1), StandardCharsets.ISO_8859_1);
        if (!isName(name)) {
            return refusal(Found.BUNDLE_NAME_BAD, escaped(name));
        }
        if (!plain) {
            return refusal(Found.BUNDLE_COMPRESSED, name);
        }
        if (files.size() == MAXIMUM_FILES) {
            return refusal(Found.BUNDLE_TOO_MANY_FILES, Integer.toString(MAXIMUM_FILES));
        }
        if (!files.isEmpty() && files.lastKey().compareTo(name) >= 0) {
            return refusal(Found.BUNDLE_NAMES_UNSORTED, name);
        }
        int begins = LOCAL_BYTES + nameLength + extra;
        if (size > in.remaining() - begins) {
            return refusal(Found.BUNDLE_CUT_OFF);
        }
        files.put(name, Arrays.copyOfRange(in.array(), at + begins, at + begins + (int) size));
        in.position(at + begins + (int) size);
        return Optional.empty();
    }

    private static boolean isName(String name) {
        return name.length() <= MAXIMUM_NAME && name.matches(NAME);
    }

    /** For showing: a hostile name neither moves a cursor nor passes for another. */
    private static String escaped(String name) {
        StringBuilder shown = new StringBuilder();
        name.chars().limit(40).forEach(c -> shown.append(
                c > ' ' && c < 0x7f ? Character.toString(c) : String.format("\\x%02x", c)));
        return shown.toString();
    }

    private static Reading refused(Found why, String... details) {
        return new Refused(new Finding(why, List.of(details)));
    }

    private static Optional<Reading> refusal(Found why, String... details) {
        return Optional.of(refused(why, details));
    }
}
