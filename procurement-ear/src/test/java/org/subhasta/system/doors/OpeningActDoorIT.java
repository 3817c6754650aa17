package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.subhasta.bidding.model.OpeningRefusal.*;

import jakarta.ejb.EJBAccessException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.Closings;
import org.subhasta.bidding.Openings;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.Part;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Role;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.sealing.OpeningAct;
import org.subhasta.signing.sealing.PartName;
import org.subhasta.system.DoorTest;

/** Openers' acts that do not count: each is refused in its own words and leaves nothing else. */
class OpeningActDoorIT extends DoorTest {

    private static final Duration TIME = Duration.ofMinutes(20);

    private static String officer;
    private static Bidder bidder;

    @BeforeEach
    void people() throws Exception {
        if (bidder == null) {
            officer = Bidder.person("mara@alder-bay.example");
            bidder = Bidder.register(officer, "Patient Sealer Ltd");
        }
    }

    @Test
    void before_the_closing_nothing_is_given_to_a_member_and_nothing_taken() throws Exception {
        Box box = Box.open(officer, TIME);
        UUID id = box.take(bidder, Bid.of(bidder, box));
        Panel.Member member = box.panel().member(0);
        assertRefused(BOX_STILL_OPEN, Panel.task(member, box, Part.BID));
        OpeningAct early = new OpeningAct(box.id(), PartName.BID, member.person(), "ab".repeat(32),
                List.of(new OpeningAct.Released(id, Optional.empty())), Moment.now());
        assertRefused(BOX_STILL_OPEN, Panel.hand(member, box, early.canonicalJson()));
        assertEquals(List.of("BOX_STILL_OPEN"), box.refusedActs());
        assertEquals(List.of("box-opened"), box.acts());
    }

    @Test
    void the_clock_alone_opens_nothing_without_the_closing_act() throws Exception {
        Box box = Box.open(officer, TIME);
        Moment.outage(TIME);
        // The outage moves the closing or is not judged yet: the clock alone opens nothing.
        assertRefused(BOX_STILL_OPEN, Panel.task(box.panel().member(0), box, Part.BID));
        door(Closings.class).beat();
    }

    @Test
    void who_is_no_member_learns_and_does_nothing_as_if_there_were_no_such_box()
            throws Exception {
        Box box = closed();
        Panel.Member stranger = Panel.of(2, 5).member(4);
        assertRefused(NOT_A_MEMBER, Panel.task(stranger, box, Part.BID));
        assertRefused(NOT_A_MEMBER, Panel.hand(stranger, box, act(box, 0).canonicalJson()));
        Box nowhere = new Box("0".repeat(12), Box.NOTICE, box.panel(), false);
        assertRefused(NOT_A_MEMBER, Panel.task(box.panel().member(0), nowhere, Part.BID));
        assertUntouched(box);
        assertEquals(List.of(), box.refusedActs());
    }

    @Test
    void the_same_act_again_changes_nothing_and_another_one_is_refused() throws Exception {
        Box box = closed();
        Panel.Member member = box.panel().member(0);
        byte[] act = act(box, 0).canonicalJson();
        assertEquals(1, done(Panel.hand(member, box, act)).progress().orElseThrow().acted());
        List<String> before = box.acts();
        assertEquals(1, done(Panel.hand(member, box, act)).progress().orElseThrow().acted());
        assertEquals(before, box.acts());
        OpeningAct other = act(box, 0);
        assertRefused(ACTED_ALREADY, Panel.hand(member, box, new OpeningAct(other.tender(),
                other.part(), other.opener(), other.entry(), other.shares(),
                Moment.now().plusSeconds(1)).canonicalJson()));
        assertEquals(List.of("ACTED_ALREADY"), box.refusedActs());
        assertEquals(before, box.acts());
        assertEquals(1, box.opening().progress().orElseThrow().acted());
    }

    @Test
    void an_act_without_a_signature_is_not_looked_at() throws Exception {
        Box box = closed();
        byte[] act = act(box, 0).canonicalJson();
        assertRefused(BiddingRefusal.ENVELOPE_MALFORMED, hand(box, act, new byte[0]));
        assertUntouched(box);
        assertEquals(List.of(), box.refusedActs());
    }

