package org.subhasta.parties;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.correspondence.MailKind;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.model.Admission;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.signing.CertificateRequest;
import org.subhasta.signing.KeyUse;

/**
 * Certificates for keys that people made themselves, in a browser for one: the holder asks, an
 * officer approves, and the platform's enrolment authority certifies the key. The certificate is
 * admitted from then on, and lives on as any other.
 */
@Stateless
public class KeyRequests {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private People people;

    @Inject
    private CertificateJudge judge;

    @Inject
    private EnrolmentAuthority authority;

    @Inject
    private Notices notices;

    @Inject
    private ServerClock clock;

    @EJB
    private Callers callers;

    @EJB
    private Journal journal;

    /**
     * Asks for a certificate for a key of the caller's.
     *
     * <p>Refused: {@code REQUEST_UNREADABLE}, {@code REQUEST_UNPROVEN}, {@code KEY_NOT_ACCEPTED},
     * {@code ENCRYPTION_FOR_OPENERS}, {@code KEY_KNOWN}.
     */
    @RolesAllowed({Role.Names.SUPPLIER, Role.Names.OFFICER, Role.Names.OPENER})
    @Assured
    public Outcome<KeyRequestView> request(KeyRequest asked) {
        Caller caller = callers.current();
        Optional<Refusal> lacking = caller.lacksToSign();
        if (lacking.isPresent()) {
            return Outcome.refused(lacking.get());
        }
        Optional<CertificateRequest> read = CertificateRequest.read(asked.pkcs10());
        if (read.isEmpty()) {
            return refuse(PartiesRefusal.REQUEST_UNREADABLE);
        }
        CertificateRequest request = read.get();
        people.lockName("key:" + request.keyFingerprint());
        Instant now = clock.now();
        Optional<PartiesRefusal> refusal = refusal(request, asked, caller, now);
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        KeyRequestRow row = new KeyRequestRow(Identifier.next(), caller, asked,
                request.keyFingerprint(), now);
        entities.persist(row);
        record(row, "key-requested", now);
        return Outcome.done(view(row));
    }

