package org.subhasta.parties;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.subhasta.signing.KeyUse;

/** Reads about certificates. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CertificateReports {

    private static final String VIEW = """
            SELECT c, p.name, o.name
            FROM CertificateRow c
            JOIN PersonRow p ON p.id = c.person
            JOIN OrganisationRow o ON o.id = c.organisation
            """;

    @PersistenceContext
    private EntityManager entities;

    @EJB
    private Callers callers;

    /**
     * The approved certificate for signatures with that fingerprint, whose organisation is approved too: at most
     * one person has it. Certificates travel with every signature, so this tells nothing secret.
     *
     * @param fingerprint SHA-256 of the DER in hexadecimal, of either case
     */
    @PermitAll
    public Optional<AdmittedCertificate> admitted(String fingerprint) {
        return entities.createQuery("""
                        SELECT c FROM CertificateRow c
                        JOIN OrganisationRow o ON o.id = c.organisation
                        WHERE c.fingerprint = :fingerprint
                          AND c.purpose = :purpose
                          AND c.state = 'approved' AND o.state = 'approved'""",
                        CertificateRow.class)
                .setParameter("fingerprint", fingerprint.toLowerCase(Locale.ROOT))
                .setParameter("purpose", KeyUse.SIGNING)
                .getResultStream()
                .findFirst()
                .map(CertificateRow::admitted);
    }

    /**
     * As {@link #admitted}, of that instant: approved by then, and not withdrawn yet. Its
     * organisation is not asked about.
     */
    @PermitAll
    public Optional<AdmittedCertificate> admittedAt(String fingerprint, Instant at) {
        return entities.createQuery("""
                        SELECT c FROM CertificateRow c
                        WHERE c.fingerprint = :fingerprint
                          AND c.purpose = :purpose AND c.approvedAt <= :at
                          AND (c.state = 'approved' OR c.stateAt > :at)""",
                        CertificateRow.class)
                .setParameter("fingerprint", fingerprint.toLowerCase(Locale.ROOT))
                .setParameter("purpose", KeyUse.SIGNING)
                .setParameter("at", at)
                .getResultStream()
                .findFirst()
                .map(CertificateRow::admitted);
    }

    /** The caller's own, the latest first. */
    @RolesAllowed({Role.Names.SUPPLIER, Role.Names.OFFICER, Role.Names.OPENER})
    public List<CertificateView> mine() {
        return entities.createQuery(
                        VIEW + "WHERE c.person = :person ORDER BY c.enrolledAt DESC, c.id",
                        Object[].class)
                .setParameter("person", callers.current().person())
                .getResultStream()
                .map(CertificateReports::view)
                .toList();
    }

    /** What the caller may sign with and, as an opener, has shares encrypted to. */
    @RolesAllowed({Role.Names.SUPPLIER, Role.Names.OFFICER, Role.Names.OPENER})
    public List<OwnCertificate> usable() {
        return entities.createQuery("""
                        SELECT c FROM CertificateRow c
                        WHERE c.person = :person AND c.state = 'approved'
                        ORDER BY c.stateAt DESC, c.id""", CertificateRow.class)
                .setParameter("person", callers.current().person())
                .getResultStream()
                .map(row -> new OwnCertificate(row.id(), row.purpose(), row.der()))
                .toList();
    }

    /** One certificate. */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.AUDITOR})
    public Optional<CertificateView> find(String id) {
        return entities.createQuery(VIEW + "WHERE c.id = :id", Object[].class)
                .setParameter("id", id == null ? "" : id)
                .getResultStream()
                .findFirst()
                .map(CertificateReports::view);
    }

    /** All that wait for an officer, the longest waiting first. */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.AUDITOR})
    public List<CertificateView> waiting() {
        return entities.createQuery(
                        VIEW + "WHERE c.state = 'enrolled' ORDER BY c.enrolledAt, c.id",
                        Object[].class)
                .getResultStream()
                .map(CertificateReports::view)
                .toList();
    }

    /** All of one organisation, the latest first. */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.AUDITOR})
    public List<CertificateView> of(String organisation) {
        return entities.createQuery(
                        VIEW + "WHERE c.organisation = :organisation "
                                + "ORDER BY c.enrolledAt DESC, c.id",
                        Object[].class)
                .setParameter("organisation", organisation)
                .getResultStream()
                .map(CertificateReports::view)
                .toList();
    }

    private static CertificateView view(Object[] found) {
        return ((CertificateRow) found[0]).view((String) found[1], (String) found[2]);
    }
}