    @Test
    void an_act_signed_by_somebody_else_or_changed_after_signing_is_refused_and_journaled()
            throws Exception {
        Box box = closed();
        Panel.Member member = box.panel().member(0);
        byte[] act = act(box, 0).canonicalJson();
        assertRefused(BiddingRefusal.SIGNER_UNKNOWN,
                Panel.hand(member, box.panel().member(1).signing(), box, act));
        assertRefused(BiddingRefusal.SIGNER_UNKNOWN,
                Panel.hand(member, bidder.key(), box, act));
        byte[] signature = CadesSigner.sign(act, member.signing(), Moment.now());
        OpeningAct other = new OpeningAct(box.id(), PartName.BID, member.person(),
                act(box, 0).entry(), act(box, 0).shares(), Moment.now().plusSeconds(5));
        assertRefused(BiddingRefusal.SIGNATURE_INVALID,
                hand(box, other.canonicalJson(), signature));
        assertEquals(List.of("SIGNER_UNKNOWN", "SIGNER_UNKNOWN", "SIGNATURE_INVALID"),
                box.refusedActs());
        assertUntouched(box);
    }

    @Test
    void an_act_for_another_tender_is_refused() throws Exception {
        Box box = closed();
        Box other = closed();
        assertRefused(ACT_FOR_ANOTHER_TENDER, Panel.hand(
                box.panel().member(0), other, act(box, 0).canonicalJson()));
        assertEquals(List.of("ACT_FOR_ANOTHER_TENDER"), other.refusedActs());
        assertUntouched(other);
        assertUntouched(box);
    }

    @Test
    void an_act_in_the_name_of_another_member_is_refused() throws Exception {
        Box box = closed();
        assertRefused(ACT_OF_ANOTHER_OPENER, Panel.hand(
                box.panel().member(0), box, act(box, 1).canonicalJson()));
        assertEquals(List.of("ACT_OF_ANOTHER_OPENER"), box.refusedActs());
        assertUntouched(box);
    }

    @Test
    void an_act_that_rests_on_another_entry_of_the_journal_is_refused() throws Exception {
        Box box = closed();
        OpeningAct good = act(box, 0);
        assertRefused(ENTRY_DIFFERS, Panel.hand(box.panel().member(0), box, new OpeningAct(
                good.tender(), good.part(), good.opener(), act(closed(), 0).entry(),
                good.shares(), good.madeAt()).canonicalJson()));
        assertEquals(List.of("ENTRY_DIFFERS"), box.refusedActs());
        assertUntouched(box);
    }

    @Test
    void an_act_that_leaves_a_bid_out_or_names_a_strange_one_is_refused() throws Exception {
        Box box = closed();
        OpeningAct good = act(box, 0);
        List<OpeningAct.Released> more = new ArrayList<>(good.shares());
        more.add(new OpeningAct.Released(new UUID(-1, -1), Optional.empty()));
        for (List<OpeningAct.Released> shares : List.of(List.<OpeningAct.Released>of(), more)) {
            assertRefused(BIDS_DIFFER, Panel.hand(box.panel().member(0), box, new OpeningAct(
                    good.tender(), good.part(), good.opener(), good.entry(), shares,
                    good.madeAt()).canonicalJson()));
        }
        assertEquals(List.of("BIDS_DIFFER", "BIDS_DIFFER"), box.refusedActs());
        assertUntouched(box);
    }

    @Test
    void an_act_on_a_part_that_bids_do_not_have_is_refused() throws Exception {
        Box box = closed();
        OpeningAct good = act(box, 0);
        assertRefused(NO_SUCH_PART, Panel.task(box.panel().member(0), box, Part.PRICE));
        assertRefused(NO_SUCH_PART, Panel.hand(box.panel().member(0), box, new OpeningAct(
                good.tender(), PartName.TECHNICAL, good.opener(), good.entry(), good.shares(),
                good.madeAt()).canonicalJson()));
        assertEquals(List.of("NO_SUCH_PART"), box.refusedActs());
        assertUntouched(box);
    }

