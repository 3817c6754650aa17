package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.AddedAuthenticator;
import org.subhasta.parties.Invitation;
import org.subhasta.parties.Invitations;
import org.subhasta.parties.Role;
import org.subhasta.parties.SecondFactors;
import org.subhasta.parties.Sessions;
import org.subhasta.parties.SignedIn;
import org.subhasta.parties.Visitor;
import org.subhasta.parties.model.Assurance;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.parties.model.SessionRule;
import org.subhasta.parties.model.SignInMethod;
import org.subhasta.system.DoorTest;

/** Who is signed in where, how surely, and what ends it. */
class SessionsDoorIT extends DoorTest {

    private static final Visitor HERE = new Visitor("127.0.0.1", true);

    private SignedIn who;

    @BeforeEach
    void somebody() throws Exception {
        String person = Bidder.registerOnly("Session Works").person();
        who = new SignedIn(person, "Session Works", Set.of(Role.SUPPLIER), false);
    }

    @Test
    void a_password_alone_signs_in_whoever_has_no_second_factor_but_not_surely() {
        String session = begin(SignInMethod.PASSWORD);
        assertEquals(Assurance.LOW,
                sessions().current(session, HERE).orElseThrow().assurance());
        assertTrue(factors().awaited(session, HERE).isEmpty());
    }

    @Test
    void with_a_second_factor_nobody_is_signed_in_before_its_code() throws Exception {
        AuthenticatorApp app = addApp();
        String session = begin(SignInMethod.PASSWORD);
        assertTrue(sessions().current(session, HERE).isEmpty());
        assertEquals(who.person(), factors().awaited(session, HERE).orElseThrow().person());
        assertRefused(PartiesRefusal.SECOND_FACTOR_WRONG,
                factors().confirm(session, "000000", HERE));
        assertRefused(PartiesRefusal.SECOND_FACTOR_WRONG,
                factors().confirm(session, null, HERE));
        assertTrue(sessions().current(session, HERE).isEmpty());
        done(factors().confirm(session, next(app), HERE));
        assertEquals(Assurance.SUBSTANTIAL,
                sessions().current(session, HERE).orElseThrow().assurance());
    }

    @Test
    void a_code_signs_in_once() throws Exception {
        AuthenticatorApp app = addApp();
        String first = begin(SignInMethod.PASSWORD);
        String second = begin(SignInMethod.PASSWORD);
        String code = next(app);
        done(factors().confirm(first, code, HERE));
        assertRefused(PartiesRefusal.SECOND_FACTOR_USED, factors().confirm(second, code, HERE));
        assertRefused(PartiesRefusal.SESSION_OVER, factors().confirm(first, code, HERE));
        assertRefused(PartiesRefusal.SESSION_OVER, factors().confirm("nosuchthing0", code, HERE));
    }

    @Test
    void whoever_guesses_codes_is_slowed() throws Exception {
        addApp();
        String session = begin(SignInMethod.PASSWORD);
        Visitor guesser = new Visitor("203.0.113.8", true);
        Object answer = null;
        for (int i = 0; i < 30 && answer != PartiesRefusal.SIGN_IN_TOO_OFTEN; i++) {
            answer = assertInstanceOf(Outcome.Refused.class,
                    factors().confirm(session, "000000", guesser)).first().code();
        }
        assertEquals(PartiesRefusal.SIGN_IN_TOO_OFTEN, answer);
    }

    @Test
    void codes_guessed_from_everywhere_rest_but_for_browsers_that_are_known() throws Exception {
        List<String> codes = add().recoveryCodes();
        String first = begin(SignInMethod.PASSWORD);
        done(factors().confirm(first, codes.get(0), HERE));
        Visitor known = new Visitor("elsewhere", true,
                sessions().remember(first, HERE).orElseThrow());
        String session = begin(SignInMethod.PASSWORD);
        for (int i = 0; i < 100; i++) {
            factors().confirm(session, "000000", new Visitor("bot " + i + session, true));
        }
        assertRefused(PartiesRefusal.SIGN_IN_TOO_OFTEN, factors().confirm(
                session, codes.get(1), new Visitor("one more " + session, true)));
        done(factors().confirm(session, codes.get(1), known));
    }

    @Test
    void a_recovery_code_signs_in_once_however_it_is_written_and_new_ones_replace_it()
            throws Exception {
        List<String> codes = add().recoveryCodes();
        assertEquals(8, Set.copyOf(codes).size());
        String shouted = codes.getFirst().toUpperCase().replace('-', ' ');
        done(factors().confirm(begin(SignInMethod.PASSWORD), shouted, HERE));
        assertRefused(PartiesRefusal.SECOND_FACTOR_WRONG,
                factors().confirm(begin(SignInMethod.PASSWORD), codes.getFirst(), HERE));
        as(who.person(), Role.SUPPLIER, () -> {
            assertEquals(7, factors().mine().recoveryCodes());
            return done(factors().makeRecoveryCodes());
        });
        assertRefused(PartiesRefusal.SECOND_FACTOR_WRONG,
                factors().confirm(begin(SignInMethod.PASSWORD), codes.getLast(), HERE));
    }

