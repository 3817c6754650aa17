package org.subhasta.signing;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What looking at a certificate gave.
 *
 * @param fault      what speaks against it; empty where nothing does
 * @param path       from the certificate to below the trusted authority; empty where there is none
 * @param anchor     the trusted authority at its end
 * @param revocation of each certificate of the path, as far as they were looked up
 */
record Judgement(Optional<Fault> fault, List<X509Certificate> path,
        Optional<X509Certificate> anchor, List<RevocationStatus> revocation) {

    /** Why a certificate is not accepted. */
    record Fault(SubIndication why, String sentence) {

        static Optional<Fault> of(SubIndication why, String sentence) {
            return Optional.of(new Fault(why, sentence));
        }
    }

    static Judgement against(Fault fault) {
        return new Judgement(Optional.of(fault), List.of(), Optional.empty(), List.of());
    }

    /** The result for a signature of the certificate's key. */
    Validation of(X509Certificate signer, String passed) {
        Validation result = fault
                .map(why -> Validation.failed(why.why(), signer, null, why.sentence()))
                .orElseGet(() -> Validation.passed(signer, null, passed + caveat()));
        return result.revocation(revocation.isEmpty() ? null : revocation.getFirst());
    }

    /** A check that was left out by the policy is said to have been. */
    private String caveat() {
        return switch (revocation.isEmpty() ? null : revocation.getFirst()) {
            case RevocationStatus.NotLookedUp ignored ->
                    "; whether it was revoked was not looked up";
            case RevocationStatus.NotPublished ignored ->
                    "; its authority publishes no revocation";
            case null, default -> "";
        };
    }
}
