package org.subhasta.signing;

import java.io.IOException;
import org.subhasta.signing.CmsSignature.Profile;

/**
 * Time-stamps over signatures: from level B-B to B-T (ETSI EN 319 122-1, clause 5.3). What is
 * stamped is the digest of the signature value, so token and signature can be kept apart, each as
 * it came, and put together whenever somebody asks for both.
 */
public final class SignatureTimeStamp {

    private SignatureTimeStamp() {
    }

    /**
     * Has a signature stamped.
     *
     * @param signature one that {@link CadesVerifier} passed
     * @throws IllegalArgumentException where it is no signature at all
     */
    public static TimeStamp over(byte[] signature, TimeStamps authority)
            throws TimeStampUnavailable {
        return authority.stamp(Sha256.digest(value(signature, Profile.CADES)));
    }

    /** A PDF's signature at level B-T, which has its token inside from the start. */
    static byte[] stampForPdf(byte[] signature, TimeStamps authority) throws TimeStampUnavailable {
        TimeStamp stamp = authority.stamp(Sha256.digest(value(signature, Profile.PADES)));
        return join(signature, stamp.encoded(), Profile.PADES);
    }

    /** Validates a token kept apart against the signature it is over. */
    public static Validation verify(byte[] token, byte[] signature, Trust trust) {
        return TimeStampVerifier.verify(token, value(signature, Profile.CADES), trust);
    }

    /**
     * Puts both together: the signature at level B-T. The token stays to the byte as it is, the
     * signature's own part too.
     *
     * @throws IllegalArgumentException where the one is no signature or the other no token.
     *                                  Whether it is over this one, {@link #verify} tells
     */
    public static byte[] join(byte[] signature, byte[] token) {
        return join(signature, token, Profile.CADES);
    }

    private static byte[] join(byte[] signature, byte[] token, Profile profile) {
        try {
            CmsSignature.parse(token, Profile.TIME_STAMP);
            byte[] joined = UnsignedAttributes.with(signature, token);
            CmsSignature.parse(joined, profile);
            return joined;
        } catch (CmsSignature.Unacceptable | IOException | RuntimeException e) {
            throw new IllegalArgumentException("no time-stamp for this signature: "
                    + e.getMessage(), e);
        }
    }

    private static byte[] value(byte[] signature, Profile profile) {
        try {
            return CmsSignature.parse(signature, profile).value();
        } catch (CmsSignature.Unacceptable e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
