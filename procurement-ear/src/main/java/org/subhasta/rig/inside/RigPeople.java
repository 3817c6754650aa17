package org.subhasta.rig.inside;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Accounts;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Certificates;
import org.subhasta.parties.Enrolment;
import org.subhasta.parties.OrganisationForm;
import org.subhasta.parties.PersonForm;
import org.subhasta.parties.PersonView;
import org.subhasta.parties.Registrations;
import org.subhasta.parties.Role;
import org.subhasta.parties.Tokens;
import org.subhasta.parties.Visitor;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.SigningKey;

/**
 * Registers and approves suppliers through the doors. Command: {@code people FOLDER NUMBER}: writes
 * of each supplier {@code N.p12}, {@code N.token} and {@code N.organisation}, and the officer's
 * token, into the folder.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class RigPeople {

    /** The property that tells on which port of the loopback interface it listens. */
    public static final String PORT = "subhasta.rig.port";

    /** Of the demonstration's accounts and of the keys written. */
    public static final String PASSWORD = "demonstration";

    private static final String OFFICER = "mara@alder-bay.example";
    private static final String ADMINISTRATOR = "admin@subhasta.example";
    private static final int TOKEN_DAYS = 2;

    @EJB
    private Accounts accounts;
    @EJB
    private Registrations registrations;
    @EJB
    private Certificates certificates;
    @EJB
    private Tokens tokens;
    @EJB
    private Callers callers;
    @Inject
    private ServerClock clock;
    @Resource
    private ManagedThreadFactory threads;
    private Commands commands;

    @PostConstruct
    void start() {
        commands = Commands.listen(Integer.getInteger(PORT), threads, this::answer);
    }

    @PreDestroy
    void stop() {
        commands.close();
    }

    private String answer(List<String> words) throws Exception {
        if (!words.getFirst().equals("people")) {
            throw new IllegalArgumentException(words.getFirst());
        }
        Path folder = Files.createDirectories(Path.of(words.get(1)));
        String officer = done(accounts.signIn(OFFICER, PASSWORD,
                new Visitor("rig", true))).person();
        Files.writeString(folder.resolve("officer.token"), token(officer, Role.OFFICER));
        CertificateAuthority authority = CertificateAuthority.of(SigningKey.open(Path.of(
                        System.getProperty("subhasta.data"), "demo", "authority.p12"),
                PASSWORD.toCharArray()));
        int number = Integer.parseInt(words.get(2));
        String administrator = done(accounts.signIn(ADMINISTRATOR, PASSWORD,
                new Visitor("rig", true))).person();
        for (int i = 1; i <= number; i++) {
            supplier(folder, i, administrator, officer, authority);
        }
        return "done";
    }

    private void supplier(Path folder, int i, String administrator, String officer,
            CertificateAuthority authority) throws Exception {
        String name = "Robot " + i;
        String email = "robot-" + i + "@robots.example";
        String password = "a robot's password " + i;
        PersonView person = done(registrations.register(
                new OrganisationForm(name, "XM-RIG", Integer.toString(i), "NL", "Street 1", "1000",
                        "Town", email, "", "Europe/Amsterdam"),
                new PersonForm(name, email, password, password)));
        SigningKey key = authority.issue(
                name, name, "NL", clock.now().minus(Duration.ofMinutes(1)));
        // Nobody reads a robot's mail: its address counts as confirmed, as the demonstration's do.
        callers.as(administrator, Role.ADMINISTRATOR,
                () -> done(accounts.markAsDemonstration(person.id())));
        callers.as(officer, Role.OFFICER,
                () -> done(registrations.approve(person.organisation())));
        String certificate = callers.as(person.id(), Role.SUPPLIER,
                () -> done(certificates.enrol(enrolment(key)))).id();
        callers.as(officer, Role.OFFICER, () -> done(certificates.approve(certificate)));
        try (OutputStream out = Files.newOutputStream(folder.resolve(i + ".p12"))) {
            key.writePkcs12(out, name, PASSWORD.toCharArray());
        }
        Files.writeString(folder.resolve(i + ".organisation"), person.organisation());
        Files.writeString(folder.resolve(i + ".token"), token(person.id(), Role.SUPPLIER));
    }

    private Enrolment enrolment(SigningKey key) throws Exception {
        String statement = certificates.statement();
        return new Enrolment(key.certificate().getEncoded(), statement, CadesSigner.sign(
                statement.getBytes(StandardCharsets.UTF_8), key, clock.now()));
    }

    private String token(String person, Role role) throws Exception {
        return callers.as(person, role, () -> done(tokens.issue("rig", TOKEN_DAYS)).secret());
    }

    private static <T> T done(Outcome<T> outcome) throws IOException {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T> refused -> throw new IOException(
                    "refused: " + refused.refusals());
        };
    }
}
