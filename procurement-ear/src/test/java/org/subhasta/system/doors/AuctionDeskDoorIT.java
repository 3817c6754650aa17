package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import javax.naming.InitialContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.auction.Admitted;
import org.subhasta.auction.AuctionDesk;
import org.subhasta.auction.AuctionDraft;
import org.subhasta.auction.Auctions;
import org.subhasta.auction.Order;
import org.subhasta.auction.model.AuctionRefusal;
import org.subhasta.auction.model.PreparationRefusal;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Role;
import org.subhasta.system.DoorTest;

/** An officer's desk: unfinished drafts, and who is admitted without who is behind a number. */
class AuctionDeskDoorIT extends DoorTest {

    private static final String UNFINISHED =
            "{\"title\": \"Half a thought\", \"openingPrice\": \"a lot\"}";

    private static String officer;
    private static String otherOfficer;

    @BeforeEach
    void people() throws Exception {
        officer = Bidder.person("mara@alder-bay.example");
        otherOfficer = Bidder.person("tomas@northmoor.example");
    }

    private interface Desk<T> {
        T at(AuctionDesk desk);
    }

    private static <T> T at(String officer, Desk<T> work) throws Exception {
        return as(officer, Role.OFFICER, () -> work.at(door(AuctionDesk.class)));
    }

    private static AuctionDraft draft() throws Exception {
        String terms = LiveAuction.terms("vickrey", "", Moment.now().plusSeconds(3_600));
        return as(officer, Role.OFFICER, () -> done(door(Auctions.class).draft(terms)));
    }

    private static void assertRefused(Refusal.Code code, Outcome<?> outcome) {
        assertEquals(Outcome.Refused.class, outcome.getClass(), outcome.toString());
        assertEquals(code, ((Outcome.Refused<?>) outcome).first().code());
    }

    @Test
    void an_unfinished_draft_is_kept_and_not_published() throws Exception {
        AuctionDraft draft = draft();
        AuctionDraft saved = done(at(officer, desk ->
                desk.save(draft.id(), draft.version(), UNFINISHED)));
        assertEquals("Half a thought", saved.title());
        assertEquals(UNFINISHED, at(officer, desk -> desk.draft(draft.id())).orElseThrow().terms());
        assertRefused(PreparationRefusal.TERMS_FAULTY,
                as(officer, Role.OFFICER, () -> door(Auctions.class).publish(draft.id())));
    }

    @Test
    void whoever_saves_has_seen_what_is_there() throws Exception {
        AuctionDraft draft = draft();
        done(at(officer, desk -> desk.save(draft.id(), draft.version(), UNFINISHED)));
        assertRefused(PreparationRefusal.AUCTION_DRAFT_CHANGED, at(officer, desk ->
                desk.save(draft.id(), draft.version(), "{\"title\": \"Unseen\"}")));
    }

    @Test
    void of_two_who_save_at_once_one_is_told_of_the_other() throws Exception {
        AuctionDraft draft = draft();
        Callable<Outcome<AuctionDraft>> save = () -> at(officer, desk ->
                desk.save(draft.id(), draft.version(), UNFINISHED));
        List<Outcome<AuctionDraft>> both = new ArrayList<>();
        ManagedExecutorService threads = (ManagedExecutorService) new InitialContext()
                .lookup("java:comp/DefaultManagedExecutorService");
        for (Future<Outcome<AuctionDraft>> one : threads.invokeAll(List.of(save, save))) {
            both.add(one.get());
        }
        assertEquals(1, both.stream().filter(Outcome.Done.class::isInstance).count());
        assertRefused(PreparationRefusal.AUCTION_DRAFT_CHANGED, both.stream()
                .filter(Outcome.Refused.class::isInstance).findFirst().orElseThrow());
    }

    @Test
    void only_what_was_looked_at_is_published() throws Exception {
        AuctionDraft seen = draft();
        String others = LiveAuction.terms("vickrey", "", Moment.now().plusSeconds(7_200));
        AuctionDraft saved = done(at(officer, desk ->
                desk.save(seen.id(), seen.version(), others)));
        assertNotEquals(seen.version(), saved.version());
        assertRefused(PreparationRefusal.DRAFT_NOT_AS_SEEN, as(officer, Role.OFFICER,
                () -> door(Auctions.class).publish(seen.id(), seen.version())));
        done(as(officer, Role.OFFICER,
                () -> door(Auctions.class).publish(seen.id(), saved.version())));
    }

    @Test
    void what_is_no_object_is_not_kept() throws Exception {
        AuctionDraft draft = draft();
        for (String terms : new String[] {"", "[]", "{", "{\"title\": \"" + "x".repeat(1_000_001)
                + "\"}"}) {
            assertRefused(PreparationRefusal.DRAFT_UNREADABLE, at(officer, desk ->
                    desk.save(draft.id(), draft.version(), terms)));
        }
    }

    @Test
    void another_organisations_desk_is_not_found() throws Exception {
        AuctionDraft draft = draft();
        assertTrue(at(otherOfficer, desk -> desk.draft(draft.id())).isEmpty());
        assertFalse(at(otherOfficer, AuctionDesk::drafts).stream()
                .anyMatch(one -> one.id().equals(draft.id())));
        assertRefused(AuctionRefusal.AUCTION_UNKNOWN, at(otherOfficer, desk ->
                desk.save(draft.id(), draft.version(), UNFINISHED)));
        assertRefused(AuctionRefusal.AUCTION_UNKNOWN,
                at(otherOfficer, desk -> desk.discard(draft.id())));
        LiveAuction auction = LiveAuction.publish(officer, "vickrey", "");
        assertTrue(at(otherOfficer, desk -> desk.admitted(auction.id())).isEmpty());
        assertTrue(at(otherOfficer, desk -> desk.terms(auction.id())).isEmpty());
        assertTrue(at(officer, AuctionDesk::auctions).stream()
                .anyMatch(one -> one.id().equals(auction.id())));
    }

    @Test
    void a_discarded_draft_is_gone() throws Exception {
        AuctionDraft draft = draft();
        done(at(officer, desk -> desk.discard(draft.id())));
        assertTrue(at(officer, desk -> desk.draft(draft.id())).isEmpty());
    }

    @Test
    void numbers_come_with_the_opening_and_tell_nobodys_name() throws Exception {
        Bidder first = Bidder.register(officer, "First Upon The Desk Ltd");
        Bidder second = Bidder.register(officer, "Second Upon The Desk Ltd");
        LiveAuction auction = LiveAuction.publish(officer, "english-reverse", "");
        done(auction.admit(first));
        Admitted before = at(officer, desk -> desk.admitted(auction.id())).orElseThrow();
        assertEquals(List.of(first.organisation()), before.organisations());
        assertEquals(List.of(), before.numbers(),
                "who saw it appear now would know whose it is");
        auction.open(second);
        String number = done(auction.enter(first));
        done(auction.order(new Order.Exclude(number, "It asked to leave.")));
        Admitted after = at(officer, desk -> desk.admitted(auction.id())).orElseThrow();
        assertEquals(Set.of(first.organisation(), second.organisation()),
                Set.copyOf(after.organisations()));
        assertEquals(2, after.numbers().size());
        assertEquals(List.of(number), after.numbers().stream().filter(Admitted.Number::excluded)
                .map(Admitted.Number::alias).toList());
    }
}
