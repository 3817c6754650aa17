package org.subhasta.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.subhasta.awarding.AwardView;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.PdfSigner;
import org.subhasta.signing.PdfVerifier;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.SubIndication;
import org.subhasta.signing.TimeStampAuthority;
import org.subhasta.signing.Trust;
import org.subhasta.signing.Validation;
import org.verapdf.pdfa.flavours.PDFAFlavour;

@DisplayName("A signed award notice")
class SignedNoticeTest {

    private static final Instant SIGNED = Instant.parse("2026-12-21T09:14:32Z");
    private static final Instant LONG_AFTER = Instant.parse("2046-12-21T09:14:32Z");
    private static CertificateAuthority authority;
    private static CertificateAuthority platform;
    private static byte[] plain;
    private static byte[] signed;

    @BeforeAll
    static void sign() throws Exception {
        authority = CertificateAuthority.demonstration(SIGNED.minusSeconds(86_400));
        platform = CertificateAuthority.create("A platform", SIGNED.minusSeconds(86_400));
        SigningKey key = authority.issue("Procurement office", "Municipality of Alder Bay", "NL",
                SIGNED.minusSeconds(3_600));
        AwardView award = Samples.rich();
        plain = Samples.pdf(award);
        signed = PdfSigner.sign(plain, key, "Award notice", "Municipality of Alder Bay", SIGNED,
                new TimeStampAuthority(platform.issueTimeStamper("Time-stamps", "This platform",
                        "NL", SIGNED.minusSeconds(3_600)), () -> SIGNED.plusSeconds(3)));
    }

    @Test
    @DisplayName("keeps the bytes that were laid out as its beginning")
    void keepsItsBytes() {
        assertArrayEquals(plain, Arrays.copyOf(signed, plain.length));
    }

    @Test
    @DisplayName("passes, and with any byte of its text changed it does not")
    void changesShow() {
        Trust trust = trust();
        assertTrue(PdfVerifier.verify(signed, trust, SIGNED).passed());
        for (int at = 1_000; at < plain.length; at += plain.length / 7) {
            byte[] changed = signed.clone();
            changed[at] ^= 1;
            assertFalse(PdfVerifier.verify(changed, trust, SIGNED).passed(), "byte " + at);
        }
    }

    private static Trust trust() {
        return Trust.of(List.of(authority.certificate()))
                .alsoForTimeStamps(Trust.of(List.of(platform.certificate())));
    }

    @Test
    @DisplayName("bears its time, and passes by it long after the signer's certificate ended")
    void bearsItsTime() {
        Validation later = PdfVerifier.verify(signed, trust(), LONG_AFTER);
        assertTrue(later.passed(), later.explanation());
        assertEquals(SIGNED.plusSeconds(3), later.timeStamp().orElseThrow().time());
        byte[] without = PdfSigner.sign(plain, authority.issue("P", "A", "NL",
                SIGNED.minusSeconds(3_600)), "Award notice", "Alder Bay", SIGNED);
        assertEquals(Optional.of(SubIndication.EXPIRED),
                PdfVerifier.verify(without, trust(), LONG_AFTER).subIndication());
    }

    @ParameterizedTest
    @EnumSource(names = {"PDFA_3_U", "PDFUA_1"})
    @DisplayName("conforms, by veraPDF, to")
    void conforms(PDFAFlavour flavour) throws Exception {
        VeraPdf.assertConforms(signed, flavour);
    }

    @Test
    @DisplayName("carries the award as associated files, bound to it for good")
    void carriesItsData() throws Exception {
        try (PDDocument document = Loader.loadPDF(signed)) {
            COSArray associated = (COSArray) document.getDocumentCatalog().getCOSObject()
                    .getDictionaryObject(COSName.getPDFName("AF"));
            assertEquals(2, associated.size());
            Map<String, PDComplexFileSpecification> files = new PDDocumentNameDictionary(
                    document.getDocumentCatalog()).getEmbeddedFiles().getNames();
            assertEquals(Set.of("ocds-release.json", "award.json"), files.keySet());
            for (PDComplexFileSpecification file : files.values()) {
                assertEquals("Data", file.getCOSObject().getNameAsString("AFRelationship"));
                assertEquals("application/json", file.getEmbeddedFile().getSubtype());
            }
            assertEquals(Samples.rich().data().toString(), new String(
                    files.get("award.json").getEmbeddedFile().toByteArray(), UTF_8));
        }
    }

    @Test
    @DisplayName("shows the address where it is checked as a code that telephones read")
    void codeIsReadable() throws Exception {
        try (PDDocument document = Loader.loadPDF(signed)) {
            PDFRenderer renderer = new PDFRenderer(document);
            String last = "";
            for (int page = 0; page < document.getNumberOfPages() && last.isEmpty(); page++) {
                last = decode(renderer.renderImageWithDPI(page, 150));
            }
            assertEquals("https://tenders.example/verify?award=k3v9t2mzq7xd", last);
        }
    }

    private static String decode(BufferedImage page) {
        int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0,
                page.getWidth());
        try {
            return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
                    new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots)))).getText();
        } catch (ReaderException e) {
            return "";
        }
    }

    @Test
    @DisplayName("is valid for poppler's pdfsig")
    void validForPoppler(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdfsig")), "needs poppler-utils");
        Path file = Files.write(folder.resolve("notice.pdf"), signed);
        Process pdfsig = new ProcessBuilder("pdfsig", "-nocert", file.toString())
                .redirectErrorStream(true).start();
        String said = new String(pdfsig.getInputStream().readAllBytes());
        assertEquals(0, pdfsig.waitFor(), said);
        assertTrue(said.contains("Signature is Valid."), said);
        assertTrue(said.contains("Total document signed"), said);
    }
}
