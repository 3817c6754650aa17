package org.subhasta.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A signed PDF")
class PdfTest {

    private static final byte[] PLAIN = plain();
    private static final byte[] SIGNED = sign(Keys.SIGNER);

    /** It complains of every altered file. Held here, or the level would be lost with it. */
    private static final Logger PARSER = Logger.getLogger("org.apache.pdfbox");

    static {
        PARSER.setLevel(Level.OFF);
    }

    @TempDir
    Path folder;

    private static byte[] sign(SigningKey key) {
        return PdfSigner.sign(PLAIN, key, "Award notice", "Alder Bay", Keys.NOW);
    }

    private static byte[] plain() {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream text = new PDPageContentStream(document, page)) {
                text.beginText();
                text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                text.newLineAtOffset(72, 700);
                text.showText("Awarded to Example Ltd");
                text.endText();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Validation verify(byte[] pdf) {
        return PdfVerifier.verify(pdf, Keys.TRUST, Keys.NOW);
    }

    @ParameterizedTest
    @DisplayName("passes, and names signer and claimed time")
    @ValueSource(strings = {"P-256", "P-384", "RSA-2048"})
    void passes(String kind) {
        SigningKey key = Keys.of(kind);
        Validation result = verify(sign(key));
        assertTrue(result.passed(), result.explanation());
        assertEquals(key.certificate(), result.signer().orElseThrow());
        assertEquals(Optional.of(Keys.NOW), result.claimedTime());
    }

    private static byte[] stamped(Instant at) {
        try {
            return PdfSigner.sign(PLAIN, Keys.SIGNER, "Award notice", "Alder Bay", Keys.NOW,
                    new TimeStampAuthority(Keys.STAMPER, InstantSource.fixed(at)));
        } catch (TimeStampUnavailable e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("with a time-stamp passes after its signer's certificate ended, and tells it")
    void stamped() {
        Instant later = Keys.SIGNER.certificate().getNotAfter().toInstant().plusSeconds(1);
        assertEquals(Optional.of(SubIndication.EXPIRED),
                PdfVerifier.verify(SIGNED, Keys.TRUST, later).subIndication());
        Validation result = PdfVerifier.verify(
                stamped(Keys.NOW.plusSeconds(2)), Keys.TRUST, later);
        assertTrue(result.passed(), result.explanation());
        assertEquals(Keys.NOW.plusSeconds(2), result.timeStamp().orElseThrow().time());
        assertEquals(Optional.of(Keys.NOW), result.claimedTime());
    }

    @Test
    @DisplayName("is not made where there is no time-stamp to be had")
    void noStamp() {
        TimeStamps none = digest -> {
            throw new TimeStampUnavailable(TimeStampUnavailable.Reason.UNREACHABLE, "nobody");
        };
        assertThrows(TimeStampUnavailable.class, () -> PdfSigner.sign(
                PLAIN, Keys.SIGNER, "Award notice", "Alder Bay", Keys.NOW, none));
    }

    @Test
    @DisplayName("with a time-stamp shows changes of every byte of its signature")
    void stampedBytes() {
        byte[] signed = stamped(Keys.NOW);
        String text = new String(signed, ISO_8859_1);
        int digits = text.indexOf("/Contents <") + 11;
        byte[] unneeded = HexFormat.of().formatHex(encodedAuthority()).toUpperCase(Locale.ROOT)
                .getBytes(ISO_8859_1);
        int from = Bytes.indexOf(text.toUpperCase(Locale.ROOT).getBytes(ISO_8859_1), unneeded);
        List<Integer> undetected = new ArrayList<>();
        for (int i = digits; text.charAt(i) != '>'; i += 7) {
            byte[] changed = signed.clone();
            changed[i] ^= 0x01;
            // The trusted authority's own certificate inside the token carries no meaning.
            boolean meaningless = i >= from && i < from + unneeded.length;
            if (!meaningless && verify(changed).passed()) {
                undetected.add(i);
            }
        }
        assertEquals(List.of(), undetected);
    }

    private static byte[] encodedAuthority() {
        try {
            return Keys.AUTHORITY.certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("with a time-stamp is valid for poppler's pdfsig")
    void pdfsigStamped() throws Exception {
        Files.write(folder.resolve("notice.pdf"), stamped(Keys.NOW));
        String output = Tool.run(folder, "pdfsig", "-nocert", "notice.pdf").output();
        assertTrue(output.contains("Signature is Valid"), output);
        assertTrue(output.contains("Total document signed"), output);
    }

    @Test
    @DisplayName("begins with the unsigned one, byte for byte")
    void incremental() {
        assertArrayEquals(PLAIN, Arrays.copyOf(SIGNED, PLAIN.length));
    }

    @ParameterizedTest
    @DisplayName("is valid for poppler's pdfsig, which also says that all of it is signed")
    @ValueSource(strings = {"P-256", "RSA-2048"})
    void pdfsig(String kind) throws Exception {
        Files.write(folder.resolve("notice.pdf"), sign(Keys.of(kind)));
        String output = Tool.run(folder, "pdfsig", "-nocert", "notice.pdf").output();
        assertTrue(output.contains("Signature is Valid"), output);
        assertTrue(output.contains("Total document signed"), output);
        assertTrue(output.contains("ETSI.CAdES.detached"), output);
    }

    @Test
    @DisplayName("shows every changed byte")
    void everyChangedByteIsDetected() {
        List<Integer> undetected = new ArrayList<>();
        int digits = new String(SIGNED, ISO_8859_1).indexOf("/Contents <") + 11;
        int end = new String(SIGNED, ISO_8859_1).indexOf('>', digits);
        for (int i = 0; i < SIGNED.length; i++) {
            // The signature's own bytes have a test of their own, and most of these digits are
            // padding: every 97th stands for the others.
            boolean contents = i > digits + 100 && i < end - 100;
            if (!contents || i % 97 == 0) {
                byte[] changed = SIGNED.clone();
                changed[i] ^= (byte) (i % 2 == 0 ? 0x01 : 0x20);
                if (verify(changed).passed()) {
                    undetected.add(i);
                }
            }
        }
        assertEquals(List.of(), undetected);
    }

    @Test
    @DisplayName("shows an incremental update after signing")
    void incrementalUpdate() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(SIGNED)) {
            PDPage page = document.getPage(0);
            try (PDPageContentStream text = new PDPageContentStream(document, page,
                    PDPageContentStream.AppendMode.APPEND, false)) {
                text.addRect(0, 0, 600, 800);
                text.fill();
            }
            page.getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
        }
        assertTrue(out.size() > SIGNED.length);
        Validation result = verify(out.toByteArray());
        assertEquals(Optional.of(SubIndication.FORMAT_FAILURE), result.subIndication());
        assertTrue(result.explanation().contains("changed after signing"), result.explanation());
    }

    @Test
    @DisplayName("shows even a single byte put at its end or its beginning")
    void appended() {
        assertFalse(verify(Arrays.copyOf(SIGNED, SIGNED.length + 1)).passed());
        byte[] shifted = new byte[SIGNED.length + 1];
        shifted[0] = '\n';
        System.arraycopy(SIGNED, 0, shifted, 1, SIGNED.length);
        assertFalse(verify(shifted).passed());
    }

    @Test
    @DisplayName("hides nothing in the padding of its signature")
    void padding() {
        byte[] changed = SIGNED.clone();
        int end = new String(SIGNED, ISO_8859_1)
                .indexOf('>', new String(SIGNED, ISO_8859_1).indexOf("/Contents <"));
        changed[end - 1] = '1';
        assertEquals(Optional.of(SubIndication.FORMAT_FAILURE), verify(changed).subIndication());
    }

    @Test
    @DisplayName("of a stranger is not passed")
    void stranger() {
        SigningKey key = Keys.STRANGER.issue("Eve", "Elsewhere", "NL", Keys.BEGAN);
        assertEquals(Optional.of(SubIndication.NO_CERTIFICATE_CHAIN_FOUND),
                verify(sign(key)).subIndication());
    }

    @Test
    @DisplayName("is told from an unsigned one and from no PDF")
    void unsigned() {
        assertEquals(Optional.of(SubIndication.SIGNED_DATA_NOT_FOUND),
                verify(PLAIN).subIndication());
        assertEquals(Optional.of(SubIndication.FORMAT_FAILURE),
                verify("no PDF".getBytes(ISO_8859_1)).subIndication());
        assertEquals(Optional.of(SubIndication.FORMAT_FAILURE),
                verify(new byte[0]).subIndication());
    }

    @Test
    @DisplayName("is not signed again")
    void notTwice() {
        assertThrows(IllegalArgumentException.class, () -> PdfSigner.sign(SIGNED, Keys.SIGNER,
                "Again", "Alder Bay", Keys.NOW));
        assertThrows(IllegalArgumentException.class, () -> PdfSigner.sign(new byte[10], Keys.SIGNER,
                "No PDF", "Alder Bay", Keys.NOW));
    }
}
