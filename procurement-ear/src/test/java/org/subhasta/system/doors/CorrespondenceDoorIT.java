package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBTransactionRequiredException;
import jakarta.transaction.UserTransaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import javax.naming.InitialContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.correspondence.MailKind;
import org.subhasta.correspondence.Outbox;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.Accounts;
import org.subhasta.parties.Addresses;
import org.subhasta.parties.ForgottenPasswords;
import org.subhasta.parties.Invitation;
import org.subhasta.parties.Invitations;
import org.subhasta.parties.OrganisationForm;
import org.subhasta.parties.PersonForm;
import org.subhasta.parties.PersonView;
import org.subhasta.parties.Registrations;
import org.subhasta.parties.Reminders;
import org.subhasta.parties.Role;
import org.subhasta.parties.Sessions;
import org.subhasta.parties.SignedIn;
import org.subhasta.parties.Tokens;
import org.subhasta.parties.Visitor;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.parties.model.SignInMethod;
import org.subhasta.system.DoorTest;

/** What the platform writes, and what the links in it do. */
class CorrespondenceDoorIT extends DoorTest {

    private static final Visitor HERE = new Visitor("127.0.0.1", true);
    private static final String CONFIRM = "Confirm your e-mail address";
    private static final String FORGOTTEN = "Choose another password";
    private static final String PASSWORD = "seven quiet harbours";

    private final String number = Identifier.next();
    private final String email = "someone@" + number + ".example";
    private Mailbox mailbox;

    @BeforeEach
    void open() {
        mailbox = Mailbox.here(email);
    }

    @Test
    void an_address_is_confirmed_once_and_nothing_is_approved_before() throws Exception {
        PersonView person = register();
        String officer = Bidder.person("mara@alder-bay.example");
        assertRefused(PartiesRefusal.EMAIL_UNCONFIRMED, as(officer, Role.OFFICER,
                () -> door(Registrations.class).approve(person.organisation())));
        String token = mailbox.token(CONFIRM);
        assertEquals(email, door(Addresses.class).open(token).orElseThrow().email());
        assertRefused(PartiesRefusal.LINK_INVALID, door(Addresses.class).confirm(token + "x"));
        assertTrue(done(door(Addresses.class).confirm(token)).confirmed());
        assertRefused(PartiesRefusal.LINK_INVALID, door(Addresses.class).confirm(token));
        as(officer, Role.OFFICER, () -> done(
                door(Registrations.class).approve(person.organisation())));
        assertTrue(mailbox.await("Your organisation was approved").contains("/desk"));
    }

    @Test
    void another_link_replaces_the_first_and_is_not_mailed_again_and_again() throws Exception {
        PersonView person = register();
        String first = mailbox.token(CONFIRM);
        assertRefused(PartiesRefusal.MAIL_TOO_OFTEN, as(person.id(), Role.SUPPLIER,
                () -> door(Addresses.class).sendAgain()));
        Owner.change("UPDATE parties.mailed_link SET created_at = created_at - interval '3 minutes'"
                + " WHERE person = ?", person.id());
        as(person.id(), Role.SUPPLIER, () -> done(door(Addresses.class).sendAgain()));
        mailbox.await(CONFIRM, 2);
        assertRefused(PartiesRefusal.LINK_INVALID, door(Addresses.class).confirm(first));
        done(door(Addresses.class).confirm(mailbox.token(CONFIRM)));
        assertRefused(PartiesRefusal.PARTY_STATE, as(person.id(), Role.SUPPLIER,
                () -> door(Addresses.class).sendAgain()));
    }

    @Test
    void a_link_is_over_after_its_time() throws Exception {
        PersonView person = register();
        String token = mailbox.token(CONFIRM);
        Owner.change("UPDATE parties.mailed_link SET created_at = created_at - interval '4 days',"
                + " expires_at = expires_at - interval '4 days' WHERE person = ?", person.id());
        assertRefused(PartiesRefusal.LINK_INVALID, door(Addresses.class).confirm(token));
    }

