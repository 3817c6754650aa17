package org.subhasta.suppliers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Assured;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Duty;
import org.subhasta.parties.Role;
import org.subhasta.suppliers.model.Profile;
import org.subhasta.suppliers.model.SuppliersRefusal;
import org.subhasta.tendering.Classifications;

/** What a supplier tells of itself, and its bank account. */
@Stateless
@RolesAllowed(Role.Names.SUPPLIER)
public class Profiles {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ServerClock clock;

    @EJB
    private Callers callers;

    @EJB
    private Journal journal;

    @EJB
    private Classifications classifications;

    /** The profile of the caller's own organisation. */
    public Profile mine() {
        return entities.find(SupplierRow.class, callers.current().organisation()).profile();
    }

    /**
     * Changes the profile.
     *
     * <p>Refused: {@code DUTY_NEEDED} without {@code ADMINISTER}, what {@link Profile#admit}
     * refuses, and {@code CATEGORY_UNKNOWN} for a code that no class of the CPV has.
     */
    public Outcome<Profile> keep(ProfileForm form) {
        Caller caller = callers.current();
        Optional<Refusal> lacking = caller.lacks(Duty.ADMINISTER);
        if (lacking.isPresent()) {
            return Outcome.refused(lacking.get());
        }
        if (!(form.check() instanceof Outcome.Done<Profile>(Profile given))) {
            return form.check();
        }
        var known = classifications.find(given.categories());
        List<Refusal> unknown = given.categories().stream()
                .filter(code -> !known.containsKey(code))
                .map(code -> Refusal.at("categories", SuppliersRefusal.CATEGORY_UNKNOWN, code))
                .limit(1).toList();
        if (!unknown.isEmpty()) {
            return Outcome.refused(unknown);
        }
        SupplierRow row = entities.find(SupplierRow.class, caller.organisation(),
                LockModeType.PESSIMISTIC_WRITE);
        if (!row.profile().equals(given)) {
            Instant now = clock.now();
            row.profile(given, now);
            journal.append(Subject.of("organisation", caller.organisation()), "profile-changed",
                    caller.actor(), now, payload(given));
        }
        return Outcome.done(given);
    }

    /** The bank account, for those who may know it. Refused: {@code DUTY_NEEDED}. */
    public Outcome<BankAccount> account() {
        Caller caller = callers.current();
        Optional<Refusal> lacking = caller.lacks(Duty.FINANCE);
        if (lacking.isPresent() && caller.lacks(Duty.ADMINISTER).isPresent()) {
            return Outcome.refused(lacking.get());
        }
        return Outcome.done(account(caller.organisation()));
    }

    /**
     * Changes the bank account; an empty number takes it away.
     *
     * <p>Refused: {@code DUTY_NEEDED} without {@code FINANCE}, {@code IBAN_WRONG} where the form of
     * its country or the check digits are not right (ISO 13616).
     */
    @Assured
    public Outcome<BankAccount> keepAccount(String typed) {
        Caller caller = callers.current();
        Optional<Refusal> lacking = caller.lacks(Duty.FINANCE);
        if (lacking.isPresent()) {
            return Outcome.refused(lacking.get());
        }
        String iban = typed == null ? "" : typed.replaceAll("[\\s\u00A0.-]", "")
                .toUpperCase(Locale.ROOT);
        if (!iban.isEmpty() && !isIban(iban)) {
            return Outcome.refused(Refusal.at("iban", SuppliersRefusal.IBAN_WRONG));
        }
        // The entry is always there, so that its lock decides between two who change at once.
        entities.find(SupplierRow.class, caller.organisation(), LockModeType.PESSIMISTIC_WRITE);
        if (!account(caller.organisation()).iban().equals(iban)) {
            Instant now = clock.now();
            store(caller.organisation(), iban, now);
            journal.append(Subject.of("organisation", caller.organisation()),
                    iban.isEmpty() ? "bank-account-removed" : "bank-account-changed",
                    caller.actor(), now, Json.createObjectBuilder().build());
        }
        return Outcome.done(new BankAccount(iban));
    }

    private void store(String organisation, String iban, Instant now) {
        BankAccountRow row = entities.find(BankAccountRow.class, organisation);
        if (iban.isEmpty()) {
            entities.remove(row);
        } else if (row == null) {
            BankAccountRow fresh = new BankAccountRow(organisation);
            fresh.iban(iban, now);
            entities.persist(fresh);
        } else {
            row.iban(iban, now);
        }
    }

    private BankAccount account(String organisation) {
        BankAccountRow row = entities.find(BankAccountRow.class, organisation);
        return new BankAccount(row == null ? "" : row.iban());
    }

    static boolean isIban(String iban) {
        try {
            if (iban.length() > 34) {
                return false;
            }
            IbanUtil.validate(iban);
            return true;
        } catch (Iban4jException e) {
            return false;
        }
    }

    /** What is public of an organisation for good; contacts are people's and stay out. */
    private static JsonObject payload(Profile profile) {
        return Json.createObjectBuilder()
                .add("size", profile.size().map(Enum::name).orElse(""))
                .add("categories", Json.createArrayBuilder(profile.categories()))
                .add("places", Json.createArrayBuilder(profile.places()))
                .build();
    }
}