    @Test
    void what_is_no_act_is_told_so_and_not_journaled() throws Exception {
        Box box = closed();
        String good = new String(act(box, 0).canonicalJson(), StandardCharsets.UTF_8);
        Map<String, Refusal.Code> bad = Map.of(
                "", ACT_NOT_CANONICAL,
                "no JSON", ACT_NOT_CANONICAL,
                good.replaceFirst("\\{", "{ "), ACT_NOT_CANONICAL,
                good.replace("opening-act-1", "opening-act-2"), OPENING_MALFORMED,
                good.replace("\"part\":\"bid\"", "\"part\":\"all\""), OPENING_MALFORMED,
                good.replace("\"tender\":", "\"tenders\":"), OPENING_MALFORMED,
                good.replaceFirst("\"share\":\"....", "\"share\":\""), OPENING_MALFORMED,
                good + " ".repeat(OpeningAct.MAXIMUM_BYTES), ACT_TOO_LARGE);
        for (Map.Entry<String, Refusal.Code> one : bad.entrySet()) {
            assertRefused(one.getValue(), Panel.hand(box.panel().member(0), box,
                    one.getKey().getBytes(StandardCharsets.UTF_8)));
        }
        assertEquals(List.of(), box.refusedActs());
        assertUntouched(box);
    }

    @Test
    void an_act_after_the_opening_or_after_its_time_is_refused() throws Exception {
        Box box = closed();
        byte[] last = act(box, 2).canonicalJson();
        box.unseal();
        assertRefused(OPENING_OVER, Panel.task(box.panel().member(2), box, Part.BID));
        assertRefused(OPENING_OVER, Panel.hand(box.panel().member(2), box, last));
        assertEquals(List.of("OPENING_OVER"), box.refusedActs());

        Box waiting = closed();
        byte[] late = act(waiting, 0).canonicalJson();
        Moment.advance(Duration.ofDays(1));
        assertRefused(OPENING_OVER, Panel.hand(waiting.panel().member(0), waiting, late));
    }

    @Test
    void an_act_its_shares_and_its_entry_stand_or_fall_together() throws Exception {
        Box box = closed();
        byte[] act = act(box, 0).canonicalJson();
        assertThrows(IllegalStateException.class, () -> Acts.inTransaction(() -> {
            done(Panel.hand(box.panel().member(0), box, act));
            throw new IllegalStateException("the server stops before the commit");
        }));
        assertUntouched(box);
        assertEquals(1, done(Panel.hand(box.panel().member(0), box, act))
                .progress().orElseThrow().acted());
    }

    @Test
    void only_openers_come_to_this_door() throws Exception {
        Box box = closed();
        assertThrows(EJBAccessException.class,
                () -> door(Openings.class).task(box.id(), Part.BID));
        assertThrows(EJBAccessException.class, () -> as(bidder.person(), Role.SUPPLIER,
                () -> door(Openings.class).task(box.id(), Part.BID)));
        for (String one : List.of(officer, Bidder.person("tomas@northmoor.example"))) {
            assertThrows(EJBAccessException.class, () -> as(one, Role.OFFICER,
                    () -> door(Openings.class).act(box.id(), new byte[1], new byte[1])));
        }
        assertUntouched(box);
    }

    /** A closed box with one bid, opened by two of three. */
    private static Box closed() throws Exception {
        Box box = Box.open(officer, TIME);
        box.take(bidder, Bid.of(bidder, box));
        box.closeAfter(TIME);
        return box;
    }

    private static OpeningAct act(Box box, int member) throws Exception {
        return box.panel().act(box.panel().member(member), box, Part.BID, Map.of());
    }

    private static Outcome<?> hand(Box box, byte[] act, byte[] signature) throws Exception {
        return as(box.panel().member(0).person(), Role.OPENER,
                () -> door(Openings.class).act(box.id(), act, signature));
    }

    private static void assertRefused(Refusal.Code code, Outcome<?> outcome) {
        assertInstanceOf(Outcome.Refused.class, outcome);
        assertEquals(code, ((Outcome.Refused<?>) outcome).first().code());
    }

    /** Nobody has acted on it, as far as pages, journal and tables tell. */
    private static void assertUntouched(Box box) throws Exception {
        assertInstanceOf(BoxState.Closed.class, box.view().state());
        assertEquals(0, box.opening().progress().orElseThrow().acted());
        assertEquals(List.of("box-opened", "bid-received", "box-closed"), box.acts());
        try (var connection = Moment.connection(); var query = connection.prepareStatement("""
                SELECT (SELECT count(*) FROM bidding.opening_act WHERE box = ?)
                     + (SELECT count(*) FROM bidding.share s JOIN bidding.bid b ON b.id = s.bid
                        WHERE b.box = ?)""")) {
            query.setString(1, box.id());
            query.setString(2, box.id());
            var row = query.executeQuery();
            row.next();
            assertEquals(0, row.getInt(1));
        }
    }
}
