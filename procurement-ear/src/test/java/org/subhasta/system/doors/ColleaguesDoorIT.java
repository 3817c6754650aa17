package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.Accounts;
import org.subhasta.parties.CertificateReports;
import org.subhasta.parties.Certificates;
import org.subhasta.parties.Colleagues;
import org.subhasta.parties.Duty;
import org.subhasta.parties.Enrolment;
import org.subhasta.parties.Invitation;
import org.subhasta.parties.Invitations;
import org.subhasta.parties.PersonView;
import org.subhasta.parties.Role;
import org.subhasta.parties.Sessions;
import org.subhasta.parties.SignedIn;
import org.subhasta.parties.Tokens;
import org.subhasta.parties.Visitor;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.parties.model.SignInMethod;
import org.subhasta.system.DoorTest;

/** Who does what within a supplier, and what becomes of whoever leaves. */
class ColleaguesDoorIT extends DoorTest {

    private static final Visitor HERE = new Visitor("127.0.0.1", true);
    private static final String PASSWORD = "seven quiet harbours";

    private Bidder founder;

    @BeforeEach
    void company() throws Exception {
        founder = Bidder.register(Bidder.person("mara@alder-bay.example"), "Colleague Works");
    }

    @Test
    void whoever_registered_does_everything_and_a_colleague_what_was_said() throws Exception {
        assertEquals(Set.of(Duty.values()), find(founder.person()).duties());
        SignedIn bidder = colleague(Set.of(Duty.BID));
        assertEquals(Set.of(Duty.BID), find(bidder.person()).duties());
        assertRefused(PartiesRefusal.DUTY_NEEDED, as(bidder.person(), Role.SUPPLIER, () ->
                door(Invitations.class).inviteColleague("Nobody", "n@n.example", Set.of())));
        assertRefused(PartiesRefusal.DUTY_NEEDED, as(bidder.person(), Role.SUPPLIER, () ->
                door(Colleagues.class).assign(bidder.person(), Set.of(Duty.ADMINISTER))));
        assertRefused(PartiesRefusal.DUTY_NEEDED, as(bidder.person(), Role.SUPPLIER, () ->
                door(Colleagues.class).remove(founder.person())));
        assertRefused(PartiesRefusal.DUTY_NEEDED, as(bidder.person(), Role.SUPPLIER, () ->
                door(Invitations.class).inviteColleagueAgain(founder.person())));
    }

    @Test
    void who_only_reads_enrols_no_key_until_the_duty_is_given() throws Exception {
        SignedIn reader = colleague(Set.of());
        Callable<Outcome<?>> enrol = () -> door(Certificates.class).enrol(
                Enrolment.of(Bidder.authority().issue("Reader", "Colleague Works", "NL",
                        Moment.now().minusSeconds(60)).certificate().getEncoded()));
        assertRefused(PartiesRefusal.DUTY_NEEDED, as(reader.person(), Role.SUPPLIER, enrol));
        administer(() -> done(door(Colleagues.class).assign(reader.person(), Set.of(Duty.BID))));
        assertInstanceOf(Outcome.Done.class, as(reader.person(), Role.SUPPLIER, enrol));
    }

    @Test
    void other_organisations_people_are_not_there() throws Exception {
        String other = Bidder.registerOnly("Other Works").person();
        for (PersonView one : administer(() -> door(Colleagues.class).mine())) {
            assertNotEquals(other, one.id());
        }
        assertRefused(PartiesRefusal.PARTY_NOT_FOUND, administer(
                () -> door(Colleagues.class).assign(other, Set.of(Duty.BID))));
        assertRefused(PartiesRefusal.PARTY_NOT_FOUND,
                administer(() -> door(Colleagues.class).remove(other)));
        assertRefused(PartiesRefusal.PARTY_NOT_FOUND, administer(
                () -> door(Invitations.class).inviteColleagueAgain(other)));
        assertRefused(PartiesRefusal.PARTY_NOT_FOUND, administer(
                () -> door(Invitations.class).inviteColleagueAgain(founder.person())));
    }

