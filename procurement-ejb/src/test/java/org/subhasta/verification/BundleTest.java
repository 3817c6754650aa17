package org.subhasta.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The ZIP of a bundle")
class BundleTest {

    private static TreeMap<String, byte[]> files(String... namesAndContents) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            files.put(namesAndContents[i], namesAndContents[i + 1].getBytes(UTF_8));
        }
        return files;
    }

    private static void assertRefused(Found why, byte[] zip) {
        assertEquals(why, refused(zip).found());
        assertEquals(Finding.Mark.WRONG, why.mark());
    }

    private static Finding refused(byte[] zip) {
        return ((Bundle.Refused) Bundle.read(zip)).why();
    }

    /** A ZIP as any program writes it. */
    private static byte[] zip(boolean compressed, String... namesAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                byte[] content = namesAndContents[i + 1].getBytes(UTF_8);
                ZipEntry entry = new ZipEntry(namesAndContents[i]);
                if (!compressed) {
                    CRC32 crc = new CRC32();
                    crc.update(content);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Replaces a name by one of the same length, in both headers. */
    private static byte[] renamed(byte[] zip, String from, byte[] to) {
        byte[] changed = zip.clone();
        byte[] name = from.getBytes(UTF_8);
        for (int i = 0; i + name.length <= zip.length; i++) {
            if (Arrays.equals(zip, i, i + name.length, name, 0, name.length)) {
                System.arraycopy(to, 0, changed, i, to.length);
            }
        }
        return changed;
    }

    @Test
    @DisplayName("is read by every program that reads ZIP files, and by us to the same content")
    void roundTrip() throws IOException {
        TreeMap<String, byte[]> files = files("a.json", "{}", "bids/x/a.p7s", "", "n.pdf", "%PDF");
        byte[] zip = Bundle.write(files);
        SortedMap<String, byte[]> read =
                ((Bundle.Read) Bundle.read(zip)).files();
        assertEquals(files.keySet(), read.keySet());
        try (ZipInputStream others = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (String name : files.keySet()) {
                assertEquals(name, others.getNextEntry().getName());
                assertArrayEquals(files.get(name), others.readAllBytes());
                assertArrayEquals(files.get(name), read.get(name));
            }
        }
    }

    @Test
    @DisplayName("with any byte changed, taken away or added is refused")
    void everyByteCounts() {
        byte[] zip = Bundle.write(files("a.json", "{\"a\":1}", "b/c.p7s", "sig", "z.pdf", "%PDF"));
        for (int i = 0; i < zip.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = zip.clone();
                changed[i] ^= (byte) (1 << bit);
                int at = i;
                assertTrue(Bundle.read(changed) instanceof Bundle.Refused, () -> "byte " + at);
            }
            assertTrue(Bundle.read(Arrays.copyOf(zip, i)) instanceof Bundle.Refused);
        }
        assertRefused(Found.BUNDLE_NOT_AS_WRITTEN, Arrays.copyOf(zip, zip.length + 1));
    }

    @Test
    @DisplayName("that is compressed is refused unpacked, however much is in it")
    void bombs() {
        byte[] bomb = zip(true, "a.json", "0".repeat(50_000_000));
        assertTrue(bomb.length < 100_000);
        assertRefused(Found.BUNDLE_COMPRESSED, bomb);
        // Nested: what is in it is a file as any other and never opened as a ZIP.
        TreeMap<String, byte[]> nested = files("manifest.json", "{}");
        nested.put("inner.zip", bomb);
        assertTrue(Bundle.read(Bundle.write(nested)) instanceof Bundle.Read);
    }

    @Test
    @DisplayName("that claims more content than it has is refused before memory is taken")
    void claims() {
        byte[] zip = Bundle.write(files("a.json", "{}"));
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 0x7fffffff);
        assertRefused(Found.BUNDLE_CUT_OFF, zip);
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 0xffffffff);
        assertRefused(Found.BUNDLE_CUT_OFF, zip);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil", "/etc/passwd", "a/../../bc", "c:\\windows", "..\\evil.j",
        "a//b.json", "a/./b.json", "./a.json", "dir/", "UPPER.TXT", "a b.json", "a\u0000.json"})
    @DisplayName("with a name that climbs out, is absolute or is odd is refused:")
    void names(String name) {
        assertRefused(Found.BUNDLE_NAME_BAD, zip(false, name, "x"));
        assertThrows(IllegalArgumentException.class, () -> Bundle.write(files(name, "x")));
    }

    @Test
    @DisplayName("with a name in another encoding is refused, and the name is shown escaped")
    void encodings() {
        byte[] zip = renamed(Bundle.write(files("abcd.json", "x")), "abcd",
                new byte[] {'a', (byte) 0xc0, (byte) 0xae, 0x1b});
        assertRefused(Found.BUNDLE_NAME_BAD, zip);
        assertEquals("a\\xc0\\xae\\x1b.json", refused(zip).details().getFirst());
    }

    @Test
    @DisplayName("with a name twice or out of order is refused")
    void duplicates() {
        byte[] twice = renamed(Bundle.write(files("a.json", "x", "b.json", "y")), "b.json",
                "a.json".getBytes(UTF_8));
        assertRefused(Found.BUNDLE_NAMES_UNSORTED, twice);
    }

    @Test
    @DisplayName("with a link, attributes, a comment or another directory than its content is refused")
    void links() {
        byte[] zip = Bundle.write(files("a.json", "/etc/passwd"));
        int central = 30 + 6 + 11;
        byte[] link = zip.clone();
        // Made by Unix, mode 0120777: a symbolic link.
        link[central + 5] = 3;
        ByteBuffer.wrap(link).order(ByteOrder.LITTLE_ENDIAN).putInt(central + 38, 0xa1ff0000);
        assertRefused(Found.BUNDLE_NOT_AS_WRITTEN, link);
        byte[] directory = zip.clone();
        directory[central + 46] = 'b';
        assertRefused(Found.BUNDLE_NOT_AS_WRITTEN, directory);
    }

    @Test
    @DisplayName("with more files than any bundle has is refused, however small they are")
    void thousands() {
        TreeMap<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < Bundle.MAXIMUM_FILES; i++) {
            files.put("f" + String.format("%06d", i), new byte[0]);
        }
        assertTrue(Bundle.read(Bundle.write(files)) instanceof Bundle.Read);
        String[] more = new String[2 * (Bundle.MAXIMUM_FILES + 1)];
        for (int i = 0; i < more.length; i += 2) {
            more[i] = "f" + String.format("%06d", i);
            more[i + 1] = "";
        }
        assertRefused(Found.BUNDLE_TOO_MANY_FILES, zip(false, more));
    }

    @Test
    @DisplayName("that is none, or empty, is refused")
    void none() {
        assertRefused(Found.BUNDLE_CUT_OFF, new byte[0]);
        assertRefused(Found.BUNDLE_CUT_OFF, zip(false));
        assertRefused(Found.BUNDLE_CUT_OFF, new byte[] {'P', 'K', 3, 4});
        assertRefused(Found.BUNDLE_TOO_LARGE, new byte[Bundle.MAXIMUM_BYTES + 1]);
    }
}
