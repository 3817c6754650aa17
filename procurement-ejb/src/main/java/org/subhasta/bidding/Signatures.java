package org.subhasta.bidding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.AdmittedCertificate;
import org.subhasta.parties.CertificateReports;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.Validation;
import org.subhasta.trust.PlatformTrust;
import org.subhasta.trust.SignatureStamps;

/** Whose signature it is, and whether it counts: by a certificate admitted to who should sign. */
@ApplicationScoped
public class Signatures {

    @Inject
    private CertificateReports certificates;
    @Inject
    private PlatformTrust trust;
    @Inject
    private SignatureStamps stamps;

    /**
     * What looking at a signature gave.
     *
     * @param refusal     why it does not count; empty where it does
     * @param certificate SHA-256 of the signer's certificate; empty where it does not count
     */
    public record Finding(Optional<Refusal> refusal, Optional<String> certificate) {
    }

    /** Whether a signature counts as one of the organisation's. */
    Finding of(String organisation, byte[] content, byte[] signature, Instant at) {
        return of(content, signature, at, known -> known.organisation().equals(organisation));
    }

    /** Whether a signature counts as one of the person's own. */
    public Finding ofPerson(String person, byte[] content, byte[] signature, Instant at) {
        return of(content, signature, at, known -> known.person().equals(person));
    }

    /**
     * Whether the signature on what was sealed in a bid counts, at the instant at which the bid
     * arrived, or earlier where the time-stamp over the envelope says so: whoever signed the
     * envelope, or somebody else of the bidder's, whose certificate was admitted then. What became
     * of it since does not matter, nor what became of the bidder.
     *
     * @param last whether it has to be judged now, since the opening's time is over
     * @throws IllegalStateException where an admitted signer's authority does not answer, and it is
     *                               to be asked again
     */
    Finding sealed(BidRow bid, SignedBytes signed, boolean last) {
        Instant proven = stamps.provenBy(
                bid.signed().signature(), bid.timeStamp(), bid.arrivedAt());
        Validation validation = CadesVerifier.verify(
                signed.content(), signed.signature(), trust.get(), proven);
        if (validation.signerFingerprint().equals(Optional.of(bid.certificate()))
                && (validation.passed() || isOfCertificate(validation))) {
            return new Finding(Optional.empty(), validation.signerFingerprint());
        }
        Optional<AdmittedCertificate> other = validation.signerFingerprint()
                .flatMap(fingerprint -> certificates.admittedAt(fingerprint, bid.arrivedAt()))
                .filter(own -> own.organisation().equals(bid.bidder()));
        if (other.isEmpty() && (validation.passed() || isOfCertificate(validation))) {
            return refused(refusal(BiddingRefusal.SIGNER_UNKNOWN));
        }
        Finding finding = finding(validation, other);
        if (!last && finding.refusal().filter(why ->
                why.code() == BiddingRefusal.SIGNER_REVOCATION_UNKNOWN).isPresent()) {
            // Found out later: a bid is not lost because somebody's server is down today.
            throw new IllegalStateException("whether the certificate of who signed inside bid "
                    + bid.id() + " was revoked cannot be found out now");
        }
        return finding;
    }

    /** Whether the signature is right, and only who stands behind its certificate is not known now. */
    private static boolean isOfCertificate(Validation validation) {
        return switch (validation.subIndication().orElseThrow()) {
            case TRY_LATER, NO_CERTIFICATE_CHAIN_FOUND, REVOKED_CA_NO_POE,
                    OUT_OF_BOUNDS_NO_POE, CHAIN_CONSTRAINTS_FAILURE,
                    CERTIFICATE_CHAIN_GENERAL_FAILURE -> true;
            // Revoked with effect from before the bid came, which was told only since.
            case REVOKED -> false;
            case EXPIRED, NOT_YET_VALID, FORMAT_FAILURE, HASH_FAILURE, SIG_CRYPTO_FAILURE,
                    SIG_CONSTRAINTS_FAILURE, CRYPTO_CONSTRAINTS_FAILURE,
                    NO_SIGNING_CERTIFICATE_FOUND, SIGNED_DATA_NOT_FOUND -> false;
        };
    }

    private Finding of(byte[] content, byte[] signature, Instant at,
            Predicate<AdmittedCertificate> whose) {
        Validation validation = CadesVerifier.verify(content, signature, trust.get(), at);
        return finding(validation, validation.signerFingerprint()
                .flatMap(certificates::admitted).filter(whose));
    }

    private static Finding finding(Validation validation, Optional<AdmittedCertificate> signer) {
        if (!validation.passed()) {
            return refused(because(validation));
        }
        return signer.map(own -> new Finding(Optional.empty(), Optional.of(own.fingerprint())))
                .orElseGet(() -> refused(refusal(BiddingRefusal.SIGNER_UNKNOWN)));
    }

    /** Why bytes cannot be a signature, without looking into them. */
    static Optional<Refusal> flaw(byte[] signature, int limit) {
        if (signature.length > limit) {
            return Optional.of(Refusal.at("signature", BiddingRefusal.ENVELOPE_TOO_LARGE,
                    Integer.toString(limit)));
        }
        return signature.length > 0 ? Optional.empty() : Optional.of(Refusal.at(
                "signature", BiddingRefusal.ENVELOPE_MALFORMED, "signature"));
    }

    private static Refusal because(Validation validation) {
        return switch (validation.subIndication().orElseThrow()) {
            case EXPIRED -> refusal(BiddingRefusal.SIGNER_EXPIRED);
            case NOT_YET_VALID -> refusal(BiddingRefusal.SIGNER_NOT_YET_VALID);
            case REVOKED -> refusal(BiddingRefusal.SIGNER_REVOKED);
            case TRY_LATER -> refusal(BiddingRefusal.SIGNER_REVOCATION_UNKNOWN);
            case NO_CERTIFICATE_CHAIN_FOUND, REVOKED_CA_NO_POE, OUT_OF_BOUNDS_NO_POE,
                    CHAIN_CONSTRAINTS_FAILURE, CERTIFICATE_CHAIN_GENERAL_FAILURE ->
                    refusal(BiddingRefusal.SIGNER_NOT_TRUSTED);
            case FORMAT_FAILURE, HASH_FAILURE, SIG_CRYPTO_FAILURE, SIG_CONSTRAINTS_FAILURE,
                    CRYPTO_CONSTRAINTS_FAILURE, NO_SIGNING_CERTIFICATE_FOUND,
                    SIGNED_DATA_NOT_FOUND -> Refusal.at("signature",
                            BiddingRefusal.SIGNATURE_INVALID, validation.subIndication().get().name());
        };
    }

    private static Refusal refusal(BiddingRefusal code) {
        return Refusal.at("signature", code);
    }

    private static Finding refused(Refusal refusal) {
        return new Finding(Optional.of(refusal), Optional.empty());
    }
}
