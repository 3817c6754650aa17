package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBAccessException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.awarding.AwardView;
import org.subhasta.awarding.Awards;
import org.subhasta.awarding.AwardingRefusal;
import org.subhasta.awarding.EvaluationView;
import org.subhasta.awarding.Proposal;
import org.subhasta.bidding.Answer;
import org.subhasta.eligibility.ExclusionReports;
import org.subhasta.eligibility.ExclusionView;
import org.subhasta.eligibility.Exclusions;
import org.subhasta.eligibility.QualifiedListReports;
import org.subhasta.eligibility.QualifiedListView;
import org.subhasta.eligibility.QualifiedLists;
import org.subhasta.eligibility.model.EligibilityRefusal;
import org.subhasta.eligibility.model.Exclusion;
import org.subhasta.eligibility.model.Ground;
import org.subhasta.eligibility.model.Scope;
import org.subhasta.journal.EntryView;
import org.subhasta.journal.JournalReports;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Role;
import org.subhasta.system.DoorTest;
import org.subhasta.tendering.TenderView;

/** Exclusions and lists at their doors: who records them, what they keep from whom, and when. */
class ExclusionsDoorIT extends DoorTest {

    private static String officer;
    private static String otherOfficer;
    private static String administrator;

    private Bidder supplier;

    @BeforeEach
    void people() throws Exception {
        if (officer == null) {
            officer = Bidder.person("mara@alder-bay.example");
            otherOfficer = Bidder.person("tomas@northmoor.example");
            administrator = Bidder.person("admin@subhasta.example");
        }
        supplier = Bidder.register(officer, "Excluded Works");
    }

    @Test
    void from_the_record_on_nothing_new_is_taken_and_the_own_bid_can_still_be_withdrawn()
            throws Exception {
        Box box = Box.open(officer, Duration.ofDays(3));
        UUID bid = UUID.randomUUID();
        assertTrue(box.send(supplier, Bid.of(supplier, box).id(bid).made()).accepted());
        String exclusion = record(officer, Scope.AUTHORITY, Optional.empty()).id();

        Answer replaced = box.send(supplier, Bid.of(supplier, box).replacing(bid).made());
        assertFalse(replaced.accepted());
        Refusal why = replaced.refusals().getFirst();
        assertEquals(EligibilityRefusal.SUPPLIER_EXCLUDED, why.code());
        assertEquals("TAXES", why.details().getFirst());
        assertTrue(box.send(supplier, Bid.of(supplier, box).withdrawing(bid).made()).accepted());
        assertEquals(EligibilityRefusal.SUPPLIER_EXCLUDED, box.send(supplier,
                Bid.of(supplier, box).made()).refusals().getFirst().code());

        assertEquals(List.of("lifted"), List.of(as(officer, Role.OFFICER, () -> done(
                door(Exclusions.class).lift(exclusion, "Paid in full"))).stage()));
        assertTrue(box.send(supplier, Bid.of(supplier, box).made()).accepted());
        assertEquals(List.of("exclusion-recorded", "exclusion-lifted"),
                door(JournalReports.class).entries(
                        Subject.of("organisation", supplier.organisation())).stream()
                        .map(EntryView::act).filter(act -> act.startsWith("exclusion")).toList());
    }

    @Test
    void one_of_an_authority_counts_nowhere_else_and_is_nobody_elses_to_change()
            throws Exception {
        String exclusion = record(officer, Scope.AUTHORITY, Optional.empty()).id();
        Box elsewhere = Box.open(otherOfficer, Duration.ofDays(3));
        assertTrue(elsewhere.send(supplier, Bid.of(supplier, elsewhere).made()).accepted());
        refused(EligibilityRefusal.EXCLUSION_OTHERS, otherOfficer, Role.OFFICER,
                () -> door(Exclusions.class).lift(exclusion, "We know better"));
        assertThrows(EJBAccessException.class, () -> as(supplier.person(), Role.SUPPLIER,
                () -> door(Exclusions.class).lift(exclusion, "Me")));
        assertThrows(EJBAccessException.class,
                () -> door(Exclusions.class).record(asked(Scope.AUTHORITY, Optional.empty())));
    }

