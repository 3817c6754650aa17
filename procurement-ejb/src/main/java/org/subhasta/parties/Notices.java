package org.subhasta.parties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import org.subhasta.correspondence.MailKind;
import org.subhasta.correspondence.Outbox;
import org.subhasta.kernel.ServerClock;

/** What people are told by mail, in the transaction of the act. */
@ApplicationScoped
class Notices {

    private static final Duration REST = Duration.ofHours(1);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private People people;

    @Inject
    private ServerClock clock;

    @EJB
    private Outbox outbox;

    void tell(PersonRow person, MailKind kind, String... values) {
        outbox.write(kind, person.email(), person.name(), values);
    }

    void tell(String person, MailKind kind, String... values) {
        tell(people.person(person).orElseThrow(), kind, values);
    }

    /** Those who administer a supplier. */
    void tellAdministrators(OrganisationRow organisation, MailKind kind, String... values) {
        people.rows(organisation.id()).stream()
                .filter(row -> !row.hasLeft() && row.duties().contains(Duty.ADMINISTER))
                .forEach(row -> tell(row, kind, values));
    }

    /** All officers, at most once an hour: many who register at once fill no mailbox. */
    void tellOfficers(OrganisationRow waiting) {
        long hour = clock.now().getEpochSecond() / REST.toSeconds();
        entities.createQuery("""
                        SELECT p FROM PersonRow p WHERE :role MEMBER OF p.roles
                          AND p.leftAt IS NULL AND p.password IS NOT NULL
                        ORDER BY p.id""", PersonRow.class)
                .setParameter("role", Role.OFFICER)
                .getResultStream()
                .forEach(officer -> outbox.writeOnce(
                        "registrations " + officer.id() + " " + hour,
                        MailKind.REGISTRATION_WAITS, officer.email(), officer.name(),
                        waiting.details().name(), "/office/registrations"));
    }
}
