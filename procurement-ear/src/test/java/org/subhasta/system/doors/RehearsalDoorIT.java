package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.bidding.model.OpeningRefusal.*;

import jakarta.ejb.EJBAccessException;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.OpeningView;
import org.subhasta.bidding.RehearsalTask;
import org.subhasta.bidding.Rehearsals;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.journal.EntryView;
import org.subhasta.journal.JournalReports;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Role;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.Validation;
import org.subhasta.signing.sealing.Rehearsal;
import org.subhasta.signing.sealing.ShareKey;
import org.subhasta.system.DoorTest;

/** Openers show before the closing that their keys work; nobody who lost the key can. */
class RehearsalDoorIT extends DoorTest {

    private static final Duration TIME = Duration.ofMinutes(20);

    private static String officer;

    @BeforeEach
    void people() {
        if (officer == null) {
            officer = Bidder.person("mara@alder-bay.example");
        }
    }

    @Test
    void rehearsals_are_missing_until_as_many_members_have_rehearsed_as_open_a_bid()
            throws Exception {
        Box box = Box.open(officer, TIME);
        assertTrue(box.opening().rehearsalsMissing());
        assertTrue(rehearsed(box, 0).rehearsalsMissing());
        OpeningView enough = rehearsed(box, 2);
        assertFalse(enough.rehearsalsMissing());
        assertEquals(List.of(true, false, true), enough.members().stream()
                .map(member -> member.rehearsedAt().isPresent()).toList());
        assertEquals(2, rehearsals(box));
    }

    @Test
    void who_rehearsed_need_not_again_and_it_is_journaled_once() throws Exception {
        Box box = Box.open(officer, TIME);
        rehearsed(box, 0);
        rehearsed(box, 0);
        assertEquals(1, rehearsals(box));
    }

    @Test
    void a_secret_that_is_not_the_one_sealed_to_the_key_is_refused() throws Exception {
        Box box = Box.open(officer, TIME);
        RehearsalTask task = done(begin(box, 0));
        assertRefused(SECRET_DIFFERS, answer(box, 0, key(box, 0),
                statement(task, new byte[Rehearsal.SECRET_BYTES])));
        byte[] first = secret(box, 0, task);
        RehearsalTask second = done(begin(box, 0));
        assertRefused(SECRET_DIFFERS, answer(box, 0, key(box, 0), statement(second, first)));
        assertEquals(0, rehearsals(box));
    }

    @Test
    void a_challenge_is_sealed_to_the_member_alone() throws Exception {
        Box box = Box.open(officer, TIME);
        RehearsalTask task = done(begin(box, 0));
        ShareKey other = ShareKey.of(
                box.panel().member(1).encryption(), box.panel().sealing()).orElseThrow();
        assertTrue(other.rehearse(box.id(), bytes(task.enc()), bytes(task.sealed())).isEmpty());
    }

    @Test
    void an_answer_that_is_somebody_elses_or_for_something_else_is_refused() throws Exception {
        Box box = Box.open(officer, TIME);
        Box other = Box.open(officer, TIME);
        RehearsalTask task = done(begin(box, 0));
        byte[] good = statement(task, secret(box, 0, task));
        RehearsalTask elsewhere = done(begin(other, 0));
        assertRefused(BiddingRefusal.SIGNER_UNKNOWN, answer(box, 0, key(box, 1), good));
        assertRefused(ACT_FOR_ANOTHER_TENDER, answer(box, 0, key(box, 0),
                statement(elsewhere, secret(other, 0, elsewhere))));
        assertRefused(ACT_OF_ANOTHER_OPENER, answer(box, 1, key(box, 1), good));
        assertRefused(CERTIFICATE_DIFFERS, answer(box, 0, key(box, 0), statement(
                new RehearsalTask(task.box(), task.opener(), "ab".repeat(32), task.enc(),
                        task.sealed()), secret(box, 0, task))));
        assertEquals(0, rehearsals(box));
        done(answer(box, 0, key(box, 0), good));
    }

