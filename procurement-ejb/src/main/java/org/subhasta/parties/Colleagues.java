package org.subhasta.parties;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.subhasta.journal.Journal;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.model.PartiesRefusal;

/** Who acts for a supplier, and what each of them does for it: for its own people. */
@Stateless
@RolesAllowed(Role.Names.SUPPLIER)
public class Colleagues {

    @Inject
    private People people;

    @Inject
    private ServerClock clock;

    @EJB
    private Callers callers;

    @EJB
    private Certificates certificates;

    @EJB
    private Journal journal;

    /** The caller and the caller's colleagues, those who left last. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<PersonView> mine() {
        return people.of(callers.current().organisation());
    }

    /** One of them. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<PersonView> find(String person) {
        return mine().stream().filter(one -> one.id().equals(person)).findFirst();
    }

    /**
     * Says what a colleague, or the caller, does from now on.
     *
     * <p>Refused: {@code DUTY_NEEDED}, {@code PARTY_NOT_FOUND} for other organisations' people and
     * for those who left, {@code LAST_ADMINISTRATOR}.
     */
    @Assured
    public Outcome<PersonView> assign(String person, Set<Duty> duties) {
        return change(person, duties.contains(Duty.ADMINISTER), (row, now) -> {
            Set<Duty> before = row.duties();
            row.duties(duties);
            if (!before.equals(duties)) {
                record(row, "duties-assigned", now);
            }
        });
    }

    /**
     * Lets somebody act for the organisation no longer: sessions, tokens and certificates of theirs
     * end at once; bids they sent stay.
     *
     * <p>Refused as {@link #assign} is.
     */
    @Assured
    public Outcome<PersonView> remove(String person) {
        return change(person, false, (row, now) -> {
            row.leave(now);
            people.endSessions(row.id(), "", now);
            people.certificatesInUse(row.id()).forEach(certificates::withdraw);
            record(row, "person-left", now);
        });
    }

    private Outcome<PersonView> change(String person, boolean administers, Change change) {
        Caller caller = callers.current();
        Optional<Refusal> lacking = caller.lacks(Duty.ADMINISTER);
        if (lacking.isPresent()) {
            return Outcome.refused(lacking.get());
        }
        // Two who take the duty from each other at once would leave nobody.
        people.lockName("colleagues:" + caller.organisation());
        Optional<PersonRow> found = lock(person, caller);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.PARTY_NOT_FOUND));
        }
        boolean others = mine().stream().anyMatch(one -> !one.id().equals(person)
                && one.active() && !one.left() && one.duties().contains(Duty.ADMINISTER));
        if (!administers && !others) {
            return Outcome.refused(Refusal.of(PartiesRefusal.LAST_ADMINISTRATOR));
        }
        change.make(found.get(), clock.now());
        return Outcome.done(found.get().view());
    }

    private Optional<PersonRow> lock(String person, Caller caller) {
        return Optional.ofNullable(person).flatMap(people::lockPerson)
                .filter(row -> caller.actsFor(row.organisation()) && !row.hasLeft());
    }

    private void record(PersonRow row, String act, Instant now) {
        JsonArrayBuilder duties = Json.createArrayBuilder();
        EnumSet.allOf(Duty.class).stream().filter(row.duties()::contains)
                .forEach(duty -> duties.add(duty.name()));
        JsonObject about = Json.createObjectBuilder(People.about(row))
                .add("duties", duties).build();
        journal.append(People.subject(row), act, callers.current().actor(), now, about);
    }

    private interface Change {
        void make(PersonRow row, Instant now);
    }
}