    /**
     * Certifies the key with the names on record, and admits the certificate.
     *
     * <p>Refused: {@code PARTY_NOT_FOUND}, {@code PARTY_STATE}, {@code OWN_CERTIFICATE},
     * {@code ORGANISATION_NOT_APPROVED}.
     */
    @RolesAllowed(Role.Names.OFFICER)
    @Assured
    public Outcome<KeyRequestView> approve(String id) {
        String officer = callers.current().person();
        Optional<KeyRequestRow> found = lock(id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.PARTY_NOT_FOUND));
        }
        KeyRequestRow row = found.get();
        OrganisationRow organisation =
                entities.find(OrganisationRow.class, row.organisation());
        if (row.person().equals(officer)) {
            return refuse(PartiesRefusal.OWN_CERTIFICATE);
        }
        if (people.person(row.person()).filter(one -> !one.hasLeft()).isEmpty()) {
            return refuse(PartiesRefusal.PARTY_NOT_FOUND);
        }
        if (!organisation.view().approved()) {
            return refuse(PartiesRefusal.ORGANISATION_NOT_APPROVED);
        }
        Instant now = clock.now();
        if (!(row.admission().approve(now, officer)
                instanceof Outcome.Done<Admission>(Admission approved))) {
            return row.admission().approve(now, officer).refusal();
        }
        issue(row, organisation, approved, now);
        notices.tell(row.person(), MailKind.CERTIFICATE_APPROVED, "/certificates");
        return Outcome.done(view(row));
    }

    /** Does not certify the key, and says why. */
    @RolesAllowed(Role.Names.OFFICER)
    @Assured
    public Outcome<KeyRequestView> refuse(String id, String reason) {
        String officer = callers.current().person();
        return lock(id).map(row -> end(row, "key-request-refused",
                        row.admission().refuse(clock.now(), officer, reason)))
                .orElseGet(KeyRequests::notFound);
    }

    /** Takes the own request back while it waits; a certificate is withdrawn as such. */
    @RolesAllowed({Role.Names.SUPPLIER, Role.Names.OFFICER, Role.Names.OPENER})
    public Outcome<KeyRequestView> withdraw(String id) {
        String holder = callers.current().person();
        return lock(id).filter(row -> row.person().equals(holder))
                .map(row -> row.admission() instanceof Admission.Approved approved
                        ? Outcome.<KeyRequestView>refused(Refusal.of(
                                PartiesRefusal.PARTY_STATE, approved.word()))
                        : end(row, "key-request-withdrawn",
                                row.admission().withdraw(clock.now(), holder)))
                .orElseGet(KeyRequests::notFound);
    }

    private Optional<PartiesRefusal> refusal(CertificateRequest request, KeyRequest asked,
            Caller caller, Instant now) {
        if (!judge.isProved(request, asked.statement(), caller, now)) {
            return Optional.of(PartiesRefusal.REQUEST_UNPROVEN);
        }
        if (!request.isFor(asked.use())) {
            return Optional.of(PartiesRefusal.KEY_NOT_ACCEPTED);
        }
        if (asked.use() == KeyUse.ENCRYPTION && !caller.is(Role.OPENER)) {
            return Optional.of(PartiesRefusal.ENCRYPTION_FOR_OPENERS);
        }
        return isKnown(request.keyFingerprint())
                ? Optional.of(PartiesRefusal.KEY_KNOWN) : Optional.empty();
    }

    private void issue(KeyRequestRow row, OrganisationRow organisation, Admission approved,
            Instant now) {
        X509Certificate issued = authority.issue(row.request(),
                people.person(row.person()).orElseThrow(), organisation, row.purpose(), now);
        CertificateRow certificate = new CertificateRow(row.person(), row.organisation(),
                row.purpose(), issued, true, now);
        certificate.admission(approved);
        entities.persist(certificate);
        entities.flush();
        row.admission(approved);
        row.issued(certificate.id());
        journal.append(Subject.of("organisation", row.organisation()), "certificate-issued",
                callers.current().actor(), now, Json.createObjectBuilder(payload(row))
                        .add("certificate", certificate.id())
                        .add("fingerprint", certificate.fingerprint())
                        .build());
    }

    private Outcome<KeyRequestView> end(KeyRequestRow row, String act, Outcome<Admission> next) {
        if (!(next instanceof Outcome.Done<Admission>(Admission admission))) {
            return next.refusal();
        }
        row.admission(admission);
        record(row, act, admission.at());
        if (admission instanceof Admission.Refused refused) {
            notices.tell(row.person(), MailKind.CERTIFICATE_REFUSED, refused.reason(),
                    "/certificates");
        }
        return Outcome.done(view(row));
    }

    private void record(KeyRequestRow row, String act, Instant at) {
        journal.append(Subject.of("organisation", row.organisation()), act,
                callers.current().actor(), at, payload(row));
    }

    private static JsonObject payload(KeyRequestRow row) {
        JsonObjectBuilder payload = Json.createObjectBuilder()
                .add("request", row.id())
                .add("key", row.key())
                .add("purpose", row.purpose().name())
                .add("person", row.person());
        row.admission().given().ifPresent(reason -> payload.add("reason", reason));
        return payload.build();
    }

    private Optional<KeyRequestRow> lock(String id) {
        return Optional.ofNullable(id).map(known -> entities.find(
                KeyRequestRow.class, known, LockModeType.PESSIMISTIC_WRITE));
    }

    private boolean isKnown(String key) {
        return !entities.createQuery("""
                        SELECT r.id FROM KeyRequestRow r WHERE r.key = :key
                          AND r.state IN ('enrolled', 'approved')""", String.class)
                .setParameter("key", key)
                .getResultList().isEmpty();
    }

    private KeyRequestView view(KeyRequestRow row) {
        return row.view(people.person(row.person()).orElseThrow().name(),
                entities.find(OrganisationRow.class, row.organisation()).details().name());
    }

    private static Outcome<KeyRequestView> notFound() {
        return Outcome.refused(Refusal.of(PartiesRefusal.PARTY_NOT_FOUND));
    }

    private static Outcome<KeyRequestView> refuse(PartiesRefusal code) {
        return Outcome.refused(Refusal.at("request", code));
    }
}