    @Test
    void the_first_app_ends_the_sessions_made_without_it() throws Exception {
        String before = begin(SignInMethod.PASSWORD);
        addApp();
        assertTrue(sessions().current(before, HERE).isEmpty());
    }

    @Test
    void the_last_app_is_replaced_and_not_removed() throws Exception {
        String first = add().authenticator().id();
        as(who.person(), Role.SUPPLIER, () -> {
            assertRefused(PartiesRefusal.SECOND_FACTOR_LAST, factors().remove(first));
            AuthenticatorApp other = new AuthenticatorApp(factors().offer().secret());
            assertRefused(PartiesRefusal.FIELD_REQUIRED,
                    factors().add(" ", other.code(Moment.now())));
            assertEquals(List.of(), done(factors().add("tablet", other.code(Moment.now())))
                    .recoveryCodes());
            done(factors().remove(first));
            return assertRefused(PartiesRefusal.PARTY_NOT_FOUND, factors().remove(first));
        });
    }

    @Test
    void a_session_without_a_sign_of_life_is_over_and_one_with_signs_is_not() throws Exception {
        String idle = begin(SignInMethod.PASSWORD);
        String used = begin(SignInMethod.PASSWORD);
        Duration half = SessionRule.IDLE.dividedBy(2).plusMinutes(1);
        Moment.advance(half);
        assertTrue(sessions().current(used, HERE).isPresent());
        Moment.advance(half);
        assertTrue(sessions().current(used, HERE).isPresent());
        assertTrue(sessions().current(idle, HERE).isEmpty());
    }

    @Test
    void people_end_their_own_sessions_and_nobody_elses() throws Exception {
        String mine = begin(SignInMethod.PASSWORD);
        String other = Bidder.registerOnly("Other Works").person();
        assertRefused(PartiesRefusal.PARTY_NOT_FOUND, as(other, Role.SUPPLIER,
                () -> sessions().endMine(mine)));
        assertTrue(as(other, Role.SUPPLIER, () -> sessions().mine()).isEmpty());
        assertTrue(sessions().current(mine, HERE).isPresent());
        as(who.person(), Role.SUPPLIER, () -> {
            assertEquals(mine, sessions().mine().getFirst().id());
            return done(sessions().endMine(mine));
        });
        assertTrue(sessions().current(mine, HERE).isEmpty());
        String another = begin(SignInMethod.PASSWORD);
        assertEquals(1, done(as(who.person(), Role.SUPPLIER, () -> sessions().endOthers())));
        assertTrue(sessions().current(another, HERE).isEmpty());
    }

    @Test
    void a_new_link_takes_the_apps_away_with_the_old_password() throws Exception {
        String administrator = Bidder.person("admin@subhasta.example");
        Invitation invited = as(administrator, Role.ADMINISTRATOR, () -> done(
                door(Invitations.class).inviteAuditor("Una Lost", "una." + Identifier.next()
                        + "@auditors.example")));
        who = done(door(Invitations.class).accept(
                invited.token(), "seven quiet harbours", "seven quiet harbours"));
        as(who.person(), Role.AUDITOR, () -> done(factors().add("telephone",
                new AuthenticatorApp(factors().offer().secret()).code(Moment.now()))));
        String before = begin(SignInMethod.PASSKEY);
        Invitation again = as(administrator, Role.ADMINISTRATOR,
                () -> done(door(Invitations.class).inviteAgain(who.person())));
        assertTrue(sessions().current(before, HERE).isPresent());
        done(door(Invitations.class).accept(
                again.token(), "eight quiet harbours", "eight quiet harbours"));
        assertTrue(sessions().current(before, HERE).isEmpty());
        assertTrue(as(who.person(), Role.AUDITOR, () -> factors().mine())
                .authenticators().isEmpty());
    }

    private AuthenticatorApp addApp() throws Exception {
        return as(who.person(), Role.SUPPLIER, () -> {
            AuthenticatorApp app = new AuthenticatorApp(factors().offer().secret());
            done(factors().add("telephone", app.code(Moment.now())));
            return app;
        });
    }

    private AddedAuthenticator add() throws Exception {
        return as(who.person(), Role.SUPPLIER, () -> {
            AuthenticatorApp app = new AuthenticatorApp(factors().offer().secret());
            return done(factors().add("telephone", app.code(Moment.now())));
        });
    }

    /** The code of the next step, which is admitted already; the one of now set the app up. */
    private static String next(AuthenticatorApp app) throws Exception {
        return app.code(Moment.now().plusSeconds(30));
    }

    private String begin(SignInMethod method) {
        return sessions().begin(who, method, "a browser");
    }

    private static Sessions sessions() {
        return door(Sessions.class);
    }

    private static SecondFactors factors() {
        return door(SecondFactors.class);
    }

    private static <T> T assertRefused(PartiesRefusal code, Outcome<T> outcome) {
        assertEquals(code, assertInstanceOf(Outcome.Refused.class, outcome).first().code());
        return null;
    }
}
