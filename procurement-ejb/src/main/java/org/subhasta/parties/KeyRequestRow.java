package org.subhasta.parties;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.subhasta.parties.model.Admission;
import org.subhasta.signing.CertificateRequest;
import org.subhasta.signing.KeyUse;

/** A request for a certificate as stored. */
@Entity
@Table(schema = "parties", name = "key_request")
class KeyRequestRow {

    @Id
    private String id;
    private String person;
    private String organisation;
    @Enumerated(EnumType.STRING)
    private KeyUse purpose;
    private byte[] request;
    @Column(name = "key_sha256")
    private String key;

    private String state;
    @Column(name = "state_at")
    private Instant stateAt;
    @Column(name = "decided_by")
    private String decidedBy;
    private String reason;
    /** The certificate that was issued; null before. */
    private String certificate;
    @Column(name = "requested_at")
    private Instant requestedAt;
    @Version
    private int version;

    protected KeyRequestRow() {
    }

    KeyRequestRow(String id, Caller holder, KeyRequest asked, String key, Instant at) {
        this.id = id;
        this.person = holder.person();
        this.organisation = holder.organisation();
        this.purpose = asked.use();
        this.request = asked.pkcs10().clone();
        this.key = key;
        this.requestedAt = at;
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

    KeyUse purpose() {
        return purpose;
    }

    String key() {
        return key;
    }

    CertificateRequest request() {
        return CertificateRequest.read(request).orElseThrow(
                () -> new IllegalStateException("request " + id + " cannot be read any more"));
    }

    Admission admission() {
        return Admission.of(state, stateAt, decidedBy, reason);
    }

    void admission(Admission admission) {
        state = admission.word();
        stateAt = admission.at();
        decidedBy = admission.decidedBy().orElse(null);
        reason = admission.given().orElse(null);
    }

    void issued(String certificateId) {
        certificate = certificateId;
    }

    KeyRequestView view(String personName, String organisationName) {
        return new KeyRequestView(id, person, personName, organisation, organisationName, purpose,
                key, state, stateAt, reason == null ? "" : reason,
                certificate == null ? "" : certificate, requestedAt);
    }
}