    @Test
    void whoever_leaves_is_signed_out_everywhere_and_signs_nothing_any_more() throws Exception {
        SignedIn bidder = colleague(Set.of(Duty.BID));
        String session = door(Sessions.class).begin(bidder, SignInMethod.PASSKEY, "");
        String token = as(bidder.person(), Role.SUPPLIER,
                () -> done(door(Tokens.class).issue("nightly", 3))).secret();
        as(bidder.person(), Role.SUPPLIER, () -> done(door(Certificates.class).enrol(
                Enrolment.of(Bidder.authority().issue("Bidder", "Colleague Works", "NL",
                        Moment.now().minusSeconds(60)).certificate().getEncoded()))));
        administer(() -> done(door(Colleagues.class).remove(bidder.person())));
        assertTrue(find(bidder.person()).left());
        assertTrue(door(Sessions.class).current(session, HERE).isEmpty());
        assertTrue(door(Tokens.class).owner(token, HERE).isEmpty());
        assertEquals("withdrawn", as(bidder.person(), Role.SUPPLIER,
                () -> door(CertificateReports.class).mine()).getFirst().state());
        assertRefused(PartiesRefusal.SIGN_IN_REFUSED,
                door(Accounts.class).signIn(email, PASSWORD, HERE));
        assertRefused(PartiesRefusal.PARTY_NOT_FOUND, administer(
                () -> door(Colleagues.class).assign(bidder.person(), Set.of(Duty.BID))));
    }

    @Test
    void somebody_administers_whatever_two_do_at_once() throws Exception {
        assertRefused(PartiesRefusal.LAST_ADMINISTRATOR, administer(
                () -> door(Colleagues.class).assign(founder.person(), Set.of(Duty.BID))));
        SignedIn second = colleague(Set.of(Duty.ADMINISTER));
        List<FutureTask<Outcome<PersonView>>> both = Stream.of(
                        List.of(founder.person(), second.person()),
                        List.of(second.person(), founder.person()))
                .map(pair -> new FutureTask<>(() -> as(pair.getFirst(), Role.SUPPLIER, () ->
                        door(Colleagues.class).assign(pair.getLast(), Set.of()))))
                .toList();
        both.forEach(task -> Thread.ofVirtual().start(task));
        for (FutureTask<Outcome<PersonView>> task : both) {
            task.get();
        }
        assertEquals(1, as(founder.person(), Role.SUPPLIER,
                () -> door(Colleagues.class).mine()).stream()
                .filter(one -> one.duties().contains(Duty.ADMINISTER)).count());
    }

    private String email;

    private SignedIn colleague(Set<Duty> duties) throws Exception {
        email = Identifier.next() + "@colleagues.example";
        Invitation invited = administer(() -> done(
                door(Invitations.class).inviteColleague("Col League", email, duties)));
        return done(door(Invitations.class).accept(invited.token(), PASSWORD, PASSWORD));
    }

    private PersonView find(String person) throws Exception {
        return administer(() -> door(Colleagues.class).find(person)).orElseThrow();
    }

    private <T> T administer(Callable<T> work) throws Exception {
        return as(founder.person(), Role.SUPPLIER, work);
    }

    @Test
    void whoever_only_reads_puts_nobodys_certificate_out_of_use() throws Exception {
        Bidder bidder = Bidder.register(Bidder.person("mara@alder-bay.example"), "Read Works");
        String certificate = as(bidder.person(), Role.SUPPLIER,
                () -> door(CertificateReports.class).mine().getFirst().id());
        String reader = as(bidder.person(), Role.SUPPLIER, () -> done(door(Invitations.class)
                .inviteColleague("Rita Reader", bidder.person() + "@readers.example", Set.of())))
                .person().id();
        assertRefused(PartiesRefusal.PARTY_NOT_FOUND, as(reader, Role.SUPPLIER,
                () -> door(Certificates.class).withdraw(certificate)));
        as(bidder.person(), Role.SUPPLIER,
                () -> done(door(Certificates.class).withdraw(certificate)));
    }

    private static void assertRefused(PartiesRefusal code, Outcome<?> outcome) {
        assertEquals(code, assertInstanceOf(Outcome.Refused.class, outcome).first().code());
    }
}
