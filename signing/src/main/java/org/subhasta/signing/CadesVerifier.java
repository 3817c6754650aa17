package org.subhasta.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * Verifies detached CMS signatures with CAdES baseline B-B attributes (ETSI EN 319 122-1), and
 * those with time-stamps (B-T), after the order of ETSI EN 319 102-1, clauses 5.3 and 5.5: form,
 * signer's certificate, content, signature value, time-stamps, trust at the instant proven. Strict
 * where the standards leave room:
 *
 * <ul>
 * <li>one DER value of at most {@value #MAXIMUM_BYTES} bytes and nothing after it;</li>
 * <li>exactly one signer. None never passes (which older libraries let pass);</li>
 * <li>signed attributes with content type, message digest, signing certificate v2 and signing time,
 *     each once; algorithm protection is checked where it is there;</li>
 * <li>nothing unsigned that does not prove itself: of the unsigned attributes only time-stamps over
 *     the signature (clause 5.3), one to {@value CmsSignature#MAXIMUM_TIME_STAMPS}, <em>all</em> of
 *     which must be over it and sound. One whose authority is not trusted proves nothing and does
 *     not count, as if it were not there (EN 319 102-1, clause 5.5.4); the result says so. No
 *     revocation lists. Certificates that came along may help to build a
 *     path; those that are not needed are not looked at;</li>
 * <li>only the algorithms that {@link CadesSigner} names, and RSASSA-PSS.</li>
 * </ul>
 */
public final class CadesVerifier {

    /** A signature with a chain of five certificates has some 10 KiB. */
    public static final int MAXIMUM_BYTES = 256 * 1024;

    private static final int BUFFER_BYTES = 16 * 1024;

    private CadesVerifier() {
    }

    /**
     * Validates a detached signature.
     *
     * @param at the instant at which the signer's certificate must have been valid: when the
     *           signature was received, not when its maker claims to have signed. An earlier
     *           time-stamp over the signature takes its place
     * @throws IllegalStateException where the platform lacks an algorithm: no judgement then
     */
    public static Validation verify(byte[] content, byte[] signature, Trust trust, Instant at) {
        return verify(content, signature, CmsSignature.Profile.CADES, trust, at);
    }

    /**
     * As above for content that is read once from a stream; the caller closes it. The stream is
     * not read where the signature fails before.
     *
     * @throws IOException where the content cannot be read
     */
    public static Validation verify(InputStream content, byte[] signature, Trust trust, Instant at)
            throws IOException {
        return verify(content, signature, CmsSignature.Profile.CADES, trust, at);
    }

    static Validation verify(byte[] content, byte[] signature, CmsSignature.Profile profile,
            Trust trust, Instant at) {
        try {
            return verify(new ByteArrayInputStream(content), signature, profile, trust, at);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory does not fail", e);
        }
    }

    private static Validation verify(InputStream content, byte[] signature,
            CmsSignature.Profile profile, Trust trust, Instant at) throws IOException {
        CmsSignature cms;
        try {
            cms = CmsSignature.parse(signature, profile);
        } catch (CmsSignature.Unacceptable e) {
            return Validation.failed(e.why(), e.getMessage());
        }
        X509Certificate signer = cms.signer();
        Instant claimed = cms.claimedTime().orElse(null);
        if (!MessageDigest.isEqual(cms.messageDigest(), digest(content, cms.scheme()))) {
            return Validation.failed(SubIndication.HASH_FAILURE, signer, claimed,
                    "the content is not what was signed");
        }
        if (!cms.scheme().verifies(signer.getPublicKey(), cms.signedBytes(), cms.value())) {
            return Validation.failed(SubIndication.SIG_CRYPTO_FAILURE, signer, claimed,
                    "the signature value is not the signer's");
        }
        TimeStamp earliest = null;
        String uncounted = null;
        for (byte[] token : cms.timeStamps()) {
            Validation stamp = TimeStampVerifier.verify(token, cms.value(), trust);
            if (!stamp.passed() && !stamp.subIndication().orElseThrow().isOfTrust()) {
                return Validation.failed(stamp.subIndication().orElseThrow(), signer, claimed,
                        stamp.explanation());
            }
            if (stamp.passed()) {
                TimeStamp one = stamp.timeStamp().orElseThrow();
                earliest = earliest == null || one.time().isBefore(earliest.time())
                        ? one : earliest;
            } else {
                uncounted = stamp.explanation();
            }
        }
        return trusted(cms, trust, at, earliest).uncounted(uncounted);
    }

    /**
     * EN 319 102-1, clause 5.5.4: the instant that counts is the earliest at which the signature is
     * known to have been there, be it by a time-stamp or by the caller's own word.
     */
    private static Validation trusted(CmsSignature cms, Trust trust, Instant at, TimeStamp stamp) {
        Instant counts = stamp != null && stamp.time().isBefore(at) ? stamp.time() : at;
        return trust.judge(Purpose.SIGNING, cms.signer(), cms.certificates(), counts)
                .of(cms.signer(), "the signature is valid and its signer's certificate trusted")
                .claimed(cms.claimedTime().orElse(null)).stamped(stamp);
    }

    private static byte[] digest(InputStream content, Scheme scheme) throws IOException {
        MessageDigest digest = scheme.messageDigest();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            digest.update(buffer, 0, n);
        }
        return digest.digest();
    }
}
