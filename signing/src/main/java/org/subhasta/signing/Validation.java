package org.subhasta.signing;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The result of validating one signature (ETSI EN 319 102-1).
 *
 * @param indication    passed, failed, or neither
 * @param subIndication why not; empty exactly where it passed
 * @param signer        the certificate the signature names; present wherever it passed, and where
 *                      it was found before something else failed. Unless passed it proves nothing
 * @param claimedTime   when the signer claims to have signed; a claim, never a proof
 * @param timeStamp     the earliest time-stamp over the signature that counts, which proves that it
 *                      was there then
 * @param uncounted     why a time-stamp over the signature does not count, which is because its
 *                      authority is not trusted; empty where all do, or there is none
 * @param revocation    what is known about the revocation of the signer's certificate; empty where
 *                      it did not come to that
 * @param explanation   one English sentence for a log or the command line, without personal data;
 *                      pages show their own text for the sub-indication
 */
public record Validation(
        Indication indication,
        Optional<SubIndication> subIndication,
        Optional<X509Certificate> signer,
        Optional<Instant> claimedTime,
        Optional<TimeStamp> timeStamp,
        Optional<String> uncounted,
        Optional<RevocationStatus> revocation,
        String explanation) {

    public Validation {
        Objects.requireNonNull(claimedTime, "claimedTime");
        Objects.requireNonNull(timeStamp, "timeStamp");
        Objects.requireNonNull(uncounted, "uncounted");
        Objects.requireNonNull(revocation, "revocation");
        Objects.requireNonNull(explanation, "explanation");
        boolean passed = indication == Indication.TOTAL_PASSED;
        if (passed == subIndication.isPresent()) {
            throw new IllegalArgumentException("a sub-indication says why it did not pass");
        }
        if (passed && signer.isEmpty()) {
            throw new IllegalArgumentException("nobody's signature cannot pass");
        }
        if (subIndication.isPresent() && subIndication.get().indication() != indication) {
            throw new IllegalArgumentException(subIndication.get() + " is not " + indication);
        }
    }

    /** Whether the signature counts. The only question most callers should ask. */
    public boolean passed() {
        return indication == Indication.TOTAL_PASSED;
    }

    /** The SHA-256 of the signer's certificate (DER), by which certificates are admitted. */
    public Optional<String> signerFingerprint() {
        return signer.map(Validation::fingerprint);
    }

    /** The SHA-256 of a certificate's DER, as 64 lower-case hexadecimal digits. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return Sha256.hex(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without an encoding", e);
        }
    }

    static Validation passed(X509Certificate signer, Instant claimedTime, String explanation) {
        return new Validation(Indication.TOTAL_PASSED, Optional.empty(), Optional.of(signer),
                Optional.ofNullable(claimedTime), Optional.empty(), Optional.empty(),
                Optional.empty(), explanation);
    }

    static Validation failed(SubIndication why, X509Certificate signer, Instant claimedTime,
            String explanation) {
        return new Validation(why.indication(), Optional.of(why), Optional.ofNullable(signer),
                Optional.ofNullable(claimedTime), Optional.empty(), Optional.empty(),
                Optional.empty(), explanation);
    }

    static Validation failed(SubIndication why, String explanation) {
        return failed(why, null, null, explanation);
    }

    /** The same with the time-stamp over the signature. */
    Validation stamped(TimeStamp earliest) {
        return new Validation(indication, subIndication, signer, claimedTime,
                Optional.ofNullable(earliest), uncounted, revocation, explanation);
    }

    /** The same, where one does not count for this reason. */
    Validation uncounted(String why) {
        return new Validation(indication, subIndication, signer, claimedTime, timeStamp,
                Optional.ofNullable(why), revocation, explanation);
    }

    /** The same with what was claimed elsewhere, as in a PDF. */
    Validation claimed(Instant time) {
        return new Validation(indication, subIndication, signer, Optional.ofNullable(time),
                timeStamp, uncounted, revocation, explanation);
    }

    Validation revocation(RevocationStatus status) {
        return new Validation(indication, subIndication, signer, claimedTime, timeStamp,
                uncounted, Optional.ofNullable(status), explanation);
    }

    Validation prefixed(String about) {
        return new Validation(indication, subIndication, signer, claimedTime, timeStamp,
                uncounted, revocation, about + explanation);
    }
}
