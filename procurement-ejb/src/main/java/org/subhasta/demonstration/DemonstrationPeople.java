package org.subhasta.demonstration;

import static org.subhasta.demonstration.DemonstrationAccounts.ADMINISTRATOR;
import static org.subhasta.demonstration.DemonstrationAccounts.OFFICER;
import static org.subhasta.demonstration.DemonstrationAccounts.PASSWORD;
import static org.subhasta.demonstration.Participants.done;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.subhasta.demonstration.Participants.Participant;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Accounts;
import org.subhasta.parties.Administration;
import org.subhasta.parties.Callers;
import org.subhasta.parties.CertificateReports;
import org.subhasta.parties.CertificateView;
import org.subhasta.parties.Certificates;
import org.subhasta.parties.Enrolment;
import org.subhasta.parties.Invitations;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.parties.PersonForm;
import org.subhasta.parties.PersonView;
import org.subhasta.parties.RegistrationReports;
import org.subhasta.parties.RegistrationView;
import org.subhasta.parties.Registrations;
import org.subhasta.parties.Role;
import org.subhasta.parties.Setup;
import org.subhasta.parties.SignedIn;
import org.subhasta.parties.Visitor;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.Validation;
import org.subhasta.suppliers.ProfileForm;
import org.subhasta.suppliers.Profiles;

/** Brings the people of the demonstration onto the platform; each step only where it is missing. */
@ApplicationScoped
public class DemonstrationPeople {

    @EJB
    private Setup setup;
    @EJB
    private Accounts accounts;
    @EJB
    private Administration administration;
    @EJB
    private Invitations invitations;
    @EJB
    private Registrations registrations;
    @EJB
    private RegistrationReports registrationReports;
    @EJB
    private OrganisationReports organisations;
    @EJB
    private Certificates certificates;
    @EJB
    private CertificateReports certificateReports;
    @EJB
    private Profiles profiles;
    @EJB
    private Callers callers;
    @Inject
    private ServerClock clock;

    /** Everybody, brought now or before; empty where the platform belongs to somebody else (D2). */
    Optional<Participants> bring() throws Exception {
        Optional<String> administrator = administrator();
        if (administrator.isEmpty()) {
            return Optional.empty();
        }
        Map<DemonstrationAccount, Participant> known = new HashMap<>();
        known.put(ADMINISTRATOR, new Participant(administrator.get(), ""));
        markAdministrator(administrator.get());
        for (DemonstrationAccount account : DemonstrationAccounts.all()) {
            if (account.role() == Role.OFFICER || account.role() == Role.OPENER) {
                known.put(account, invited(administrator.get(), account));
            }
        }
        Map<DemonstrationAccount, SigningKey> keys = new HashMap<>();
        for (DemonstrationAccount account : bidders()) {
            Participant supplier =
                    supplier(administrator.get(), known.get(OFFICER).person(), account);
            known.put(account, supplier);
            keys.put(account, key(account.keyFile().orElseThrow()));
        }
        Map<DemonstrationAccount, SigningKey> encryption = new HashMap<>();
        for (DemonstrationAccount account : DemonstrationAccounts.openers()) {
            keys.put(account, key(account.keyFile().orElseThrow()));
            encryption.put(account, key(account.encryptionKeyFile().orElseThrow()));
        }
        String officer = known.get(OFFICER).person();
        for (DemonstrationAccount account : keys.keySet()) {
            String person = known.get(account).person();
            certificate(person, account.role(), officer, keys.get(account), true);
            if (encryption.containsKey(account)) {
                certificate(person, account.role(), officer, encryption.get(account), false);
            }
        }
        return Optional.of(new Participants(known, keys, encryption));
    }

    private static List<DemonstrationAccount> bidders() {
        return Stream.concat(DemonstrationAccounts.suppliers().stream(),
                DemonstrationAccounts.robots().stream()).toList();
    }

    private Optional<String> administrator() {
        Outcome<SignedIn> made = setup.demonstrate(form(ADMINISTRATOR));
        if (made instanceof Outcome.Done<SignedIn>(SignedIn person)) {
            return Optional.of(person.person());
        }
        Outcome<SignedIn> signedIn = accounts.signIn(ADMINISTRATOR.email(), PASSWORD,
                new Visitor("demonstration", true));
        return signedIn instanceof Outcome.Done<SignedIn>(SignedIn person)
                ? Optional.of(person.person()) : Optional.empty();
    }

    private void markAdministrator(String administrator) throws Exception {
        List<PersonView> own = asAdministrator(administrator, administration::ownPeople);
        mark(administrator, own.stream()
                .filter(person -> person.id().equals(administrator)).findFirst().orElseThrow());
    }

