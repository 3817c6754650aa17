package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.bidding.model.OpeningFault.COMMITMENT_WRONG;
import static org.subhasta.bidding.model.OpeningFault.SHARES_UNEVEN;
import static org.subhasta.bidding.model.OpeningFault.TOO_FEW_SHARES;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.OpeningRecord;
import org.subhasta.bidding.OpeningView;
import org.subhasta.bidding.SignedBytes;
import org.subhasta.bidding.Submission;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.Part;
import org.subhasta.kernel.Refusal;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.system.DoorTest;

/** How many acts open a box, what the record then says, and which bids open for nobody. */
class OpeningDoorIT extends DoorTest {

    private static final Duration TIME = Duration.ofMinutes(20);

    private static String officer;
    private static Bidder first;
    private static Bidder second;

    @BeforeEach
    void people() throws Exception {
        if (first == null) {
            officer = Bidder.person("mara@alder-bay.example");
            first = Bidder.register(officer, "First Sealer Ltd");
            second = Bidder.register(officer, "Second Sealer Ltd");
        }
    }

    @Test
    void acts_of_m_members_open_every_bid_and_fewer_open_none() throws Exception {
        Box box = box(Panel.of(3, 5));
        UUID cheap = box.take(first, Bid.of(first, box).price("90.00"));
        UUID dear = box.take(second, Bid.of(second, box).price("95.50"));
        box.closeAfter(TIME);
        List<Panel.Member> acting = members(box, 4, 0, 2);
        for (Panel.Member member : acting.subList(0, 2)) {
            box.panel().release(member, box, Part.BID);
            Panel.advance(box);
            assertInstanceOf(BoxState.Closed.class, box.view().state());
            assertEquals(Optional.empty(), box.record());
        }
        box.panel().release(acting.get(2), box, Part.BID);
        Panel.advance(box);

        OpeningRecord record = box.record().orElseThrow();
        assertEquals(List.of(cheap, dear), record.bids().stream()
                .map(OpeningRecord.Bid::id).toList());
        assertEquals(List.of("90.00", "95.50"), record.bids().stream()
                .map(bid -> bid.parts().getFirst().lots().getFirst().price().decimal()).toList());
        assertEquals(acting.stream().map(Panel.Member::person).toList(),
                record.acts().stream().map(OpeningRecord.Act::opener).toList());
        assertEquals(Optional.of(new OpeningView.Progress(Part.BID, 3, 3, 2, 2, 0)),
                box.opening().progress());
        assertEquals(List.of("box-opened", "bid-received", "bid-received", "box-closed",
                "shares-released", "shares-released", "shares-released", "bid-opened",
                "bid-opened", "bids-opened"), box.acts());
    }

    @Test
    void what_the_record_says_of_a_bid_is_what_its_envelope_commits_to() throws Exception {
        Box box = box(Panel.of(2, 3));
        UUID id = box.take(first, Bid.of(first, box));
        box.closeAfter(TIME);
        box.unseal();
        OpeningRecord.Bid bid = box.record().orElseThrow().bids().getFirst();
        OpeningRecord.Opened opened = bid.parts().getFirst();
        SignedBytes statement = opened.statement().orElseThrow();
        // As docs/reference/sealed-bids.md has it, not as our own classes reckon it.
        ByteArrayOutputStream committed = new ByteArrayOutputStream();
        committed.writeBytes(opened.salt().orElseThrow());
        committed.writeBytes(Sha256.digest(statement.content()));
        committed.writeBytes(Sha256.digest(statement.signature()));
        assertEquals(envelope(bid.envelope().content()).parts().getFirst().commitment(),
                Sha256.hex(committed.toByteArray()));
        assertTrue(new String(statement.content(), StandardCharsets.UTF_8)
                .contains("\"id\":\"" + id + "\""));
    }

    @Test
    void a_bid_that_cannot_be_read_keeps_no_other_one_closed() throws Exception {
        Box box = box(Panel.of(2, 3));
        UUID odd = box.take(first, Bid.of(first, box).withAMemberOfItsOwn());
        UUID plain = box.take(second, Bid.of(second, box));
        box.closeAfter(TIME);
        box.unseal();
        List<OpeningRecord.Bid> bids = box.record().orElseThrow().bids();
        assertEquals(List.of(odd, plain), bids.stream().map(OpeningRecord.Bid::id).toList());
        assertEquals(Optional.of(Refusal.at("statement", BiddingRefusal.BID_MALFORMED, "statement")),
                bids.getFirst().parts().getFirst().invalid());
        assertEquals(Optional.empty(), bids.getLast().parts().getFirst().invalid());
    }

