package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBAccessException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.subhasta.journal.EntryView;
import org.subhasta.journal.JournalReports;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Accounts;
import org.subhasta.parties.Administration;
import org.subhasta.parties.CertificateReports;
import org.subhasta.parties.CertificateView;
import org.subhasta.parties.Certificates;
import org.subhasta.parties.Colleagues;
import org.subhasta.parties.Enrolment;
import org.subhasta.parties.Invitation;
import org.subhasta.parties.Invitations;
import org.subhasta.parties.IssuedToken;
import org.subhasta.parties.KeyRequest;
import org.subhasta.parties.KeyRequestReports;
import org.subhasta.parties.KeyRequests;
import org.subhasta.parties.OrganisationForm;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.PersonForm;
import org.subhasta.parties.PersonView;
import org.subhasta.parties.RegistrationReports;
import org.subhasta.parties.Registrations;
import org.subhasta.parties.Role;
import org.subhasta.parties.Setup;
import org.subhasta.parties.SecondFactors;
import org.subhasta.parties.Sessions;
import org.subhasta.parties.SignedIn;
import org.subhasta.parties.Tokens;
import org.subhasta.parties.Visitor;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.parties.model.SignInMethod;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.KeyUse;
import org.subhasta.signing.SigningKey;
import org.subhasta.system.DoorTest;

/** Who may do what at the doors of the parties, and what they answer to what goes wrong. */
class PartiesDoorIT extends DoorTest {

    private static final Visitor HERE = new Visitor("127.0.0.1", true);
    private static final Set<Role> EVERYBODY = Set.of(Role.values());
    private static final Set<Role> READERS = Set.of(Role.OFFICER, Role.AUDITOR);
    private static final Set<Role> HOLDERS = Set.of(Role.SUPPLIER, Role.OFFICER, Role.OPENER);
    private static final String NOWHERE = "000000000000";

    private record Rule(Set<Role> allowed, Callable<?> call) {
    }