    @Test
    void the_mailed_link_of_an_invitation_confirms_the_address_and_the_shown_one_does_not()
            throws Exception {
        String administrator = Bidder.person("admin@subhasta.example");
        Invitation shown = as(administrator, Role.ADMINISTRATOR,
                () -> done(door(Invitations.class).inviteAuditor("Some Body", email)));
        String mailed = mailbox.token("You are invited to a procurement platform");
        assertFalse(mailed.equals(shown.token()));
        done(door(Invitations.class).accept(mailed, PASSWORD, PASSWORD));
        assertTrue(as(shown.person().id(), Role.AUDITOR,
                () -> door(Accounts.class).mine()).confirmed());
        // Either uses both up.
        assertRefused(PartiesRefusal.LINK_INVALID,
                door(Invitations.class).accept(shown.token(), PASSWORD, PASSWORD));
        String other = "other@" + number + ".example";
        Invitation handed = as(administrator, Role.ADMINISTRATOR,
                () -> done(door(Invitations.class).inviteAuditor("Other Body", other)));
        done(door(Invitations.class).accept(handed.token(), PASSWORD, PASSWORD));
        assertFalse(as(handed.person().id(), Role.AUDITOR,
                () -> door(Accounts.class).mine()).confirmed());
    }

    @Test
    void a_forgotten_password_is_replaced_once_and_sessions_are_over() throws Exception {
        register();
        SignedIn who = done(door(Accounts.class).signIn(email, PASSWORD, HERE));
        String session = door(Sessions.class).begin(who, SignInMethod.PASSWORD, "");
        assertEquals(email, done(door(ForgottenPasswords.class).ask(email, HERE)));
        String token = mailbox.token(FORGOTTEN);
        String chosen = "another long phrase";
        ForgottenPasswords forgotten = door(ForgottenPasswords.class);
        assertRefused(PartiesRefusal.PASSWORDS_DIFFER, forgotten.choose(token, chosen, "x"));
        done(forgotten.choose(token, chosen, chosen));
        assertRefused(PartiesRefusal.LINK_INVALID, forgotten.choose(token, chosen, chosen));
        assertTrue(door(Sessions.class).current(session, HERE).isEmpty());
        assertRefused(PartiesRefusal.SIGN_IN_REFUSED,
                door(Accounts.class).signIn(email, PASSWORD, new Visitor("192.0.2.1", false)));
        done(door(Accounts.class).signIn(email, chosen, HERE));
        mailbox.await("Your password was changed");
    }

    @Test
    void a_link_to_confirm_chooses_no_password() throws Exception {
        register();
        assertRefused(PartiesRefusal.LINK_INVALID, door(ForgottenPasswords.class).choose(
                mailbox.token(CONFIRM), PASSWORD, PASSWORD));
    }

    @Test
    void whether_there_is_an_account_is_not_told_and_nobody_is_flooded() throws Exception {
        PersonView person = register();
        String nobody = "nobody@" + number + ".example";
        ForgottenPasswords forgotten = door(ForgottenPasswords.class);
        for (int i = 0; i < 5; i++) {
            // From elsewhere each time, as somebody would who wants to fill a mailbox.
            Visitor visitor = new Visitor("192.0.2." + (10 + i), false);
            assertEquals(email, done(forgotten.ask(email, visitor)));
            assertEquals(nobody, done(forgotten.ask(nobody, visitor)));
        }
        mailbox.await(FORGOTTEN);
        assertEquals(1, count("SELECT count(*) FROM parties.mailed_link"
                + " WHERE purpose = 'NEW_PASSWORD' AND person = ?", person.id()));
        assertEquals(0, count("SELECT count(*) FROM correspondence.mail WHERE recipient = ?",
                nobody));
        assertRefused(PartiesRefusal.EMAIL_MALFORMED, forgotten.ask("a@b", HERE));
    }

    @Test
    void what_is_rolled_back_writes_nothing_and_nothing_is_written_outside_an_act()
            throws Exception {
        assertThrows(EJBTransactionRequiredException.class, () -> door(Outbox.class).write(
                MailKind.PASSWORD_CHANGED, email, "Some Body"));
        UserTransaction transaction =
                (UserTransaction) new InitialContext().lookup("java:comp/UserTransaction");
        transaction.begin();
        door(Outbox.class).write(MailKind.PASSWORD_CHANGED, email, "Some Body");
        transaction.rollback();
        assertEquals(0, count(
                "SELECT count(*) FROM correspondence.mail WHERE recipient = ?", email));
    }

