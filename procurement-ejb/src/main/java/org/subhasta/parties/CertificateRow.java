package org.subhasta.parties;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.subhasta.parties.model.Admission;

/** A certificate as stored, byte for byte as it was enrolled. */
@Entity
@Table(schema = "parties", name = "certificate")
class CertificateRow {

    @Id
    private String id;
    private String person;
    private String organisation;
    private String fingerprint;
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
    @Column(name = "decided_by")
    private String decidedBy;
    private String reason;
    @Column(name = "enrolled_at")
    private Instant enrolledAt;
    @Version
    private int version;

    protected CertificateRow() {
    }

    CertificateRow(String id, Caller holder, String fingerprint, byte[] der,
            X509Certificate certificate, boolean possession, Instant at) {
        this.id = id;
        this.person = holder.person();
        this.organisation = holder.organisation();
        this.fingerprint = fingerprint;
        this.der = der.clone();
        this.subject = certificate.getSubjectX500Principal().getName();
        this.issuer = certificate.getIssuerX500Principal().getName();
        this.serial = certificate.getSerialNumber().toString(16);
        this.validFrom = certificate.getNotBefore().toInstant();
        this.validUntil = certificate.getNotAfter().toInstant();
        this.possession = possession;
        this.enrolledAt = at;
        admission(new Admission.Enrolled(at));
    }

    String id() {
        return id;
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

    byte[] der() {
        return der.clone();
    }

    Admission admission() {
        return switch (state) {
            case "enrolled" -> new Admission.Enrolled(stateAt);
            case "approved" -> new Admission.Approved(stateAt, decidedBy);
            case "refused" -> new Admission.Refused(stateAt, decidedBy, reason);
            case "withdrawn" -> new Admission.Withdrawn(stateAt, decidedBy);
            default -> throw new IllegalStateException("certificate " + id + " is " + state);
        };
    }

    void admission(Admission admission) {
        decidedBy = null;
        reason = null;
        switch (admission) {
            case Admission.Enrolled(Instant at) -> {
                state = "enrolled";
                stateAt = at;
            }
            case Admission.Approved(Instant at, String by) -> {
                state = "approved";
                stateAt = at;
                decidedBy = by;
            }
            case Admission.Refused(Instant at, String by, String said) -> {
                state = "refused";
                stateAt = at;
                decidedBy = by;
                reason = said;
            }
            case Admission.Withdrawn(Instant at, String by) -> {
                state = "withdrawn";
                stateAt = at;
                decidedBy = by;
            }
        }
    }

    AdmittedCertificate admitted() {
        return new AdmittedCertificate(
                id, person, organisation, fingerprint, subject, validFrom, validUntil);
    }

    CertificateView view(String personName, String organisationName) {
        return new CertificateView(id, person, personName, organisation, organisationName,
                fingerprint, subject, issuer, serial, validFrom, validUntil, possession, state,
                stateAt, reason == null ? "" : reason, enrolledAt);
    }
}