    /** Each method of each door once; arguments that nothing answers to, so that nothing is done. */
    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        OrganisationForm form =
                new OrganisationForm("", "", "", "", "", "", "", "", "", "");
        rule(rules, "mine", EVERYBODY, () -> door(Accounts.class).mine());
        rule(rules, "changePassword", EVERYBODY,
                () -> door(Accounts.class).changePassword("wrong", "", ""));
        rule(rules, "tokens", EVERYBODY, () -> door(Tokens.class).mine());
        rule(rules, "colleagues' tokens", EVERYBODY, () -> door(Tokens.class).ofColleagues());
        rule(rules, "find token", EVERYBODY, () -> door(Tokens.class).find(NOWHERE));
        rule(rules, "issue for something", EVERYBODY,
                () -> door(Tokens.class).issue("", 0, Set.of()));
        rule(rules, "issue", EVERYBODY, () -> door(Tokens.class).issue("", 0));
        rule(rules, "revoke", EVERYBODY, () -> door(Tokens.class).revoke(NOWHERE));
        rule(rules, "own sessions", EVERYBODY, () -> door(Sessions.class).mine());
        rule(rules, "end session", EVERYBODY, () -> door(Sessions.class).endMine(NOWHERE));
        rule(rules, "end others", EVERYBODY, () -> door(Sessions.class).endOthers());
        rule(rules, "second factors", EVERYBODY, () -> door(SecondFactors.class).mine());
        rule(rules, "offer", EVERYBODY, () -> door(SecondFactors.class).offer());
        rule(rules, "add factor", EVERYBODY, () -> door(SecondFactors.class).add("", ""));
        rule(rules, "remove factor", EVERYBODY,
                () -> door(SecondFactors.class).remove(NOWHERE));
        rule(rules, "recovery codes", EVERYBODY,
                () -> door(SecondFactors.class).makeRecoveryCodes());
        rule(rules, "registerAgain", Set.of(Role.SUPPLIER),
                () -> door(Registrations.class).registerAgain(form));
        rule(rules, "inviteColleague", Set.of(Role.SUPPLIER),
                () -> door(Invitations.class).inviteColleague("", "", Set.of()));
        rule(rules, "inviteColleagueAgain", Set.of(Role.SUPPLIER),
                () -> door(Invitations.class).inviteColleagueAgain(NOWHERE));
        rule(rules, "colleagues", Set.of(Role.SUPPLIER), () -> door(Colleagues.class).mine());
        rule(rules, "find colleague", Set.of(Role.SUPPLIER),
                () -> door(Colleagues.class).find(NOWHERE));
        rule(rules, "assign duties", Set.of(Role.SUPPLIER),
                () -> door(Colleagues.class).assign(NOWHERE, Set.of()));
        rule(rules, "remove colleague", Set.of(Role.SUPPLIER),
                () -> door(Colleagues.class).remove(NOWHERE));
        rule(rules, "statement", HOLDERS, () -> door(Certificates.class).statement());
        rule(rules, "enrol", HOLDERS,
                () -> door(Certificates.class).enrol(Enrolment.of(new byte[0])));
        rule(rules, "own certificates", HOLDERS,
                () -> door(CertificateReports.class).mine());
        rule(rules, "usable certificates", HOLDERS,
                () -> door(CertificateReports.class).usable());
        rule(rules, "request", HOLDERS, () -> door(KeyRequests.class).request(
                new KeyRequest(KeyUse.SIGNING, new byte[0], "")));
        rule(rules, "withdraw request", HOLDERS,
                () -> door(KeyRequests.class).withdraw(NOWHERE));
        rule(rules, "own requests", HOLDERS, () -> door(KeyRequestReports.class).mine());
        rule(rules, "approve request", Set.of(Role.OFFICER),
                () -> door(KeyRequests.class).approve(NOWHERE));
        rule(rules, "refuse request", Set.of(Role.OFFICER),
                () -> door(KeyRequests.class).refuse(NOWHERE, "reason"));
        rule(rules, "waiting requests", READERS, () -> door(KeyRequestReports.class).waiting());
        rule(rules, "find request", READERS, () -> door(KeyRequestReports.class).find(NOWHERE));
        rule(rules, "own registration", Set.of(Role.SUPPLIER),
                () -> door(RegistrationReports.class).mine());
        rule(rules, "withdraw", HOLDERS,
                () -> door(Certificates.class).withdraw(NOWHERE));
        rule(rules, "approve organisation", Set.of(Role.OFFICER),
                () -> door(Registrations.class).approve(NOWHERE));
        rule(rules, "giveBack", Set.of(Role.OFFICER),
                () -> door(Registrations.class).giveBack(NOWHERE, "reason"));
        rule(rules, "approve certificate", Set.of(Role.OFFICER),
                () -> door(Certificates.class).approve(NOWHERE));
        rule(rules, "refuse certificate", Set.of(Role.OFFICER),
                () -> door(Certificates.class).refuse(NOWHERE, "reason"));
        rule(rules, "waiting", READERS, () -> door(RegistrationReports.class).waiting());
        rule(rules, "decided", READERS, () -> door(RegistrationReports.class).decided());
        rule(rules, "find", READERS, () -> door(RegistrationReports.class).find(NOWHERE));
        rule(rules, "people", READERS, () -> door(RegistrationReports.class).people(NOWHERE));
        rule(rules, "waiting certificates", READERS,
                () -> door(CertificateReports.class).waiting());
        rule(rules, "certificates of", READERS, () -> door(CertificateReports.class).of(NOWHERE));
        rule(rules, "find certificate", READERS,
                () -> door(CertificateReports.class).find(NOWHERE));
        rule(rules, "createAuthority", Set.of(Role.ADMINISTRATOR),
                () -> door(Administration.class).createAuthority(form));
        rule(rules, "all people", Set.of(Role.ADMINISTRATOR),
                () -> door(Administration.class).people(NOWHERE));
        rule(rules, "ownPeople", Set.of(Role.ADMINISTRATOR),
                () -> door(Administration.class).ownPeople());
        rule(rules, "inviteOfficer", Set.of(Role.ADMINISTRATOR),
                () -> door(Invitations.class).inviteOfficer(NOWHERE, "", ""));
        rule(rules, "inviteOpener", Set.of(Role.ADMINISTRATOR),
                () -> door(Invitations.class).inviteOpener(NOWHERE, "", ""));
        rule(rules, "makeOpener", Set.of(Role.ADMINISTRATOR),
                () -> door(Administration.class).makeOpener(NOWHERE));
        rule(rules, "inviteAuditor", Set.of(Role.ADMINISTRATOR),
                () -> door(Invitations.class).inviteAuditor("", ""));
        rule(rules, "inviteAgain", Set.of(Role.ADMINISTRATOR),
                () -> door(Invitations.class).inviteAgain(NOWHERE));
        rule(rules, "inviteAgainByEmail", Set.of(Role.ADMINISTRATOR),
                () -> door(Invitations.class).inviteAgainByEmail("nobody@nowhere.example"));
        rule(rules, "markAsDemonstration", Set.of(Role.ADMINISTRATOR),
                () -> door(Accounts.class).markAsDemonstration(NOWHERE));
        return rules;
    }

    private static void rule(
            Map<String, Rule> rules, String name, Set<Role> allowed, Callable<?> call) {
        rules.put(name, new Rule(allowed, call));
    }

    @Test
    void each_door_opens_for_its_roles_and_for_no_others() throws Exception {
        Map<Role, String> people = people();
        TreeSet<String> wrong = new TreeSet<>();
        for (Map.Entry<String, Rule> entry : rules().entrySet()) {
            Rule rule = entry.getValue();
            if (isOpen(rule.call())) {
                wrong.add(entry.getKey() + " is open to nobody in particular");
            }
            for (Role role : Role.values()) {
                boolean open = as(people.get(role), role, () -> isOpen(rule.call()));
                if (open != rule.allowed().contains(role)) {
                    wrong.add(entry.getKey() + (open ? " is open to " : " is closed to ") + role);
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void nobody_runs_as_a_role_that_was_not_granted_to_them() throws Exception {
        String supplier = Bidder.person("ada@example-insulation.example");
        // Thrown by a bean, an exception of ours arrives wrapped by the container.
        Exception refused = assertThrows(Exception.class,
                () -> as(supplier, Role.OFFICER, () -> door(RegistrationReports.class).waiting()));
        assertTrue(refused.toString().contains("is no OFFICER")
                || String.valueOf(refused.getCause()).contains("is no OFFICER"), refused::toString);
    }

    @Test
    void what_ran_as_somebody_leaves_nobody_behind() throws Exception {
        String officer = officer();
        assertEquals(officer, as(officer, Role.OFFICER, () -> door(Accounts.class).mine().id()));
        assertThrows(EJBAccessException.class, () -> door(Accounts.class).mine());
    }

    @Test
    void a_supplier_is_registered_returned_corrected_and_approved_and_all_is_journaled()
            throws Exception {
        String officer = officer();
        Bidder bidder = Bidder.registerOnly("Returned Works");
        String organisation = bidder.organisation();
        as(officer, Role.OFFICER, () -> done(
                door(Registrations.class).giveBack(organisation, "Which town?")));
        assertRefused(PartiesRefusal.PARTY_STATE, as(officer, Role.OFFICER,
                () -> door(Registrations.class).approve(organisation)));
        as(bidder.person(), Role.SUPPLIER, () -> {
            assertEquals("Which town?",
                    door(RegistrationReports.class).mine().orElseThrow().reason());
            return done(door(Registrations.class).registerAgain(form(Identifier.next())));
        });
        as(officer, Role.OFFICER, () -> done(door(Registrations.class).approve(organisation)));
        assertTrue(door(OrganisationReports.class).find(organisation).orElseThrow().approved());
        List<String> acts = door(JournalReports.class).entries(
                        Subject.of("organisation", organisation)).stream()
                .map(EntryView::act).toList();
        assertEquals(List.of("organisation-registered", "person-registered",
                "address-confirmed", "organisation-returned", "organisation-registered-again",
                "organisation-approved"), acts);
    }

    @Test
    void one_entry_of_a_register_is_approved_once() throws Exception {
        String officer = officer();
        String number = Identifier.next();
        String first = register(number);
        String second = register(number);
        as(officer, Role.OFFICER, () -> {
            assertEquals(1, door(RegistrationReports.class).find(first).orElseThrow().others());
            done(door(Registrations.class).approve(first));
            return assertRefused(PartiesRefusal.ORGANISATION_TAKEN,
                    door(Registrations.class).approve(second));
        });
        assertRefused(PartiesRefusal.ORGANISATION_TAKEN,
                door(Registrations.class).register(form(number), person()));
    }

    @Test
    void an_address_signs_in_one_person_whatever_its_case() {
        PersonForm form = person();
        done(door(Registrations.class).register(form(Identifier.next()), form));
        PersonForm shouted = new PersonForm(form.name(), form.email().toUpperCase(),
                form.password(), form.passwordAgain());
        assertRefused(PartiesRefusal.EMAIL_TAKEN,
                door(Registrations.class).register(form(Identifier.next()), shouted));
        assertInstanceOf(Outcome.Done.class,
                door(Accounts.class).signIn(shouted.email(), form.password(), HERE));
    }

    @Test
    void demonstration_accounts_work_from_this_machine_only() throws Exception {
        String email = "ada@example-insulation.example";
        SignedIn ada = done(door(Accounts.class).signIn(email, "demonstration", HERE));
        Visitor elsewhere = new Visitor("192.0.2.1", false);
        assertRefused(PartiesRefusal.SIGN_IN_REFUSED,
                door(Accounts.class).signIn(email, "demonstration", elsewhere));
        String session = door(Sessions.class).begin(ada, SignInMethod.PASSKEY, "");
        assertTrue(door(Sessions.class).current(session, HERE).isPresent());
        assertTrue(door(Sessions.class).current(session, elsewhere).isEmpty());
        IssuedToken token = as(ada.person(), Role.SUPPLIER,
                () -> done(door(Tokens.class).issue("trial", 1)));
        assertTrue(door(Tokens.class).owner(token.secret(), HERE).isPresent());
        assertTrue(door(Tokens.class).owner(token.secret(), elsewhere).isEmpty());
    }

    @Test
    void a_token_works_until_its_owner_revokes_it_and_nobody_else_can() throws Exception {
        String mine = Bidder.registerOnly("Token Works").person();
        String other = Bidder.registerOnly("Other Works").person();
        IssuedToken token = as(mine, Role.SUPPLIER,
                () -> done(door(Tokens.class).issue("nightly", 30)));
        Tokens tokens = door(Tokens.class);
        assertEquals(mine, tokens.owner(token.secret(), HERE).orElseThrow().owner().person());
        assertRefused(PartiesRefusal.PARTY_NOT_FOUND, as(other, Role.SUPPLIER,
                () -> door(Tokens.class).revoke(token.token().id())));
        as(mine, Role.SUPPLIER, () -> done(door(Tokens.class).revoke(token.token().id())));
        assertTrue(tokens.owner(token.secret(), HERE).isEmpty());
    }

    @Test
    void a_changed_password_ends_the_sessions_made_before() throws Exception {
        PersonForm form = person();
        String person = done(door(Registrations.class).register(
                form(Identifier.next()), form)).id();
        SignedIn who = done(door(Accounts.class).signIn(form.email(), form.password(), HERE));
        String before = door(Sessions.class).begin(who, SignInMethod.PASSWORD, "");
        assertTrue(door(Sessions.class).current(before, HERE).isPresent());
        String chosen = "another long phrase";
        as(person, Role.SUPPLIER, () -> {
            assertRefused(PartiesRefusal.PASSWORD_WRONG,
                    door(Accounts.class).changePassword("wrong", chosen, chosen));
            return done(door(Accounts.class).changePassword(form.password(), chosen, chosen));
        });
        assertTrue(door(Sessions.class).current(before, HERE).isEmpty());
    }

    @Test
    void an_invitation_works_once_and_only_the_newest() throws Exception {
        String administrator = administrator();
        Invitation first = invite(administrator);
        Invitation second = as(administrator, Role.ADMINISTRATOR, () -> done(
                door(Invitations.class).inviteAgain(first.person().id())));
        String chosen = "first tide at dawn";
        Invitations invitations = door(Invitations.class);
        assertRefused(PartiesRefusal.LINK_INVALID,
                invitations.accept(first.token(), chosen, chosen));
        assertRefused(PartiesRefusal.PASSWORD_TOO_SHORT,
                invitations.accept(second.token(), "short", "short"));
        done(invitations.accept(second.token(), chosen, chosen));
        assertRefused(PartiesRefusal.LINK_INVALID,
                invitations.accept(second.token(), chosen, chosen));
        assertTrue(invitations.open(second.token()).isEmpty());
    }

    @Test
    void an_administrator_gets_no_link_to_a_supplier_s_account() throws Exception {
        PersonForm form = person();
        String supplier = done(door(Registrations.class).register(
                form(Identifier.next()), form)).id();
        as(administrator(), Role.ADMINISTRATOR, () -> {
            assertRefused(PartiesRefusal.LINK_OF_SUPPLIER,
                    door(Invitations.class).inviteAgain(supplier));
            return assertRefused(PartiesRefusal.LINK_OF_SUPPLIER,
                    door(Invitations.class).inviteAgainByEmail(form.email()));
        });
        done(door(Accounts.class).signIn(form.email(), form.password(), HERE));
    }

    @Test
    void a_link_again_goes_to_an_address_that_somebody_has() throws Exception {
        as(administrator(), Role.ADMINISTRATOR, () -> assertRefused(PartiesRefusal.EMAIL_UNKNOWN,
                door(Invitations.class).inviteAgainByEmail("nobody@nowhere.example")));
    }

    @Test
    void only_a_demonstration_is_set_up_without_a_link() {
        String before = System.setProperty("subhasta.demo", "false");
        try {
            assertRefused(PartiesRefusal.NOT_A_DEMONSTRATION,
                    door(Setup.class).demonstrate(person()));
        } finally {
            System.setProperty("subhasta.demo", before);
        }
    }

    @Test
    void the_platform_is_set_up_once() {
        assertRefused(PartiesRefusal.LINK_INVALID, door(Setup.class).begin("guess", person()));
        assertRefused(PartiesRefusal.ALREADY_SET_UP, door(Setup.class).demonstrate(person()));
    }

    @Test
    void a_certificate_is_enrolled_by_its_holder_and_admitted_once_approved() throws Exception {
        String officer = officer();
        Bidder bidder = Bidder.register(officer, "Certified Works");
        CertificateView approved = as(bidder.person(), Role.SUPPLIER,
                () -> door(CertificateReports.class).mine().getFirst());
        assertEquals("approved", approved.state());
        assertTrue(approved.possession());
        assertEquals(bidder.person(), door(CertificateReports.class)
                .admitted(approved.fingerprint()).orElseThrow().person());

        Bidder other = Bidder.register(officer, "Other Works");
        assertRefused(PartiesRefusal.CERTIFICATE_OF_ANOTHER, enrol(other, bidder.key()));
        assertRefused(PartiesRefusal.PARTY_NOT_FOUND, as(other.person(), Role.SUPPLIER,
                () -> door(Certificates.class).withdraw(approved.id())));
        as(bidder.person(), Role.SUPPLIER,
                () -> done(door(Certificates.class).withdraw(approved.id())));
        assertTrue(door(CertificateReports.class).admitted(approved.fingerprint()).isEmpty());
    }

    @Test
    void what_cannot_sign_here_is_refused_each_with_its_own_reason() throws Exception {
        Bidder bidder = Bidder.registerOnly("Refused Works");
        Instant now = Instant.now();
        CertificateAuthority stranger = CertificateAuthority.create("Somebody else's", now);
        CertificateAuthority trusted = Bidder.authority();
        assertRefused(PartiesRefusal.CERTIFICATE_UNTRUSTED,
                enrol(bidder, stranger.issue("Refused Works", "Refused Works", "NL", now)));
        assertRefused(PartiesRefusal.CERTIFICATE_NOT_YET_VALID, enrol(bidder,
                trusted.issue("Refused", "Refused", "NL", Moment.now().plusSeconds(86_400))));
        assertRefused(PartiesRefusal.CERTIFICATE_EXPIRED, enrol(bidder,
                trusted.issue("Refused", "Refused", "NL", now.minusSeconds(5L * 365 * 86_400))));
        assertRefused(PartiesRefusal.CERTIFICATE_OF_AUTHORITY, enrol(bidder, trusted.key()));
        assertRefused(PartiesRefusal.CERTIFICATE_UNREADABLE, as(bidder.person(), Role.SUPPLIER,
                () -> door(Certificates.class).enrol(Enrolment.of("hello".getBytes()))));
    }

    @Test
    void a_signature_by_another_key_or_over_another_s_statement_proves_nothing() throws Exception {
        Bidder bidder = Bidder.registerOnly("Proving Works");
        Bidder other = Bidder.registerOnly("Watching Works");
        as(bidder.person(), Role.SUPPLIER, () -> {
            String statement = door(Certificates.class).statement();
            return assertRefused(PartiesRefusal.POSSESSION_UNPROVEN,
                    door(Certificates.class).enrol(proof(bidder.key(), other.key(), statement)));
        });
        String foreign = as(other.person(), Role.SUPPLIER,
                () -> door(Certificates.class).statement());
        as(bidder.person(), Role.SUPPLIER, () -> assertRefused(PartiesRefusal.POSSESSION_UNPROVEN,
                door(Certificates.class).enrol(proof(bidder.key(), bidder.key(), foreign))));
        assertInstanceOf(Outcome.Done.class, enrol(bidder, bidder.key()));
        assertRefused(PartiesRefusal.CERTIFICATE_ENROLLED_ALREADY, enrol(bidder, bidder.key()));
    }

    private static Outcome<CertificateView> enrol(Bidder bidder, SigningKey key) throws Exception {
        return as(bidder.person(), Role.SUPPLIER, () -> door(Certificates.class).enrol(
                Enrolment.of(key.certificate().getEncoded())));
    }

    private static Enrolment proof(SigningKey shown, SigningKey used, String statement)
            throws Exception {
        return new Enrolment(shown.certificate().getEncoded(), statement,
                CadesSigner.sign(statement.getBytes(), used, Instant.now()));
    }

    private static boolean isOpen(Callable<?> call) throws Exception {
        try {
            call.call();
            return true;
        } catch (EJBAccessException e) {
            return false;
        }
    }

    private static Refusal assertRefused(PartiesRefusal code, Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?> refused) {
            assertEquals(code, refused.first().code());
            return refused.first();
        }
        throw new AssertionError("not refused: " + outcome);
    }

    private static Map<Role, String> people() throws Exception {
        Map<Role, String> people = new EnumMap<>(Role.class);
        people.put(Role.ADMINISTRATOR, administrator());
        people.put(Role.OFFICER, officer());
        people.put(Role.SUPPLIER, Bidder.registerOnly("Matrix Works").person());
        people.put(Role.AUDITOR, invite(administrator()).person().id());
        people.put(Role.OPENER, Bidder.person("elif@harbour-audit.example"));
        return people;
    }

    private static Invitation invite(String administrator) throws Exception {
        return as(administrator, Role.ADMINISTRATOR, () -> done(door(Invitations.class)
                .inviteAuditor("Auditor", Identifier.next() + "@auditors.example")));
    }

    private static String officer() {
        return Bidder.person("mara@alder-bay.example");
    }

    private static String administrator() {
        return Bidder.person("admin@subhasta.example");
    }

    private static String register(String number) {
        PersonView person = done(door(Registrations.class).register(form(number), person()));
        Bidder.confirm(person.email());
        return person.organisation();
    }

    private static PersonForm person() {
        String id = Identifier.next();
        return new PersonForm("Somebody", id + "@people.example", "long phrase " + id,
                "long phrase " + id);
    }

    private static OrganisationForm form(String number) {
        return new OrganisationForm("Works " + number, "XM-TEST", number, "NL", "Street 1", "",
                "Town", "office@works.example", "", "UTC");
    }
}