    @Test
    void after_delivery_only_that_it_was_delivered_is_kept() throws Exception {
        register();
        String token = mailbox.token(CONFIRM);
        awaitCount(1, "SELECT count(*) FROM correspondence.mail WHERE recipient = ?"
                + " AND letter IS NULL AND delivered_at IS NOT NULL AND attempts = 1", email);
        assertFalse(Files.readString(Owner.data().resolve("log/server.log")).contains(token));
    }

    @Test
    void what_cannot_be_delivered_is_tried_again_and_given_up_after_days() throws Exception {
        Path folder = Owner.data().resolve("mail");
        Path aside = Owner.data().resolve("mail-aside");
        makeFolder();
        Files.move(folder, aside);
        try {
            Files.createFile(folder);
            register();
            awaitCount(1, "SELECT count(*) FROM correspondence.mail WHERE recipient = ?"
                    + " AND attempts = 1 AND letter IS NOT NULL", email);
        } finally {
            Files.delete(folder);
            Files.move(aside, folder);
        }
        assertEquals(0, mailbox.mails(CONFIRM).size());
        Owner.change("UPDATE correspondence.mail SET next_attempt_at = written_at"
                + " WHERE recipient = ?", email);
        mailbox.await(CONFIRM);
        String old = Identifier.next();
        Owner.change("INSERT INTO correspondence.mail (id, kind, recipient, letter, written_at,"
                + " next_attempt_at, attempts, version) VALUES (?, 'PASSWORD_CHANGED', ?, '{}',"
                + " now() - interval '5 days', now() - interval '1 day', 30, 0)", old, email);
        awaitCount(1, "SELECT count(*) FROM correspondence.mail WHERE id = ?"
                + " AND given_up_at IS NOT NULL AND letter IS NULL", old);
    }

    @Test
    void a_token_that_is_over_soon_is_told_of_once_for_each_notice() throws Exception {
        PersonView person = register();
        String token = as(person.id(), Role.SUPPLIER,
                () -> done(door(Tokens.class).issue("nightly", 20))).token().id();
        door(Reminders.class).remind();
        assertEquals(0, reminders(token));
        end(token, Duration.ofDays(6));
        door(Reminders.class).remind();
        door(Reminders.class).remind();
        assertEquals(1, reminders(token));
        end(token, Duration.ofHours(20));
        door(Reminders.class).remind();
        assertEquals(2, reminders(token));
        assertTrue(mailbox.await("A token will be over soon", 2).contains("nightly"));
    }

    private static void end(String token, Duration left) throws Exception {
        Owner.change("UPDATE parties.token SET created_at = created_at - interval '15 days',"
                + " expires_at = ?::timestamptz WHERE id = ?",
                Moment.now().plus(left).toString(), token);
    }

    private static int reminders(String token) throws Exception {
        return count("SELECT count(*) FROM correspondence.mail WHERE occasion LIKE ?",
                "token " + token + " %");
    }

    private static void makeFolder() throws Exception {
        // It is made for the first mail, and this one has come.
        Bidder.registerOnly("Folder Works");
    }

    private PersonView register() {
        return done(door(Registrations.class).register(
                new OrganisationForm("Post Works", "XM-TEST", number, "NL", "Street 1", "1000",
                        "Town", "office@" + number + ".example", "", "Europe/Amsterdam"),
                new PersonForm("Some Body", email, PASSWORD, PASSWORD)));
    }

    private static void awaitCount(int wanted, String sql, String value) throws Exception {
        for (int turn = 0; turn < 200 && count(sql, value) != wanted; turn++) {
            Thread.sleep(Duration.ofMillis(100));
        }
        assertEquals(wanted, count(sql, value));
    }

    private static int count(String sql, String value) throws Exception {
        try (Connection connection = Owner.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            ResultSet rows = statement.executeQuery();
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void assertRefused(PartiesRefusal code, Outcome<?> outcome) {
        assertEquals(code, assertInstanceOf(Outcome.Refused.class, outcome).first().code());
    }
}
