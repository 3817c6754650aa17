package org.subhasta.parties;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.subhasta.correspondence.MailKind;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.model.Admission;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.signing.KeyUse;
import org.subhasta.signing.Validation;

/** How certificates come to be admitted: the holder enrols, an officer approves. */
@Stateless
public class Certificates {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private People people;

    @Inject
    private CertificateJudge judge;

    @Inject
    private Notices notices;

    @Inject
    private ServerClock clock;

    @EJB
    private Callers callers;

    @EJB
    private Journal journal;

    /** What the caller signs to prove that the key is theirs; good for two hours. */
    @RolesAllowed({Role.Names.SUPPLIER, Role.Names.OFFICER, Role.Names.OPENER})
    public String statement() {
        return CertificateJudge.statement(callers.current(), clock.now());
    }

    /**
     * Enrols a certificate for the caller and the caller's organisation. One for encryption cannot
     * sign a proof: the holder shows in a rehearsal that the key is there.
     */
    @RolesAllowed({Role.Names.SUPPLIER, Role.Names.OFFICER, Role.Names.OPENER})
    @Assured
    public Outcome<CertificateView> enrol(Enrolment enrolment) {
        Caller caller = callers.current();
        Optional<Refusal> lacking = caller.lacksToSign();
        if (lacking.isPresent()) {
            return Outcome.refused(lacking.get());
        }
        Optional<X509Certificate> read = judge.read(enrolment.certificate());
        if (read.isEmpty()) {
            return refuse(PartiesRefusal.CERTIFICATE_UNREADABLE);
        }
        X509Certificate certificate = read.get();
        String fingerprint = Validation.fingerprint(certificate);
        people.lockName("certificate:" + fingerprint);
        Instant now = clock.now();
        List<Refusal> refusals = judge.judge(certificate, now);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        if (CertificateJudge.useOf(certificate) == KeyUse.ENCRYPTION && !caller.is(Role.OPENER)) {
            return refuse(PartiesRefusal.ENCRYPTION_FOR_OPENERS);
        }
        if (enrolment.claimsPossession() && !judge.isProved(enrolment, caller, certificate, now)) {
            return refuse(PartiesRefusal.POSSESSION_UNPROVEN);
        }
        Optional<PartiesRefusal> known = known(fingerprint, caller.person());
        return known.isPresent() ? refuse(known.get()) : Outcome.done(store(
                caller, certificate, enrolment.claimsPossession(), now));
    }

    /** Admits a certificate: from now on bids signed with it count. */
    @RolesAllowed(Role.Names.OFFICER)
    @Assured
    public Outcome<CertificateView> approve(String certificate) {
        String officer = callers.current().person();
        people.lockName("approval");
        Optional<CertificateRow> waiting = find(certificate);
        if (waiting.isPresent() && isAdmitted(waiting.get().fingerprint())
                && waiting.get().admission() instanceof Admission.Enrolled) {
            return refuse(PartiesRefusal.CERTIFICATE_OF_ANOTHER);
        }
        if (waiting.isPresent() && waiting.get().person().equals(officer)) {
            return refuse(PartiesRefusal.OWN_CERTIFICATE);
        }
        return change(certificate, "certificate-approved", row -> true,
                (admission, at) -> admission.approve(at, officer));
    }

    /** Does not admit a certificate, and says why. */
    @RolesAllowed(Role.Names.OFFICER)
    @Assured
    public Outcome<CertificateView> refuse(String certificate, String reason) {
        String officer = callers.current().person();
        return change(certificate, "certificate-refused", row -> true,
                (admission, at) -> admission.refuse(at, officer, reason));
    }