    @Test
    void an_answer_to_nothing_is_refused() throws Exception {
        Box box = Box.open(officer, TIME);
        RehearsalTask task = done(begin(box, 0));
        RehearsalTask never = new RehearsalTask(box.id(), box.panel().member(1).person(),
                Validation.fingerprint(
                        box.panel().member(1).encryption().certificate()),
                task.enc(), task.sealed());
        assertRefused(REHEARSAL_NOT_BEGUN, answer(box, 1, key(box, 1),
                statement(never, new byte[Rehearsal.SECRET_BYTES])));
    }

    @Test
    void what_is_no_answer_is_told_so() throws Exception {
        Box box = Box.open(officer, TIME);
        RehearsalTask task = done(begin(box, 0));
        String good = new String(statement(task, secret(box, 0, task)), StandardCharsets.UTF_8);
        Map<String, Refusal.Code> bad = Map.of(
                "no JSON", ACT_NOT_CANONICAL,
                good.replaceFirst("\\{", "{ "), ACT_NOT_CANONICAL,
                good.replace("rehearsal-1", "rehearsal-2"), OPENING_MALFORMED,
                good.replace("\"secret\":", "\"secrets\":"), OPENING_MALFORMED,
                good + " ".repeat(4096), ACT_TOO_LARGE);
        for (Map.Entry<String, Refusal.Code> one : bad.entrySet()) {
            assertRefused(one.getValue(), answer(box, 0, key(box, 0),
                    one.getKey().getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void rehearsals_end_with_the_closing() throws Exception {
        Box box = Box.open(officer, TIME);
        RehearsalTask task = done(begin(box, 0));
        byte[] answer = statement(task, secret(box, 0, task));
        box.closeAfter(TIME);
        assertRefused(REHEARSAL_OVER, begin(box, 0));
        assertRefused(REHEARSAL_OVER, answer(box, 0, key(box, 0), answer));
    }

    @Test
    void only_members_rehearse() throws Exception {
        Box box = Box.open(officer, TIME);
        String stranger = Panel.of(2, 5).member(4).person();
        assertRefused(NOT_A_MEMBER, as(stranger, Role.OPENER,
                () -> door(Rehearsals.class).begin(box.id())));
        assertThrows(EJBAccessException.class, () -> as(officer, Role.OFFICER,
                () -> door(Rehearsals.class).begin(box.id())));
        assertThrows(EJBAccessException.class,
                () -> door(Rehearsals.class).begin(box.id()));
    }

    private static OpeningView rehearsed(Box box, int member) throws Exception {
        RehearsalTask task = done(begin(box, member));
        return done(answer(box, member, key(box, member),
                statement(task, secret(box, member, task))));
    }

    private static Outcome<RehearsalTask> begin(Box box, int member) throws Exception {
        return as(box.panel().member(member).person(), Role.OPENER,
                () -> door(Rehearsals.class).begin(box.id()));
    }

    private static byte[] secret(Box box, int member, RehearsalTask task) {
        return ShareKey.of(box.panel().member(member).encryption(), box.panel().sealing())
                .orElseThrow().rehearse(box.id(), bytes(task.enc()), bytes(task.sealed()))
                .orElseThrow();
    }

    private static byte[] statement(RehearsalTask task, byte[] secret) throws Exception {
        return CanonicalJson.canonicalize(Json.createObjectBuilder()
                .add("format", Rehearsal.FORMAT)
                .add("tender", task.box())
                .add("opener", task.opener())
                .add("certificate", task.certificate())
                .add("secret", Base64.getEncoder().encodeToString(secret))
                .add("madeAt", Moment.now().toString())
                .build().toString());
    }

    private static Outcome<OpeningView> answer(Box box, int member, SigningKey key,
            byte[] statement) throws Exception {
        byte[] signature = CadesSigner.sign(statement, key, Moment.now());
        return as(box.panel().member(member).person(), Role.OPENER,
                () -> door(Rehearsals.class).answer(box.id(), statement, signature));
    }

    private static SigningKey key(Box box, int member) {
        return box.panel().member(member).signing();
    }

    private static long rehearsals(Box box) {
        return door(JournalReports.class).entries(Subject.of("tender", box.id())).stream()
                .map(EntryView::act).filter("opener-rehearsed"::equals).count();
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static void assertRefused(Refusal.Code code, Outcome<?> outcome) {
        assertInstanceOf(Outcome.Refused.class, outcome);
        assertEquals(code, ((Outcome.Refused<?>) outcome).first().code());
    }
}
