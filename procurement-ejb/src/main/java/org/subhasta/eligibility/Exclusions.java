package org.subhasta.eligibility;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.subhasta.eligibility.model.EligibilityRefusal;
import org.subhasta.eligibility.model.Exclusion;
import org.subhasta.eligibility.model.State;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Assured;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.parties.Role;
import org.subhasta.parties.model.OrganisationKind;

/**
 * How suppliers are excluded. Officers act for their own authority; administrators confirm and
 * decline what is to count on the whole platform, and lift it.
 *
 * <p>What concerns one that exists is refused with {@code EXCLUSION_NOT_FOUND} and, where it is
 * public and another authority's, {@code EXCLUSION_OTHERS}.
 */
@Stateless
public class Exclusions {

    @PersistenceContext
    private EntityManager entities;
    @EJB
    private Callers callers;
    @EJB
    private OrganisationReports organisations;
    @EJB
    private ExclusionReports reports;
    @EJB
    private Journal journal;
    @Inject
    private Standing standing;
    @Inject
    private ServerClock clock;

    /** One step of one exclusion. */
    private interface Step {
        Outcome<Exclusion> from(Exclusion now, Caller caller, Instant at);
    }

    /**
     * Records an exclusion with the caller's authority, or asks for one on the platform.
     *
     * <p>Refused: {@code EXCLUSION_SUPPLIER}, {@code EXCLUSION_GROUND}, {@code EXCLUSION_REASON},
     * {@code EXCLUSION_PERIOD}.
     */
    @RolesAllowed(Role.Names.OFFICER)
    @Assured
    public Outcome<ExclusionView> record(Exclusion.Asked asked) {
        if (organisations.find(asked.supplier()).filter(one -> one.approved()
                && one.kind() == OrganisationKind.SUPPLIER).isEmpty()) {
            return Outcome.refused(
                    Refusal.at("supplier", EligibilityRefusal.EXCLUSION_SUPPLIER));
        }
        standing.seize(asked.supplier());
        Caller caller = callers.current();
        Instant now = clock.now();
        Outcome<Exclusion> made =
                Exclusion.of(asked, caller.organisation(), caller.person(), now);
        if (!(made instanceof Outcome.Done<Exclusion>(Exclusion exclusion))) {
            return made.refusal();
        }
        ExclusionRow row = new ExclusionRow(exclusion, now);
        entities.persist(row);
        entities.flush();
        journal(row, exclusion.recordedAt().isPresent()
                ? "exclusion-recorded" : "exclusion-proposed", now);
        return Outcome.done(reports.find(row.id()).orElseThrow());
    }

    /**
     * Lets one count on the whole platform, from this instant or its later beginning.
     *
     * <p>Refused: {@code EXCLUSION_DECIDED}, {@code EXCLUSION_SAME_PERSON},
     * {@code EXCLUSION_OVER}.
     */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.ADMINISTRATOR})
    @Assured
    public Outcome<ExclusionView> confirm(String id) {
        return change(id, "exclusion-recorded", true,
                (one, caller, at) -> one.confirm(caller.person(), at));
    }

    /** Does not let it count. Refused: {@code EXCLUSION_DECIDED}, {@code EXCLUSION_REASON}. */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.ADMINISTRATOR})
    @Assured
    public Outcome<ExclusionView> decline(String id, String reason) {
        return change(id, "exclusion-declined", true,
                (one, caller, at) -> one.decline(caller.person(), reason, at));
    }

    /**
     * Ends one before its time, and an open appeal with it. Refused: {@code EXCLUSION_WAITING},
     * {@code EXCLUSION_OVER}, {@code EXCLUSION_REASON}.
     */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.ADMINISTRATOR})
    @Assured
    public Outcome<ExclusionView> lift(String id, String reason) {
        return change(id, "exclusion-lifted", true,
                (one, caller, at) -> one.lift(caller.person(), reason, at));
    }

    /**
     * Notes that the supplier appealed. Refused: {@code EXCLUSION_WAITING},
     * {@code EXCLUSION_OVER}, {@code APPEAL_OPEN}, {@code APPEAL_DAY}, {@code EXCLUSION_REASON}.
     *
     * @param on not before the record and not to come, where the authority is
     */
    @RolesAllowed(Role.Names.OFFICER)
    @Assured
    public Outcome<ExclusionView> appeal(String id, LocalDate on, String note) {
        return change(id, "exclusion-appealed", false, (one, caller, at) -> {
            ZoneId zone = organisations.find(one.authority()).map(OrganisationView::zone)
                    .map(ZoneId::of).orElseThrow();
            return one.appeal(on, note, day(one.recordedAt().orElse(at), zone), day(at, zone), at);
        });
    }

    /** Notes that the exclusion stands after the appeal. Refused: {@code APPEAL_NONE}. */
    @RolesAllowed(Role.Names.OFFICER)
    @Assured
    public Outcome<ExclusionView> uphold(String id, String note) {
        return change(id, "exclusion-upheld", false, (one, caller, at) -> one.uphold(note));
    }

    private Outcome<ExclusionView> change(
            String id, String act, boolean byAdministrators, Step step) {
        Caller caller = callers.current();
        Optional<ExclusionRow> found = Optional.ofNullable(id)
                .map(known -> entities.find(ExclusionRow.class, known))
                .filter(row -> row.exclusion().recordedAt().isPresent()
                        || ExclusionReports.maySee(caller, row));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(EligibilityRefusal.EXCLUSION_NOT_FOUND));
        }
        ExclusionRow row = found.get();
        boolean own = caller.is(Role.OFFICER) && caller.actsFor(row.authority());
        if (!own && !(byAdministrators && caller.is(Role.ADMINISTRATOR))) {
            return Outcome.refused(Refusal.of(EligibilityRefusal.EXCLUSION_OTHERS));
        }
        standing.seize(row.supplier());
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.now();
        Outcome<Exclusion> next = step.from(row.exclusion(), caller, now);
        if (!(next instanceof Outcome.Done<Exclusion>(Exclusion exclusion))) {
            return next.refusal();
        }
        row.set(exclusion);
        entities.flush();
        journal(row, act, now);
        return Outcome.done(reports.find(row.id()).orElseThrow());
    }

    private void journal(ExclusionRow row, String act, Instant at) {
        boolean open = row.exclusion().recordedAt().isPresent();
        journal.append(Subject.of("organisation", open ? row.supplier() : row.authority()), act,
                callers.current().actor(), at, open ? payload(row)
                        : Json.createObjectBuilder().add("exclusion", row.id()).build());
    }

    private static JsonObject payload(ExclusionRow row) {
        Exclusion one = row.exclusion();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("exclusion", row.id())
                .add("authority", one.authority())
                .add("scope", one.scope().name())
                .add("ground", one.ground().name())
                .add("law", one.law())
                .add("reason", one.reason())
                .add("from", one.from().toString());
        one.until().ifPresent(end -> json.add("until", end.toString()));
        one.appeal().ifPresent(appeal -> json.add("appeal", Json.createObjectBuilder()
                .add("on", appeal.on().toString()).add("outcome", appeal.outcome().name())
                .add("note", appeal.note())));
        if (one.state() instanceof State.Lifted lifted) {
            json.add("lifted", lifted.reason());
        }
        return json.build();
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }
}