    /** D3. */
    private void mark(String administrator, PersonView person) throws Exception {
        asAdministrator(administrator, () -> done(accounts.markAsDemonstration(person.id())));
    }

    private Participant invited(String administrator, DemonstrationAccount account)
            throws Exception {
        String authority = authority(administrator, account.organisation());
        Optional<PersonView> known = find(
                asAdministrator(administrator, () -> administration.people(authority)), account);
        if (known.isEmpty() || !known.get().active()) {
            String token = asAdministrator(administrator, () -> done(known.isEmpty()
                    ? account.role() == Role.OPENER
                            ? invitations.inviteOpener(authority, account.name(), account.email())
                            : invitations.inviteOfficer(authority, account.name(), account.email())
                    : invitations.inviteAgain(known.get().id()))).token();
            PersonView invited = invitations.open(token).orElseThrow();
            mark(administrator, invited);
            done(invitations.accept(token, PASSWORD, PASSWORD));
            return new Participant(invited.id(), authority);
        }
        mark(administrator, known.get());
        return new Participant(known.get().id(), authority);
    }

    private String authority(String administrator, String name) throws Exception {
        Optional<OrganisationView> known = organisations.authorities().stream()
                .filter(authority -> authority.name().equals(name)).findFirst();
        return known.isPresent() ? known.get().id()
                : asAdministrator(administrator, () -> done(administration.createAuthority(
                        DemonstrationOrganisations.form(name)))).id();
    }

    private Participant supplier(String administrator, String officer,
            DemonstrationAccount account) throws Exception {
        Optional<RegistrationView> known = asOfficer(officer, () -> Stream.concat(
                registrationReports.waiting().stream(), registrationReports.decided().stream())
                .filter(one -> one.organisation().name().equals(account.organisation()))
                .findFirst());
        if (known.isEmpty()) {
            done(registrations.register(
                    DemonstrationOrganisations.form(account.organisation()), form(account)));
            return supplier(administrator, officer, account);
        }
        String organisation = known.get().organisation().id();
        PersonView person = find(
                asOfficer(officer, () -> registrationReports.people(organisation)), account)
                .orElseThrow();
        mark(administrator, person);
        if (!known.get().organisation().approved()) {
            asOfficer(officer, () -> done(registrations.approve(organisation)));
        }
        profile(person.id(), account.organisation());
        return new Participant(person.id(), organisation);
    }

    /** Told once; what somebody changed since stays changed. */
    private void profile(String person, String organisation) throws Exception {
        Optional<ProfileForm> profile = DemonstrationProfiles.of(organisation);
        if (profile.isPresent()) {
            callers.as(person, Role.SUPPLIER, () -> profiles.mine().size().isPresent()
                    ? profiles.mine() : done(profiles.keep(profile.get())));
        }
    }

    /** A key for encryption signs no proof that its holder has it. */
    private void certificate(String person, Role role, String officer, SigningKey key,
            boolean signs) throws Exception {
        String fingerprint = Validation.fingerprint(key.certificate());
        CertificateView mine = callers.as(person, role, () -> {
            Optional<CertificateView> known = certificateReports.mine().stream()
                    .filter(one -> one.fingerprint().equals(fingerprint)).findFirst();
            return known.isPresent() ? known.get() : done(certificates.enrol(signs
                    ? enrolment(key) : Enrolment.of(key.certificate().getEncoded())));
        });
        if (mine.state().equals("enrolled")) {
            asOfficer(officer, () -> done(certificates.approve(mine.id())));
        }
    }

    private Enrolment enrolment(SigningKey key) throws CertificateEncodingException {
        String statement = certificates.statement();
        return new Enrolment(key.certificate().getEncoded(), statement, CadesSigner.sign(
                statement.getBytes(StandardCharsets.UTF_8), key, clock.now()));
    }

    /** Made by the launcher before the server started. */
    private static SigningKey key(String file) throws IOException, GeneralSecurityException {
        return SigningKey.open(Path.of(System.getProperty("subhasta.data"), "demo", file),
                PASSWORD.toCharArray());
    }

    private static Optional<PersonView> find(List<PersonView> people,
            DemonstrationAccount account) {
        return people.stream()
                .filter(person -> person.email().equalsIgnoreCase(account.email())).findFirst();
    }

    private static PersonForm form(DemonstrationAccount account) {
        return new PersonForm(account.name(), account.email(), PASSWORD, PASSWORD);
    }

    private <T> T asAdministrator(String person, Callable<T> work)
            throws Exception {
        return callers.as(person, Role.ADMINISTRATOR, work);
    }

    private <T> T asOfficer(String person, Callable<T> work)
            throws Exception {
        return callers.as(person, Role.OFFICER, work);
    }
}