    @Test
    void one_of_the_platform_takes_a_second_person_and_then_counts_everywhere()
            throws Exception {
        String exclusion = record(officer, Scope.PLATFORM, Optional.empty()).id();
        Box elsewhere = Box.open(otherOfficer, Duration.ofDays(3));
        assertTrue(door(ExclusionReports.class).find(exclusion).isEmpty(), "not public");
        assertEquals(List.of(), door(ExclusionReports.class).of(supplier.organisation()));
        refused(EligibilityRefusal.EXCLUSION_NOT_FOUND, otherOfficer, Role.OFFICER,
                () -> door(Exclusions.class).confirm(exclusion));
        refused(EligibilityRefusal.EXCLUSION_SAME_PERSON, officer, Role.OFFICER,
                () -> door(Exclusions.class).confirm(exclusion));
        UUID bid = UUID.randomUUID();
        assertTrue(elsewhere.send(supplier,
                Bid.of(supplier, elsewhere).id(bid).made()).accepted());

        as(administrator, Role.ADMINISTRATOR,
                () -> done(door(Exclusions.class).confirm(exclusion)));
        assertEquals(EligibilityRefusal.SUPPLIER_EXCLUDED, elsewhere.send(supplier, Bid.of(
                supplier, elsewhere).replacing(bid).made()).refusals().getFirst().code());
        assertEquals(List.of(exclusion), door(ExclusionReports.class)
                .search(supplier.organisation(), true).stream().map(ExclusionView::id).toList());
        refused(EligibilityRefusal.EXCLUSION_DECIDED, administrator, Role.ADMINISTRATOR,
                () -> door(Exclusions.class).confirm(exclusion));
    }

    @Test
    void one_that_is_to_come_counts_from_its_first_instant() throws Exception {
        Box box = Box.open(officer, Duration.ofDays(3));
        UUID bid = UUID.randomUUID();
        record(officer, Scope.AUTHORITY, Optional.of(Moment.now().plus(Duration.ofHours(1))));
        assertTrue(box.send(supplier, Bid.of(supplier, box).id(bid).made()).accepted());
        Moment.advance(Duration.ofHours(1));
        assertEquals(EligibilityRefusal.SUPPLIER_EXCLUDED, box.send(supplier, Bid.of(
                supplier, box).replacing(bid).made()).refusals().getFirst().code());
    }

    @Test
    void who_is_excluded_in_the_midst_of_an_auction_bids_no_more_and_what_stands_stays()
            throws Exception {
        Bidder other = Bidder.register(officer, "Other Works");
        LiveAuction auction = LiveAuction.publish(officer, "english-reverse", "")
                .open(supplier, other);
        assertTrue(auction.bid(supplier, "9000.00").refusal().isEmpty());
        record(officer, Scope.AUTHORITY, Optional.empty());
        assertEquals(EligibilityRefusal.SUPPLIER_EXCLUDED,
                auction.bid(supplier, "8000.00").refusal().orElseThrow().code());
        assertTrue(auction.bid(other, "9500.00").refusal().isPresent(), "9000.00 stands");
        assertTrue(auction.bid(other, "8500.00").refusal().isEmpty());

        LiveAuction next = LiveAuction.publish(officer, "english-reverse", "");
        done(next.admit(supplier));
        assertEquals(EligibilityRefusal.SUPPLIER_EXCLUDED, assertInstanceOf(
                Outcome.Refused.class, next.enter(supplier)).first().code());
    }

    @Test
    void nothing_is_awarded_before_each_flagged_bid_is_kept_or_out() throws Exception {
        Panel panel = Panel.of(2, 3);
        TenderView tender = Paving.published(officer, panel);
        Bidder second = Bidder.register(officer, "Second Works");
        Box box = Box.of(tender, panel, false);
        String kept = bid(box, supplier, "90.00");
        String out = bid(box, second, "80.00");
        Moment.advance(Duration.ofHours(1));
        box.close();
        box.unseal();
        record(officer, Scope.AUTHORITY, Optional.empty());
        as(officer, Role.OFFICER, () -> done(door(Exclusions.class).record(new Exclusion.Asked(
                second.organisation(), Scope.AUTHORITY, Ground.COLLUSION, "", "Cartel",
                Optional.empty(), Optional.empty()))));

        EvaluationView first = evaluation(tender);
        assertEquals(2, first.bids().stream().filter(EvaluationView.Bid::undecided).count());
        Outcome<AwardView> tried = as(officer, Role.OFFICER,
                () -> door(Awards.class).decide(tender.id(), first.version()));
        assertEquals(2, assertInstanceOf(Outcome.Refused.class, tried).refusals().stream()
                .filter(one -> ((Refusal) one).code() == AwardingRefusal.EXCLUSION_UNDECIDED)
                .count());
        refused(AwardingRefusal.EVALUATION_REASON_MISSING, officer, Role.OFFICER, () ->
                door(Awards.class).keepExcluded(tender.id(), first.version(), kept, " "));
        long v1 = change(() -> door(Awards.class).keepExcluded(
                tender.id(), first.version(), kept, "Paid what was owed"));
        refused(AwardingRefusal.EXCLUSION_NOTHING_TO_DECIDE, officer, Role.OFFICER, () ->
                door(Awards.class).keepExcluded(tender.id(), v1, kept, "Again"));
        refused(AwardingRefusal.EXCLUSION_UNDECIDED, officer, Role.OFFICER,
                () -> door(Awards.class).decide(tender.id(), v1));
        long v2 = change(() -> door(Awards.class).disqualify(
                tender.id(), v1, out, Optional.empty(), "Article 57(4)(d)"));
        long v3 = change(() -> door(Awards.class).propose(
                tender.id(), v2, Map.of("1", Proposal.award(kept, ""))));
        AwardView award = as(officer, Role.OFFICER,
                () -> done(door(Awards.class).decide(tender.id(), v3)));
        assertEquals(AwardView.Outcome.COMPLETE, award.outcome());
        assertTrue(door(JournalReports.class).entries(Subject.of("tender", tender.id())).stream()
                .anyMatch(entry -> entry.act().equals("excluded-bid-kept")));
    }