    @Test
    void losing_as_many_keys_as_may_be_lost_loses_nothing_and_is_blamed_on_nobody()
            throws Exception {
        Box box = box(Panel.of(3, 5));
        UUID id = box.take(first, Bid.of(first, box));
        box.closeAfter(TIME);
        for (Panel.Member lost : members(box, 1, 3)) {
            hand(lost, box, Map.of(id, Optional.empty()));
        }
        for (Panel.Member member : members(box, 0, 2, 4)) {
            box.panel().release(member, box, Part.BID);
        }
        Panel.advance(box);
        assertEquals(Optional.empty(), faults(box).get(id));
        assertEquals(5, box.record().orElseThrow().acts().size());
        assertEquals(List.of(), box.refusedActs());
    }

    @Test
    void where_one_key_more_is_lost_the_bid_is_invalid_as_soon_as_all_have_acted()
            throws Exception {
        Box box = box(Panel.of(2, 3));
        UUID id = box.take(first, Bid.of(first, box));
        box.closeAfter(TIME);
        box.panel().release(box.panel().member(0), box, Part.BID);
        hand(box.panel().member(1), box, Map.of(id, Optional.empty()));
        Panel.advance(box);
        assertEquals(Optional.empty(), box.record(), "the third may bring it still");
        hand(box.panel().member(2), box, Map.of(id, Optional.empty()));
        Panel.advance(box);
        assertEquals(Optional.of(TOO_FEW_SHARES), faults(box).get(id));
        assertTrue(box.acts().contains("bid-failed"));
    }

    @Test
    void a_bid_for_which_too_few_acted_in_time_is_invalid_once_the_time_is_over()
            throws Exception {
        Box box = box(Panel.of(2, 3));
        UUID id = box.take(first, Bid.of(first, box));
        box.closeAfter(TIME);
        box.panel().release(box.panel().member(0), box, Part.BID);
        Panel.advance(box);
        assertEquals(Optional.empty(), box.record());
        Moment.advance(Duration.ofDays(1));
        Panel.advance(box);
        assertEquals(Optional.of(TOO_FEW_SHARES), faults(box).get(id));
    }

    @Test
    void a_share_of_another_bid_and_an_invented_one_do_not_count_and_hinder_nobody()
            throws Exception {
        Box box = box(Panel.of(2, 3));
        UUID one = box.take(first, Bid.of(first, box));
        UUID two = box.take(second, Bid.of(second, box));
        box.closeAfter(TIME);
        Panel.Member wrong = box.panel().member(0);
        byte[] invented = new byte[33];
        invented[32] = 1;
        hand(wrong, box, Map.of(one, share(box, wrong, two), two, Optional.of(invented)));
        box.panel().release(box.panel().member(1), box, Part.BID);
        Panel.advance(box);
        assertEquals(Optional.empty(), box.record(), "one share that matches is too few");
        box.panel().release(box.panel().member(2), box, Part.BID);
        Panel.advance(box);
        assertEquals(Map.of(one, Optional.empty(), two, Optional.empty()), faults(box));
    }

    @Test
    void shares_that_open_for_one_quorum_and_not_for_another_are_invalid_for_every_one()
            throws Exception {
        invalidForEveryQuorum(SHARES_UNEVEN, other -> envelope -> {
            // The third share is a good one by itself: of another key, sealed to the right opener.
            List<Envelope.Share> shares =
                    new ArrayList<>(envelope.parts().getFirst().shares());
            shares.set(2, other.parts().getFirst().shares().get(2));
            Envelope.Part part = envelope.parts().getFirst();
            return new Envelope(envelope.header(), List.of(new Envelope.Part(part.name(),
                    part.threshold(), shares, part.commitment(), part.texts())));
        });
    }

    @Test
    void a_bid_that_commits_to_something_else_is_invalid_for_every_quorum() throws Exception {
        invalidForEveryQuorum(COMMITMENT_WRONG, other -> envelope -> {
            Envelope.Part part = envelope.parts().getFirst();
            return new Envelope(envelope.header(), List.of(new Envelope.Part(part.name(),
                    part.threshold(), part.shares(), other.parts().getFirst().commitment(),
                    part.texts())));
        });
    }

