package org.subhasta.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * Signs PDF files as PAdES baseline B-B or B-T (ETSI EN 319 142-1, clause 6): a CAdES signature
 * over the whole file in a dictionary of the sub-filter {@code ETSI.CAdES.detached}, the claimed
 * time in the dictionary and not in the signature.
 */
public final class PdfSigner {

    static final COSName SUB_FILTER = COSName.getPDFName("ETSI.CAdES.detached");

    /** What a signature has besides certificates and time-stamp: 1 KiB with an RSA key. */
    private static final int BARE_SIGNATURE_ROOM = 2 * 1024;

    private PdfSigner() {
    }

    /**
     * Signs by an incremental update, so that the bytes given stay a prefix of the bytes returned.
     * The signature is invisible; the whole file is under it.
     *
     * @param reason      shown by readers, e.g. "Award notice"
     * @param location    shown by readers, e.g. the authority's seat
     * @param claimedTime shown by readers; a claim, by the second
     * @throws IllegalArgumentException where it is no PDF, is encrypted or is signed already, or
     *                                  where the key is not of an accepted kind
     */
    public static byte[] sign(byte[] pdf, SigningKey key, String reason, String location,
            Instant claimedTime) {
        try {
            return signed(pdf, key, reason, location, claimedTime, 0,
                    content -> CadesSigner.signForPdf(content, key));
        } catch (TimeStampUnavailable e) {
            throw new IllegalStateException("nobody was asked for a time-stamp", e);
        }
    }

    /**
     * As above, at level B-T: with a time-stamp over the signature, inside it.
     *
     * @throws TimeStampUnavailable where there is none to be had: nothing is signed then
     */
    public static byte[] sign(byte[] pdf, SigningKey key, String reason, String location,
            Instant claimedTime, TimeStamps timeStamps) throws TimeStampUnavailable {
        return signed(pdf, key, reason, location, claimedTime, timeStamps.tokenRoom(), content ->
                SignatureTimeStamp.stampForPdf(CadesSigner.signForPdf(content, key), timeStamps));
    }

    /** Makes the CMS signature over what the file has besides it. */
    private interface Signature {

        byte[] over(byte[] content) throws TimeStampUnavailable;
    }

    private static byte[] signed(byte[] pdf, SigningKey key, String reason, String location,
            Instant claimedTime, int tokenRoom, Signature cms) throws TimeStampUnavailable {
        Scheme.preferred(key.certificate());
        // Kept free in the file by two digits a byte, and written one by one: no more than needed.
        int room = BARE_SIGNATURE_ROOM + key.chainBytes() + tokenRoom;
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            if (document.isEncrypted() || !document.getSignatureDictionaries().isEmpty()) {
                throw new IllegalArgumentException("the PDF is encrypted or signed already");
            }
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(SUB_FILTER);
            signature.setReason(reason);
            signature.setLocation(location);
            signature.setSignDate(GregorianCalendar.from(
                    ZonedDateTime.ofInstant(claimedTime, ZoneOffset.UTC)));
            options.setPreferredSignatureSize(room);
            document.addSignature(signature, options);
            ByteArrayOutputStream signed =
                    new ByteArrayOutputStream(pdf.length + 4 * room);
            ExternalSigningSupport place = document.saveIncrementalForExternalSigning(signed);
            place.setSignature(cms.over(place.getContent().readAllBytes()));
            return signed.toByteArray();
        } catch (TimeStampUnavailable e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "not a PDF that can be signed: " + e.getMessage(), e);
        }
    }
}
