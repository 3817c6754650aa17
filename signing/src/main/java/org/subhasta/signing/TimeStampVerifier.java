package org.subhasta.signing;

import java.io.IOException;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;

/**
 * Verifies time-stamp tokens (RFC 3161 with the signing certificate v2 of RFC 5816; ETSI EN
 * 319 422; validation after EN 319 102-1, clause 5.4). The authority's certificate must be for time
 * stamping and nothing else, critically so (RFC 3161, section 2.3), lead to an authority trusted
 * for time-stamps, and be valid at the time stamped.
 */
public final class TimeStampVerifier {

    private TimeStampVerifier() {
    }

    /**
     * Validates a token.
     *
     * @param token   DER, at most {@value CadesVerifier#MAXIMUM_BYTES} bytes
     * @param stamped the bytes whose digest was stamped; of a signature that is its value
     * @return where passed, with the {@link Validation#timeStamp()}; its signer is the time-stamp
     *         authority, its claimed time the time stamped
     */
    public static Validation verify(byte[] token, byte[] stamped, Trust trust) {
        return verify(token, digest -> digest(digest, stamped), trust);
    }

    /** Whether it has the form of a token, as no signature on a document has. */
    public static boolean isToken(byte[] der) {
        try {
            CmsSignature.parse(der, CmsSignature.Profile.TIME_STAMP);
            return true;
        } catch (CmsSignature.Unacceptable e) {
            return false;
        }
    }

    /** As above where only the SHA-256 digest is known: a token over another is not passed. */
    public static Validation verifyDigest(byte[] token, byte[] sha256, Trust trust) {
        return verify(token,
                digest -> digest.equals("SHA-256") ? sha256 : new byte[0], trust);
    }

    private static Validation verify(byte[] token, Function<String, byte[]> imprint, Trust trust) {
        CmsSignature cms;
        TSTInfo info;
        Instant time;
        Optional<String> digest;
        try {
            cms = CmsSignature.parse(token, CmsSignature.Profile.TIME_STAMP);
            info = info(cms.content().orElseThrow());
            time = info.getGenTime().getDate().toInstant();
            digest = Scheme.digest(info.getMessageImprint().getHashAlgorithm());
        } catch (CmsSignature.Unacceptable e) {
            return Validation.failed(e.why(), "the time-stamp: " + e.getMessage());
        } catch (IOException | ParseException | RuntimeException e) {
            // The parsing library tells malformed input by unchecked exceptions too.
            return Validation.failed(SubIndication.FORMAT_FAILURE,
                    "the time-stamp cannot be read: " + e.getMessage());
        }
        Optional<SubIndication> wrong = problem(cms, info, digest, imprint);
        if (wrong.isPresent()) {
            return Validation.failed(wrong.get(), cms.signer(), time, sentence(wrong.get()));
        }
        Validation judged = trust.judge(
                        Purpose.TIME_STAMPING, cms.signer(), cms.certificates(), time)
                .of(cms.signer(), "the time-stamp is valid and its authority trusted")
                .claimed(time);
        return judged.passed()
                ? judged.stamped(new TimeStamp(token, time, info.getSerialNumber().getValue(),
                        info.getPolicy().getId(), cms.signer(), cms.certificates()))
                : judged.prefixed("the time-stamp: ");
    }

    /** RFC 3161, section 2.4.2: version 1, DER, and no extension that would have to be known. */
    private static TSTInfo info(byte[] content) throws IOException, CmsSignature.Unacceptable {
        Optional<String> problem = Der.problem(content, CadesVerifier.MAXIMUM_BYTES);
        TSTInfo info = problem.isPresent() ? null : TSTInfo.getInstance(content);
        if (info == null || !Arrays.equals(content, info.getEncoded(ASN1Encoding.DER))
                || info.getVersion().intValueExact() != 1) {
            throw new CmsSignature.Unacceptable(SubIndication.FORMAT_FAILURE,
                    "what it says is not DER of version 1");
        }
        if (info.getExtensions() != null
                && info.getExtensions().getCriticalExtensionOIDs().length > 0) {
            throw new CmsSignature.Unacceptable(SubIndication.FORMAT_FAILURE,
                    "it has critical extensions");
        }
        return info;
    }

    private static Optional<SubIndication> problem(CmsSignature cms, TSTInfo info,
            Optional<String> digest, Function<String, byte[]> imprint) {
        MessageImprint said = info.getMessageImprint();
        if (digest.isEmpty()) {
            return Optional.of(SubIndication.CRYPTO_CONSTRAINTS_FAILURE);
        }
        MessageDigest own = cms.scheme().messageDigest();
        if (!MessageDigest.isEqual(cms.messageDigest(), own.digest(cms.content().orElseThrow()))
                || !MessageDigest.isEqual(
                        said.getHashedMessage(), imprint.apply(digest.get()))) {
            return Optional.of(SubIndication.HASH_FAILURE);
        }
        boolean verified = cms.scheme().verifies(
                cms.signer().getPublicKey(), cms.signedBytes(), cms.value());
        return verified ? Optional.empty() : Optional.of(SubIndication.SIG_CRYPTO_FAILURE);
    }

    private static String sentence(SubIndication wrong) {
        return switch (wrong) {
            case CRYPTO_CONSTRAINTS_FAILURE ->
                    "the time-stamp is over a digest that is not accepted";
            case HASH_FAILURE -> "the time-stamp is over something else";
            default -> "the time-stamp's signature value is not its authority's";
        };
    }

    private static byte[] digest(String algorithm, byte[] content) {
        return Scheme.digestOf(algorithm).digest(content);
    }
}
