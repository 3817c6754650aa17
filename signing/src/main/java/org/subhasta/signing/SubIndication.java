package org.subhasta.signing;

/**
 * Why a signature was not passed, in the words of ETSI EN 319 102-1, clause 5.1.3, tables 5 and 6.
 * Declared from the form inwards: the first that applies is the one reported.
 */
public enum SubIndication {

    /** Not in the format of the standard, or beyond the limits of size and depth. */
    FORMAT_FAILURE(Indication.TOTAL_FAILED),

    /** The content is not what was signed: its digest is another. */
    HASH_FAILURE(Indication.TOTAL_FAILED),

    /** The signature value does not fit the signer's key and what was signed. */
    SIG_CRYPTO_FAILURE(Indication.TOTAL_FAILED),

    /** The signer's certificate was revoked at the instant that counts. */
    REVOKED(Indication.TOTAL_FAILED),

    /** The signer's certificate had ended at the instant that counts. */
    EXPIRED(Indication.TOTAL_FAILED),

    /** The signer's certificate had not begun at the instant that counts. */
    NOT_YET_VALID(Indication.TOTAL_FAILED),

    /** An attribute that the signature must have is missing or says something else. */
    SIG_CONSTRAINTS_FAILURE(Indication.INDETERMINATE),

    /** An algorithm is not allowed, or a key is too small. */
    CRYPTO_CONSTRAINTS_FAILURE(Indication.INDETERMINATE),

    /** The certificate that the signature names is not there, or is another. */
    NO_SIGNING_CERTIFICATE_FOUND(Indication.INDETERMINATE),

    /** No path leads from the signer's certificate to a trusted authority. */
    NO_CERTIFICATE_CHAIN_FOUND(Indication.INDETERMINATE),

    /** A path exists but breaks its own rules: key usage, path length, names, policies. */
    CHAIN_CONSTRAINTS_FAILURE(Indication.INDETERMINATE),

    /** A path exists and could not be validated for another reason. */
    CERTIFICATE_CHAIN_GENERAL_FAILURE(Indication.INDETERMINATE),

    /** An authority on the path is revoked, so that nothing it issued can be relied on. */
    REVOKED_CA_NO_POE(Indication.INDETERMINATE),

    /** Revocation should be published, but no answer is to be had that is fresh enough. */
    TRY_LATER(Indication.INDETERMINATE),

    /** The certificate ended before what tells of revocation, which may have forgotten it. */
    OUT_OF_BOUNDS_NO_POE(Indication.INDETERMINATE),

    /** There is no signature at all. */
    SIGNED_DATA_NOT_FOUND(Indication.INDETERMINATE);

    private final Indication indication;

    SubIndication(Indication indication) {
        this.indication = indication;
    }

    /** Which outcome a signature with this fault has. */
    public Indication indication() {
        return indication;
    }

    /**
     * Whether it says only that nobody who is trusted stands behind the signer, now or at the time
     * that counts: form, content and signature value were found to fit.
     */
    public boolean isOfTrust() {
        return switch (this) {
            case NO_CERTIFICATE_CHAIN_FOUND, EXPIRED, NOT_YET_VALID, CHAIN_CONSTRAINTS_FAILURE,
                    CERTIFICATE_CHAIN_GENERAL_FAILURE, REVOKED_CA_NO_POE, TRY_LATER,
                    OUT_OF_BOUNDS_NO_POE -> true;
            case FORMAT_FAILURE, HASH_FAILURE, SIG_CRYPTO_FAILURE, REVOKED,
                    SIG_CONSTRAINTS_FAILURE, CRYPTO_CONSTRAINTS_FAILURE,
                    NO_SIGNING_CERTIFICATE_FOUND, SIGNED_DATA_NOT_FOUND -> false;
        };
    }
}
