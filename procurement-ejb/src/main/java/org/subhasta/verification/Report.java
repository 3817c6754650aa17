package org.subhasta.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subhasta.signing.SubIndication;
import org.subhasta.signing.Validation;
import org.subhasta.signing.command.Exit;

/** What was checked in a file, in order, and what was found. */
public final class Report {

    private final List<Finding> findings = new ArrayList<>();

    Report() {
    }

    /** Everything found, in the order in which it was looked at. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The first thing that is wrong. */
    public Optional<Finding> firstWrong() {
        return first(Finding.Mark.WRONG);
    }

    /** The first thing that nobody trusted stands for. */
    public Optional<Finding> firstNotTrusted() {
        return first(Finding.Mark.NOT_TRUSTED);
    }

    private Optional<Finding> first(Finding.Mark mark) {
        return findings.stream().filter(finding -> finding.mark() == mark).findFirst();
    }

    /** How it ended. A file in which nothing at all was found to hold does not hold. */
    public Exit exit() {
        if (firstWrong().isPresent() || first(Finding.Mark.HOLDS).isEmpty()
                && firstNotTrusted().isEmpty()) {
            return Exit.WRONG;
        }
        return firstNotTrusted().isPresent() ? Exit.NOT_TRUSTED : Exit.HOLDS;
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    void add(Found found, String... details) {
        add(new Finding(found, List.of(details)));
    }

    /** Adds what holds, or what is wrong instead; whether it holds. */
    boolean check(boolean holds, Found right, Found wrong, String... details) {
        add(holds ? right : wrong, details);
        return holds;
    }

    /**
     * Adds what became of a signature.
     *
     * @param what the key of the text that names what was signed: {@code what.notice}
     * @return whether it is one, trusted or not
     */
    boolean signature(Validation result, String what, String which) {
        String signer = result.signer().map(certificate ->
                certificate.getSubjectX500Principal().getName()).orElse("");
        String fingerprint = result.signerFingerprint().orElse("");
        if (result.passed()) {
            add(Found.SIGNED, "@" + what, which, signer, fingerprint);
            result.timeStamp().ifPresent(stamp -> add(Found.TIME_STAMPED, "@" + what, which,
                    stamp.time().toString(),
                    stamp.authority().getSubjectX500Principal().getName()));
            result.uncounted().ifPresent(why ->
                    add(Found.TIME_STAMP_NOT_COUNTED, "@" + what, which));
            return true;
        }
        String why = "@why." + result.subIndication().orElseThrow();
        String code = result.indication() + ", " + result.subIndication().orElseThrow();
        if (isOfTrust(result)) {
            add(Found.SIGNER_NOT_TRUSTED, "@" + what, which, signer, fingerprint, why,
                    code);
            return true;
        }
        add(Found.SIGNATURE_WRONG, "@" + what, which, why, code);
        return false;
    }

    /** Whether the signature fits what was signed and only its maker is not trusted. */
    static boolean isOfTrust(Validation result) {
        return result.subIndication().filter(SubIndication::isOfTrust).isPresent();
    }
}