    @Test
    void an_appeal_is_noted_and_decided() throws Exception {
        String exclusion = record(officer, Scope.AUTHORITY, Optional.empty()).id();
        LocalDate today = LocalDate.ofInstant(Moment.now(), java.time.ZoneId.of("Europe/Paris"));
        refused(EligibilityRefusal.APPEAL_DAY, officer, Role.OFFICER,
                () -> door(Exclusions.class).appeal(exclusion, today.plusDays(3), ""));
        refused(EligibilityRefusal.APPEAL_NONE, officer, Role.OFFICER,
                () -> door(Exclusions.class).uphold(exclusion, ""));
        refused(EligibilityRefusal.EXCLUSION_OTHERS, otherOfficer, Role.OFFICER,
                () -> door(Exclusions.class).appeal(exclusion, today, ""));
    }

    @Test
    void a_list_tells_who_stands_on_it_who_stood_and_who_is_excluded() throws Exception {
        QualifiedListView list = as(officer, Role.OFFICER, () -> done(door(QualifiedLists.class)
                .open("Road works", "45233", LocalDate.of(2026, 1, 1), Optional.empty())));
        refused(EligibilityRefusal.LIST_NOT_FOUND, otherOfficer, Role.OFFICER, () -> door(
                QualifiedLists.class).admit(list.id(), supplier.organisation(), "Good"));
        as(officer, Role.OFFICER, () -> done(door(QualifiedLists.class)
                .admit(list.id(), supplier.organisation(), "Three references")));
        refused(EligibilityRefusal.LISTED_ALREADY, officer, Role.OFFICER, () -> door(
                QualifiedLists.class).admit(list.id(), supplier.organisation(), "Again"));
        record(officer, Scope.AUTHORITY, Optional.empty());
        assertTrue(door(QualifiedListReports.class).find(list.id()).orElseThrow()
                .standing().getFirst().excluded());
        as(officer, Role.OFFICER, () -> done(door(QualifiedLists.class)
                .remove(list.id(), supplier.organisation(), "Excluded")));
        refused(EligibilityRefusal.NOT_LISTED, officer, Role.OFFICER, () -> door(
                QualifiedLists.class).remove(list.id(), supplier.organisation(), "Again"));
        refused(EligibilityRefusal.LISTED_EXCLUDED, officer, Role.OFFICER, () -> door(
                QualifiedLists.class).admit(list.id(), supplier.organisation(), "Back"));
        QualifiedListView later = door(QualifiedListReports.class).find(list.id()).orElseThrow();
        assertEquals(List.of(), later.standing());
        assertEquals(Optional.of("Excluded"), later.past().getFirst().removedBecause());
    }

    private Exclusion.Asked asked(Scope scope, Optional<Instant> from) {
        return new Exclusion.Asked(supplier.organisation(), scope, Ground.TAXES, "",
                "Contributions not paid", from, Optional.empty());
    }

    private ExclusionView record(String by, Scope scope, Optional<Instant> from)
            throws Exception {
        return as(by, Role.OFFICER,
                () -> done(door(Exclusions.class).record(asked(scope, from))));
    }

    private static String bid(Box box, Bidder bidder, String price) throws Exception {
        Answer answer = box.send(bidder, Bid.of(bidder, box).prices(Map.of("1", price)).made());
        assertTrue(answer.accepted(), answer.toString());
        return answer.receipt().orElseThrow().bid().toString();
    }

    private static EvaluationView evaluation(TenderView tender) throws Exception {
        return as(officer, Role.OFFICER, () -> done(door(Awards.class).evaluation(tender.id())));
    }

    private static long change(Callable<Outcome<EvaluationView>> work) throws Exception {
        return as(officer, Role.OFFICER, () -> done(work.call())).version();
    }

    private static void refused(Refusal.Code code, String by, Role role,
            Callable<? extends Outcome<?>> work) throws Exception {
        assertEquals(code, assertInstanceOf(Outcome.Refused.class,
                as(by, role, work::call)).first().code());
    }
}
