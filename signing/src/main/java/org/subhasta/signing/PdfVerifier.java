package org.subhasta.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/**
 * Verifies the one signature of a PDF file (PAdES baseline B-B or B-T, ETSI EN 319 142-1) and that
 * it covers every byte of the file but itself. A file that was appended to after signing, in
 * whatever way a reader would show or hide, is therefore not passed: the signed byte range must
 * begin at the first byte, leave out exactly the signature's own digits, and end at the last.
 */
public final class PdfVerifier {

    /** Larger files are not read. */
    public static final int MAXIMUM_BYTES = 64 * 1024 * 1024;

    private PdfVerifier() {
    }

    /**
     * Validates.
     *
     * @param at when the signer's certificate must have been valid: when the file was published. An
     *           earlier time-stamp over the signature takes its place
     */
    public static Validation verify(byte[] pdf, Trust trust, Instant at) {
        if (pdf.length > MAXIMUM_BYTES) {
            return Validation.failed(SubIndication.FORMAT_FAILURE,
                    "larger than " + MAXIMUM_BYTES + " bytes");
        }
        Optional<String> unbounded = PdfBounds.problem(pdf);
        if (unbounded.isPresent()) {
            return Validation.failed(SubIndication.FORMAT_FAILURE,
                    "not read: " + unbounded.get());
        }
        PDSignature signature;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDSignature> signatures = document.getSignatureDictionaries();
            if (signatures.isEmpty()) {
                return Validation.failed(SubIndication.SIGNED_DATA_NOT_FOUND,
                        "the PDF holds no signature");
            }
            if (signatures.size() != 1) {
                return Validation.failed(SubIndication.FORMAT_FAILURE,
                        signatures.size() + " signatures instead of one");
            }
            signature = signatures.getFirst();
        } catch (IOException | RuntimeException e) {
            // The parser meets hostile files with unchecked exceptions too.
            return Validation.failed(SubIndication.FORMAT_FAILURE,
                    "not a PDF that can be read: " + e.getMessage());
        }
        if (!PdfSigner.SUB_FILTER.getName().equals(signature.getSubFilter())) {
            return Validation.failed(SubIndication.FORMAT_FAILURE,
                    "the signature is not in the form ETSI.CAdES.detached");
        }
        return verify(pdf, signature, trust, at);
    }

    private static Validation verify(byte[] pdf, PDSignature signature, Trust trust, Instant at) {
        int[] range = signature.getByteRange();
        if (range == null || range.length != 4 || range[0] != 0 || range[1] <= 0
                || range[2] <= range[1] || range[3] < 0 || range[2] > pdf.length) {
            return Validation.failed(SubIndication.FORMAT_FAILURE,
                    "the signed range of bytes is malformed");
        }
        if ((long) range[2] + range[3] != pdf.length) {
            return Validation.failed(SubIndication.FORMAT_FAILURE,
                    "the file goes on after what was signed: it was changed after signing");
        }
        Optional<byte[]> cms = contents(pdf, range[1], range[2]);
        if (cms.isEmpty()) {
            return Validation.failed(SubIndication.FORMAT_FAILURE,
                    "what the signed range leaves out is more than the signature");
        }
        byte[] signed = Arrays.copyOf(pdf, range[1] + range[3]);
        System.arraycopy(pdf, range[2], signed, range[1], range[3]);
        Validation result = CadesVerifier.verify(signed, cms.get(), CmsSignature.Profile.PADES,
                trust, at);
        return result.claimed(signature.getSignDate() == null
                ? null : signature.getSignDate().toInstant());
    }

    /**
     * The signature in the gap: {@code <}, hexadecimal digits, {@code >}. It is padded with zeros,
     * which must be zeros and are not part of it (the parsing library refuses them as of 1.85).
     */
    private static Optional<byte[]> contents(byte[] pdf, int from, int to) {
        if (to - from < 4 || pdf[from] != '<' || pdf[to - 1] != '>') {
            return Optional.empty();
        }
        String digits =
                new String(pdf, from + 1, to - from - 2, StandardCharsets.ISO_8859_1);
        byte[] padded;
        try {
            padded = HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        // One case throughout, or single digits could change theirs unnoticed.
        if (!digits.equals(HexFormat.of().withUpperCase().formatHex(padded))
                && !digits.equals(HexFormat.of().formatHex(padded))) {
            return Optional.empty();
        }
        int length = Der.extent(padded);
        for (int i = Math.max(length, 0); i < padded.length; i++) {
            if (padded[i] != 0) {
                return Optional.empty();
            }
        }
        return length < 0 ? Optional.empty() : Optional.of(Arrays.copyOf(padded, length));
    }
}