    /** Puts a certificate out of use: the holder may, whoever administers the holder's
     * organisation, and any officer. */
    @RolesAllowed({Role.Names.SUPPLIER, Role.Names.OFFICER, Role.Names.OPENER})
    @Assured
    public Outcome<CertificateView> withdraw(String certificate) {
        Caller caller = callers.current();
        return change(certificate, "certificate-withdrawn",
                row -> caller.is(Role.OFFICER) || caller.person().equals(row.person())
                        || caller.actsFor(row.organisation())
                                && caller.duties().contains(Duty.ADMINISTER),
                (admission, at) -> admission.withdraw(at, caller.person()));
    }

    private Outcome<CertificateView> change(String id, String act,
            Predicate<CertificateRow> mayBeSeen,
            BiFunction<Admission, Instant, Outcome<Admission>> step) {
        Optional<CertificateRow> found = find(id).filter(mayBeSeen);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.PARTY_NOT_FOUND));
        }
        CertificateRow row = found.get();
        entities.lock(row, LockModeType.PESSIMISTIC_WRITE);
        entities.refresh(row);
        Instant now = clock.now();
        Outcome<Admission> next = step.apply(row.admission(), now);
        if (!(next instanceof Outcome.Done<Admission>(Admission admission))) {
            return next.refusal();
        }
        row.admission(admission);
        record(row, act, now);
        switch (admission) {
            case Admission.Approved approved -> notices.tell(
                    row.person(), MailKind.CERTIFICATE_APPROVED, "/certificates");
            case Admission.Refused refused -> notices.tell(row.person(),
                    MailKind.CERTIFICATE_REFUSED, refused.reason(), "/certificates");
            default -> {
                // Whoever withdraws or enrols it knows.
            }
        }
        return Outcome.done(view(row));
    }

    private CertificateView store(Caller holder, X509Certificate certificate,
            boolean possession, Instant now) {
        CertificateRow row = new CertificateRow(holder.person(), holder.organisation(),
                CertificateJudge.useOf(certificate), certificate, possession, now);
        entities.persist(row);
        record(row, "certificate-enrolled", now);
        return view(row);
    }

    private void record(CertificateRow row, String act, Instant now) {
        JsonObjectBuilder payload = Json.createObjectBuilder()
                .add("certificate", row.id())
                .add("fingerprint", row.fingerprint())
                .add("person", row.person());
        if (row.admission() instanceof Admission.Refused refused) {
            payload.add("reason", refused.reason());
        }
        journal.append(Subject.of("organisation", row.organisation()), act,
                callers.current().actor(), now, payload.build());
    }

    private Optional<CertificateRow> find(String id) {
        return Optional.ofNullable(id).map(known -> entities.find(CertificateRow.class, known));
    }

    private Optional<PartiesRefusal> known(String fingerprint, String person) {
        List<CertificateRow> inUse = entities.createQuery("""
                        SELECT c FROM CertificateRow c WHERE c.fingerprint = :fingerprint
                          AND c.state IN ('enrolled', 'approved')""", CertificateRow.class)
                .setParameter("fingerprint", fingerprint)
                .getResultList();
        if (inUse.stream().anyMatch(row -> row.person().equals(person))) {
            return Optional.of(PartiesRefusal.CERTIFICATE_ENROLLED_ALREADY);
        }
        return inUse.stream().anyMatch(row -> row.admission() instanceof Admission.Approved)
                ? Optional.of(PartiesRefusal.CERTIFICATE_OF_ANOTHER) : Optional.empty();
    }

    private boolean isAdmitted(String fingerprint) {
        return !entities.createQuery("""
                        SELECT c.id FROM CertificateRow c
                        WHERE c.fingerprint = :fingerprint AND c.state = 'approved'""",
                        String.class)
                .setParameter("fingerprint", fingerprint)
                .getResultList().isEmpty();
    }

    private CertificateView view(CertificateRow row) {
        return row.view(people.person(row.person()).orElseThrow().name(),
                entities.find(OrganisationRow.class, row.organisation()).details().name());
    }

    private static <T> Outcome<T> refuse(PartiesRefusal code) {
        return Outcome.refused(Refusal.at("certificate", code));
    }
}
