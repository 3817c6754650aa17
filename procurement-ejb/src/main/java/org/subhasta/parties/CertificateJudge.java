package org.subhasta.parties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.model.CertificateRule;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.CertificateRequest;
import org.subhasta.signing.KeyUse;
import org.subhasta.signing.SubIndication;
import org.subhasta.signing.Trust;
import org.subhasta.signing.Validation;
import org.subhasta.trust.PlatformTrust;

/** Reads what was enrolled and asks everything that can be asked of it without an officer. */
@ApplicationScoped
class CertificateJudge {

    /** Longer ones are no certificates of people. */
    private static final int LONGEST_BYTES = 16 * 1024;

    /** How old the signed statement may be: it is made when the page is opened. */
    private static final Duration FRESH = Duration.ofHours(2);

    private static final Pattern MADE_AT = Pattern.compile("\"madeAt\":\"([^\"]*)\"");

    @Inject
    private PlatformTrust trust;

    /** The one certificate in these bytes, or nothing where they are anything else. */
    Optional<X509Certificate> read(byte[] bytes) {
        if (bytes == null || bytes.length == 0 || bytes.length > LONGEST_BYTES) {
            return Optional.empty();
        }
        try {
            Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes));
            return found.size() == 1 && found.iterator().next() instanceof X509Certificate one
                    ? Optional.of(one) : Optional.empty();
        } catch (CertificateException | RuntimeException e) {
            // The JDK's parser also throws unchecked exceptions on hostile input.
            return Optional.empty();
        }
    }

    static KeyUse useOf(X509Certificate certificate) {
        return CertificateRule.isForEncryption(certificate) ? KeyUse.ENCRYPTION : KeyUse.SIGNING;
    }

    /** What is wrong with the certificate itself. */
    List<Refusal> judge(X509Certificate certificate, Instant now) {
        List<Refusal> refusals = CertificateRule.judge("certificate", certificate, now);
        if (!refusals.isEmpty()) {
            return refusals;
        }
        Validation validation = trust().check(certificate, now, useOf(certificate));
        return validation.passed() ? List.of()
                : List.of(Refusal.at("certificate", code(validation.subIndication().orElseThrow())));
    }

    /** Whether the signature shows that the caller holds the certificate's key. */
    boolean isProved(Enrolment enrolment, Caller caller, X509Certificate certificate, Instant now) {
        if (!isFresh(enrolment.statement(), caller, now)) {
            return false;
        }
        Validation validation = CadesVerifier.verify(
                enrolment.statement().getBytes(StandardCharsets.UTF_8),
                enrolment.signature(), trust(), now);
        return validation.passed() && validation.signerFingerprint()
                .filter(Validation.fingerprint(certificate)::equals).isPresent();
    }

    /** Canonical JSON (RFC 8785): members in order, no white space, nothing to escape. */
    static String statement(Caller caller, Instant at) {
        return "{\"format\":\"subhasta-enrolment-1\",\"madeAt\":\"" + at + "\",\"organisation\":\""
                + caller.organisation() + "\",\"person\":\"" + caller.person() + "\"}";
    }

    /** Whether the request shows that the caller, and not somebody it was seen at, made it. */
    boolean isProved(CertificateRequest request, String statement, Caller caller, Instant now) {
        return isFresh(statement, caller, now)
                && request.isProved(CertificateRequest.challengeOf(statement));
    }

    /** The statement names its maker, so that it is of no use to anybody else. */
    private static boolean isFresh(String statement, Caller caller, Instant now) {
        Matcher madeAt = MADE_AT.matcher(statement);
        if (!madeAt.find()) {
            return false;
        }
        try {
            Instant at = Instant.parse(madeAt.group(1));
            return statement.equals(statement(caller, at))
                    && !at.isAfter(now) && at.isAfter(now.minus(FRESH));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static PartiesRefusal code(SubIndication why) {
        return switch (why) {
            case CRYPTO_CONSTRAINTS_FAILURE -> PartiesRefusal.CERTIFICATE_WEAK_KEY;
            case SIG_CONSTRAINTS_FAILURE -> PartiesRefusal.CERTIFICATE_WRONG_USAGE;
            case REVOKED -> PartiesRefusal.CERTIFICATE_REVOKED;
            case TRY_LATER -> PartiesRefusal.CERTIFICATE_REVOCATION_UNKNOWN;
            default -> PartiesRefusal.CERTIFICATE_UNTRUSTED;
        };
    }

    private Trust trust() {
        return trust.get();
    }
}
