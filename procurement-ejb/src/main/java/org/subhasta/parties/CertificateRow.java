package org.subhasta.parties;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.subhasta.kernel.Identifier;
import org.subhasta.parties.model.Admission;
import org.subhasta.signing.KeyUse;
import org.subhasta.signing.Validation;

/** A certificate as stored, byte for byte as it was enrolled. */
@Entity
@Table(schema = "parties", name = "certificate")
class CertificateRow {

    @Id
    private String id;
    private String person;
    private String organisation;
    private String fingerprint;
    @Enumerated(EnumType.STRING)
    private KeyUse purpose;
    private byte[] der;
    private String subject;
    private String issuer;
    private String serial;
    @Column(name = "valid_from")
    private Instant validFrom;
    @Column(name = "valid_until")
    private Instant validUntil;
    /** Whether a signature at enrolment proved that the person holds the key. */
    private boolean possession;

    private String state;
    @Column(name = "state_at")
    private Instant stateAt;
    @Column(name = "approved_at")
    private Instant approvedAt;
    @Column(name = "decided_by")
    private String decidedBy;
    private String reason;
    @Column(name = "enrolled_at")
    private Instant enrolledAt;
    @Version
    private int version;

    protected CertificateRow() {
    }

    /** Enrolled at that instant by the person, for the organisation. */
    CertificateRow(String person, String organisation, KeyUse purpose,
            X509Certificate certificate, boolean possession, Instant at) {
        this.id = Identifier.next();
        this.person = person;
        this.organisation = organisation;
        this.fingerprint = Validation.fingerprint(certificate);
        this.purpose = purpose;
        this.der = encoded(certificate);
        this.subject = certificate.getSubjectX500Principal().getName();
        this.issuer = certificate.getIssuerX500Principal().getName();
        this.serial = certificate.getSerialNumber().toString(16);
        this.validFrom = certificate.getNotBefore().toInstant();
        this.validUntil = certificate.getNotAfter().toInstant();
        this.possession = possession;
        this.enrolledAt = at;
        admission(new Admission.Enrolled(at));
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has an encoding", e);
        }
    }

    String id() {
        return id;
    }

    Instant enrolledAt() {
        return enrolledAt;
    }

    Instant validUntil() {
        return validUntil;
    }

    String person() {
        return person;
    }

    String organisation() {
        return organisation;
    }

    String fingerprint() {
        return fingerprint;
    }

    KeyUse purpose() {
        return purpose;
    }

    byte[] der() {
        return der.clone();
    }

    Admission admission() {
        return Admission.of(state, stateAt, decidedBy, reason);
    }

    void admission(Admission admission) {
        state = admission.word();
        stateAt = admission.at();
        if (admission instanceof Admission.Approved approved) {
            approvedAt = approved.at();
        }
        decidedBy = admission.decidedBy().orElse(null);
        reason = admission.given().orElse(null);
    }

    OpenerKey openerKey() {
        return new OpenerKey(id, fingerprint, der, validFrom, validUntil);
    }

    AdmittedCertificate admitted() {
        return new AdmittedCertificate(
                id, person, organisation, fingerprint, subject, validFrom, validUntil);
    }

    CertificateView view(String personName, String organisationName) {
        return new CertificateView(id, person, personName, organisation, organisationName,
                fingerprint, purpose, subject, issuer, serial, validFrom, validUntil, possession, state,
                stateAt, reason == null ? "" : reason, enrolledAt);
    }
}
