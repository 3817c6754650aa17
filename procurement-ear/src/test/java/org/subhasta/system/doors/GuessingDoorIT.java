package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Accounts;
import org.subhasta.parties.OrganisationForm;
import org.subhasta.parties.PersonForm;
import org.subhasta.parties.Registrations;
import org.subhasta.parties.Role;
import org.subhasta.parties.Sessions;
import org.subhasta.parties.SignedIn;
import org.subhasta.parties.Visitor;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.parties.model.SignInMethod;
import org.subhasta.system.DoorTest;

/** Whoever guesses passwords is slowed, from however many networks; the owner never is. */
class GuessingDoorIT extends DoorTest {

    private final PersonForm owner = new PersonForm("Olga Owner",
            Identifier.next() + "@guessed.example", "correct horse battery", "correct horse battery");

    @BeforeEach
    void register() {
        done(door(Registrations.class).register(new OrganisationForm("Guessed at", "XM-TEST",
                Identifier.next(), "NL", "Street 1", "1000", "Town", "a@guessed.example", "",
                "Europe/Amsterdam"), owner));
    }

    @Test
    void a_guesser_waits_and_the_owner_on_another_network_does_not() {
        String network = "guesser " + Identifier.next();
        assertEquals(PartiesRefusal.SIGN_IN_TOO_OFTEN, guessUntilSlowed(network, owner.email()));
        done(signIn(new Visitor("owner " + network, false)));
    }

    @Test
    void the_owner_on_the_same_network_does_not_wait_in_a_browser_that_knows_them() {
        String network = "shared " + Identifier.next();
        Visitor known = known(network);
        assertEquals(PartiesRefusal.SIGN_IN_TOO_OFTEN, guessUntilSlowed(network, owner.email()));
        assertRefused(PartiesRefusal.SIGN_IN_TOO_OFTEN, signIn(new Visitor(network, false)));
        done(signIn(known));
    }

    @Test
    void a_known_browser_is_known_for_its_owner_only_and_slowed_by_itself() {
        String network = "other " + Identifier.next();
        Visitor known = known(network);
        assertEquals(PartiesRefusal.SIGN_IN_TOO_OFTEN,
                guessUntilSlowed(network, "nobody@" + Identifier.next() + ".example"));
        assertEquals(PartiesRefusal.SIGN_IN_REFUSED, guess(known, owner.email()));
        assertEquals(PartiesRefusal.SIGN_IN_TOO_OFTEN, guessUntilSlowed(known, owner.email()));
    }

    @Test
    void one_network_cannot_try_a_password_at_everybody() {
        String network = "spraying " + Identifier.next();
        List<Refusal.Code> answers = IntStream.range(0, 40).mapToObj(i -> guess(
                new Visitor(network, false), "account" + i + "@invented.example")).toList();
        assertEquals(PartiesRefusal.SIGN_IN_REFUSED, answers.getFirst());
        assertEquals(PartiesRefusal.SIGN_IN_TOO_OFTEN, answers.getLast());
        // Whoever signs in there rightly waits too, unless the browser is known.
        assertRefused(PartiesRefusal.SIGN_IN_TOO_OFTEN, signIn(new Visitor(network, false)));
    }

    @Test
    void an_account_guessed_at_from_everywhere_forgives_each_network_one_slip() {
        for (int i = 0; i < 100; i++) {
            guess(new Visitor("botnet " + i + owner.email(), false), owner.email());
        }
        Visitor bot = new Visitor("one more " + owner.email(), false);
        assertEquals(PartiesRefusal.SIGN_IN_REFUSED, guess(bot, owner.email()));
        Refusal.Code second = guess(bot, owner.email());
        // On a busy machine the first pause of a second is over by then.
        assertTrue(second == PartiesRefusal.SIGN_IN_TOO_OFTEN
                || guess(bot, owner.email()) == PartiesRefusal.SIGN_IN_TOO_OFTEN);
        done(signIn(new Visitor("owner " + owner.email(), false)));
    }

    @Test
    void no_browser_is_known_any_longer_once_the_password_changed() throws Exception {
        String network = "changed " + Identifier.next();
        Visitor known = known(network);
        SignedIn who = done(signIn(known));
        String changed = "another horse battery";
        as(who.person(), Role.SUPPLIER, () -> done(door(Accounts.class)
                .changePassword(owner.password(), changed, changed)));
        assertEquals(PartiesRefusal.SIGN_IN_TOO_OFTEN, guessUntilSlowed(network, owner.email()));
        assertRefused(PartiesRefusal.SIGN_IN_TOO_OFTEN,
                door(Accounts.class).signIn(owner.email(), changed, known));
    }

    @Test
    void a_secret_that_was_not_this_persons_is_never_kept() {
        Visitor planted = new Visitor("planted", false, "a-secret-that-a-thief-knows-too");
        String kept = remember(planted);
        assertNotEquals(planted.browser(), kept);
        Visitor own = new Visitor("planted", false, kept);
        assertEquals(kept, remember(own));
    }

    private Visitor known(String network) {
        return new Visitor(network, false, remember(new Visitor(network, false)));
    }

    private String remember(Visitor visitor) {
        SignedIn who = done(signIn(visitor));
        String session = door(Sessions.class).begin(who, SignInMethod.PASSWORD, "");
        return door(Sessions.class).remember(session, visitor).orElseThrow();
    }

    private Outcome<SignedIn> signIn(Visitor visitor) {
        return door(Accounts.class).signIn(owner.email(), owner.password(), visitor);
    }

    private static void assertRefused(Refusal.Code expected, Outcome<SignedIn> outcome) {
        assertEquals(expected,
                assertInstanceOf(Outcome.Refused.class, outcome).first().code());
    }

    private static Refusal.Code guessUntilSlowed(String network, String email) {
        return guessUntilSlowed(new Visitor(network, false), email);
    }

    /** On a busy machine the first pauses are over before the next attempt. */
    private static Refusal.Code guessUntilSlowed(Visitor visitor, String email) {
        Refusal.Code answer = null;
        for (int i = 0; i < 30 && answer != PartiesRefusal.SIGN_IN_TOO_OFTEN; i++) {
            answer = guess(visitor, email);
        }
        return answer;
    }

    private static Refusal.Code guess(Visitor visitor, String email) {
        return assertInstanceOf(Outcome.Refused.class, door(Accounts.class)
                .signIn(email, "not the password", visitor)).first().code();
    }
}
