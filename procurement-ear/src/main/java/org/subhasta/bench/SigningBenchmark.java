package org.subhasta.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.Jws;
import org.subhasta.signing.PdfSigner;
import org.subhasta.signing.SignatureTimeStamp;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.TimeStampAuthority;
import org.subhasta.signing.Trust;

/**
 * Signatures. The bare work is OpenSSL's P-256, for whole PDF files PDFBox' own signing; that of a
 * receipt is one verification and two signatures by the JDK. Sealed bids: {@link Sealing}.
 */
final class SigningBenchmark implements Benchmark {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final Instant BEGAN = NOW.minus(Duration.ofDays(1));
    private static final byte[] STATEMENT = "{\"a statement\":\"of a bid\"}".repeat(40)
            .getBytes(StandardCharsets.UTF_8);

    private final CertificateAuthority authority =
            CertificateAuthority.create("Authority of a benchmark", BEGAN);
    private final Trust trust = Trust.of(List.of(authority.certificate()));
    private final SigningKey key = authority.issue("Signer", "Benchmark", "NL", BEGAN);
    private final TimeStampAuthority stamps = new TimeStampAuthority(
            authority.issueTimeStamper("Time-stamps", "Benchmark", "NL", BEGAN), () -> NOW);
    private final byte[] cms = CadesSigner.sign(STATEMENT, key, NOW);

    @Override
    public String name() {
        return "signing";
    }

    @Override
    public String how() {
        return "one thread";
    }

    @Override
    public void run(Table table) throws Exception {
        verifying(table);
        receiving(table);
        notices(table);
        new Sealing().run(table);
    }

    private void verifying(Table table) throws Exception {
        String jws = Jws.sign(STATEMENT, key);
        double before = openSslVerifications();
        double[] rates = Rates.of(
                () -> held(CadesVerifier.verify(STATEMENT, cms, trust, NOW).passed()),
                () -> held(Jws.verify(jws, trust, NOW).validation().passed()));
        double bare = (before + openSslVerifications()) / 2;
        table.line("CMS verified, path cached", rates[0], "openssl speed ecdsap256, verify", bare,
                0.25);
        table.line("JWS verified", rates[1], "openssl speed ecdsap256, verify", bare, 0.6);
    }

    /** What a bid costs at receipt: verify, time-stamp by the own authority, sign the receipt. */
    private void receiving(Table table) throws Exception {
        Signature verifier = Signature.getInstance("SHA256withECDSA");
        Signature signer = Signature.getInstance("SHA256withECDSA");
        byte[] bare = sign(signer);
        double[] rates = Rates.of(() -> {
            held(CadesVerifier.verify(STATEMENT, cms, trust, NOW).passed());
            SignatureTimeStamp.over(cms, stamps);
            return Jws.sign(STATEMENT, key);
        }, () -> {
            verifier.initVerify(key.certificate().getPublicKey());
            verifier.update(STATEMENT);
            held(verifier.verify(bare));
            sign(signer);
            return sign(signer);
        });
        // At most 1.3 times as long.
        table.line("verify + time-stamp + receipt", rates[0],
                "P-256 by the JDK: verify, sign, sign", rates[1], 1 / 1.3);
    }

    private byte[] sign(Signature signer) throws Exception {
        signer.initSign(key.privateKey());
        signer.update(STATEMENT);
        return signer.sign();
    }

    private void notices(Table table) throws Exception {
        double[] rates = Rates.of(
                () -> PdfSigner.sign(page(), key, "Notice", "Here", NOW, stamps),
                () -> pdfBoxAlone(page()));
        table.line("PDF made, signed, time-stamped", rates[0], "PDFBox: made and signed (CMS)",
                rates[1], 0.5);
    }

    private static byte[] page() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** As PDFBox' own example does, with a CMS signature of ours inside. */
    private byte[] pdfBoxAlone(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            signature.setSignDate(new GregorianCalendar());
            document.addSignature(signature,
                    content -> CadesSigner.sign(content.readAllBytes(), key, NOW));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        }
    }

    private static Object held(boolean passed) {
        if (!passed) {
            throw new IllegalStateException("a signature that has to pass does not");
        }
        return Boolean.TRUE;
    }

    /**
     * {@code +F4:number:bits:signatures per second:verifications per second}. By the wall clock, as
     * our own: by default it counts its processor's time, and whatever else runs slows only ours.
     */
    private static double openSslVerifications() throws IOException, InterruptedException {
        String said = Tool.run(List.of(
                "openssl", "speed", "-elapsed", "-mr", "-seconds", "3", "ecdsap256"), Map.of(), "");
        return said.lines().filter(line -> line.startsWith("+F4:")).findFirst()
                .map(line -> Double.parseDouble(line.split(":")[4]))
                .orElseThrow(() -> new IOException("openssl speed said nothing"));
    }
}
