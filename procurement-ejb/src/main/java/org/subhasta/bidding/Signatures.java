package org.subhasta.bidding;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.AdmittedCertificate;
import org.subhasta.parties.CertificateReports;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.Trust;
import org.subhasta.signing.Validation;

/** Whose signature it is, and whether it counts: for the bidder, by a certificate admitted to it. */
@ApplicationScoped
class Signatures {

    @Inject
    private CertificateReports certificates;

    private Trust trust;

    /**
     * What looking at a signature gave.
     *
     * @param refusal     why it does not count; empty where it does
     * @param certificate SHA-256 of the signer's certificate; empty where it does not count
     */
    record Finding(Optional<Refusal> refusal, Optional<String> certificate) {
    }

    @PostConstruct
    void findTrust() {
        Trust all = Trust.folder(Path.of(System.getProperty("subhasta.data", "var"), "trust"));
        trust = Boolean.getBoolean("subhasta.demo") ? all : all.withoutDemonstration();
    }

    Finding of(Delivery delivery, Instant at) {
        Validation validation = CadesVerifier.verify(
                delivery.statement(), delivery.signature(), trust, at);
        if (!validation.passed()) {
            return refused(because(validation));
        }
        String fingerprint = validation.signerFingerprint().orElseThrow();
        return certificates.admitted(fingerprint)
                .map(AdmittedCertificate::organisation)
                .filter(delivery.sender()::actsFor)
                .map(own -> new Finding(Optional.empty(), Optional.of(fingerprint)))
                .orElseGet(() -> refused(refusal(BiddingRefusal.SIGNER_UNKNOWN)));
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
