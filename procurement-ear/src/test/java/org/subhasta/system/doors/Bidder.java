package org.subhasta.system.doors;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.subhasta.kernel.Identifier;
import org.subhasta.parties.Accounts;
import org.subhasta.parties.Addresses;
import org.subhasta.parties.CertificateReports;
import org.subhasta.parties.Certificates;
import org.subhasta.parties.Enrolment;
import org.subhasta.parties.OrganisationForm;
import org.subhasta.parties.PersonForm;
import org.subhasta.parties.PersonView;
import org.subhasta.parties.Registrations;
import org.subhasta.parties.Role;
import org.subhasta.parties.Visitor;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.SigningKey;
import org.subhasta.system.DoorTest;

/** A supplier of a test's own: registered, approved, with an approved certificate. */
record Bidder(String person, String organisation, SigningKey key) {

    static final byte[] PLAN = "%PDF-1.4 a plan".getBytes(StandardCharsets.UTF_8);

    /** The person behind a demonstration account. */
    static String person(String email) {
        return DoorTest.done(DoorTest.door(Accounts.class)
                .signIn(email, "demonstration", new Visitor("127.0.0.1", true))).person();
    }

    static Bidder register(String officer, String name) throws Exception {
        Bidder bidder = registerOnly(name);
        DoorTest.as(officer, Role.OFFICER, () -> DoorTest.done(
                DoorTest.door(Registrations.class).approve(bidder.organisation())));
        bidder.enrol(officer);
        return bidder;
    }

    /** Registered, and nothing more. */
    static Bidder registerOnly(String name) throws Exception {
        String number = Identifier.next();
        PersonView person = DoorTest.done(DoorTest.door(Registrations.class).register(
                new OrganisationForm(name, "XM-TEST", number, "NL", "Street 1", "1000", "Town",
                        number + "@example.org", "", "Europe/Amsterdam"),
                new PersonForm(name, number + "@bidders.example", "correct horse " + number,
                        "correct horse " + number)));
        confirm(person.email());
        return new Bidder(person.id(), person.organisation(),
                authority().issue(name, name, "NL", Instant.now().minusSeconds(60)));
    }

    /** Opens the link that was mailed to a new account. */
    static void confirm(String email) {
        DoorTest.done(DoorTest.door(Addresses.class).confirm(
                Mailbox.here(email).token("Confirm your e-mail address")));
    }

    private void enrol(String officer) throws Exception {
        DoorTest.as(person, Role.SUPPLIER, () -> {
            Certificates certificates = DoorTest.door(Certificates.class);
            String statement = certificates.statement();
            return DoorTest.done(certificates.enrol(new Enrolment(key.certificate().getEncoded(),
                    statement, CadesSigner.sign(statement.getBytes(StandardCharsets.UTF_8), key,
                            Instant.now()))));
        });
        DoorTest.as(officer, Role.OFFICER, () -> {
            String id = DoorTest.door(CertificateReports.class).of(organisation).getFirst().id();
            return DoorTest.done(DoorTest.door(Certificates.class).approve(id));
        });
    }

    /** The demonstration's own authority, which the platform under test trusts. */
    static CertificateAuthority authority() throws Exception {
        return CertificateAuthority.of(SigningKey.open(
                Path.of(System.getProperty("subhasta.data"), "demo", "authority.p12"),
                "demonstration".toCharArray()));
    }
}