    @Test
    void a_copy_of_another_bidders_envelope_opens_to_nobody() throws Exception {
        Box box = box(Panel.of(2, 3));
        Submission theirs = Bid.of(first, box).made();
        assertTrue(box.send(first, theirs).accepted());
        Submission copy = Bid.of(second, box).altered(own -> new Envelope(
                own.header(), envelope(theirs.envelope()).parts())).made();
        assertTrue(box.send(second, new Submission(box.id(), copy.envelope(), copy.signature(),
                theirs.texts())).accepted());
        box.closeAfter(TIME);
        for (Panel.Member member : box.panel().members()) {
            box.panel().release(member, box, Part.BID);
        }
        Panel.advance(box);
        assertEquals(Optional.empty(), faults(box).get(id(theirs)));
        assertEquals(Optional.of(TOO_FEW_SHARES), faults(box).get(id(copy)));
    }

    @Test
    void a_bid_signed_inside_by_somebody_else_is_invalid_and_the_others_open() throws Exception {
        Box box = box(Panel.of(2, 3));
        UUID forged = box.take(first, Bid.of(first, box).signedInsideBy(second.key()));
        UUID good = box.take(second, Bid.of(second, box));
        box.closeAfter(TIME);
        box.unseal();
        assertEquals(Optional.of(BiddingRefusal.SIGNER_UNKNOWN), faults(box).get(forged));
        assertEquals(Optional.empty(), faults(box).get(good));
        assertEquals(Optional.of(new OpeningView.Progress(Part.BID, 2, 2, 2, 1, 1)),
                box.opening().progress());
    }

    @Test
    void a_box_nobody_bid_into_has_an_empty_record_without_any_act() throws Exception {
        Box box = box(Panel.of(2, 3));
        box.closeAfter(TIME);
        Panel.advance(box);
        assertEquals(List.of(), box.record().orElseThrow().bids());
        assertEquals(List.of("box-opened", "box-closed", "bids-opened"), box.acts());
    }

    /** What a bidder would do to an envelope, given another for the same place. */
    private interface Fraud {
        UnaryOperator<Envelope> given(Envelope other);
    }

    private static void invalidForEveryQuorum(Refusal.Code why, Fraud fraud) throws Exception {
        List<List<Integer>> quorums = List.of(List.of(0, 1), List.of(0, 2), List.of(1, 2));
        Map<Box, UUID> bad = new HashMap<>();
        Map<Box, List<Integer>> met = new HashMap<>();
        for (List<Integer> quorum : quorums) {
            Box box = box(Panel.of(2, 3));
            UUID id = UUID.randomUUID();
            Envelope other = envelope(Bid.of(first, box).id(id).made().envelope());
            bad.put(box, box.take(first,
                    Bid.of(first, box).id(id).altered(fraud.given(other))));
            box.take(second, Bid.of(second, box));
            met.put(box, quorum);
        }
        Moment.advance(TIME);
        for (Box box : met.keySet()) {
            box.close();
            for (int index : met.get(box)) {
                box.panel().release(box.panel().member(index), box, Part.BID);
            }
            Panel.advance(box);
            Map<UUID, Optional<Refusal.Code>> faults = faults(box);
            assertEquals(Optional.of(why), faults.remove(bad.get(box)), "by " + met.get(box));
            assertEquals(Set.of(Optional.empty()), Set.copyOf(faults.values()));
        }
    }

    private static Box box(Panel panel) throws Exception {
        return Box.open(officer, TIME, panel, false, Duration.ZERO);
    }

    private static List<Panel.Member> members(Box box, Integer... indices) {
        return List.of(indices).stream().map(box.panel()::member).toList();
    }

    /** Hands in an act in which some shares are others. */
    private static void hand(Panel.Member member, Box box, Map<UUID, Optional<byte[]>> instead)
            throws Exception {
        done(Panel.hand(member, box,
                box.panel().act(member, box, Part.BID, instead).canonicalJson()));
    }

    private static Optional<byte[]> share(Box box, Panel.Member member, UUID bid)
            throws Exception {
        return box.panel().act(member, box, Part.BID, Map.of()).shares().stream()
                .filter(released -> released.bid().equals(bid)).findFirst().orElseThrow().share();
    }

    /** What the record says is wrong with each bid. */
    private static Map<UUID, Optional<Refusal.Code>> faults(Box box) {
        return box.record().orElseThrow().bids().stream().collect(Collectors.toMap(
                OpeningRecord.Bid::id,
                bid -> bid.parts().getFirst().invalid().map(Refusal::code)));
    }

    private static Envelope envelope(byte[] json) {
        return Panel.envelope(new String(json, StandardCharsets.UTF_8));
    }

    private static UUID id(Submission submission) {
        return envelope(submission.envelope()).header().id();
    }
}
