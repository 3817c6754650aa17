package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.Answer;
import org.subhasta.bidding.Covers;
import org.subhasta.bidding.model.CoverPlan;
import org.subhasta.journal.JournalReports;
import org.subhasta.journal.LogReports;
import org.subhasta.journal.Subject;
import org.subhasta.signing.log.EntryBundle;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.Tile;
import org.subhasta.system.DoorTest;

/** While a box is open the public leaves tell neither who bid nor how many. */
class CoversDoorIT extends DoorTest {

    private static final Duration OPEN = Duration.ofDays(3);

    private static String officer;
    private static Bidder first;
    private static Bidder second;

    @BeforeEach
    void people() throws Exception {
        if (first == null) {
            officer = Bidder.person("mara@alder-bay.example");
            first = Bidder.register(officer, "First Covered Ltd");
            second = Bidder.register(officer, "Second Covered Ltd");
        }
    }

    @Test
    void a_box_without_bids_fills_the_log_as_one_with_bids_does() throws Exception {
        long before = size();
        Box with = Box.open(officer, OPEN);
        Box without = Box.open(officer, OPEN);
        List<String> receipted = new ArrayList<>();
        receipted.add(accepted(with.send(first, Bid.of(first, with).made())));
        run(with, without, Duration.ofHours(1));
        receipted.add(accepted(with.send(second, Bid.of(second, with).made())));
        run(with, without, Duration.ofMinutes(1));

        assertTrue(covers(without) >= 3, "covers of the empty box: " + covers(without));
        assertTrue(covers(with) >= 3, "covers of the other: " + covers(with));
        Acts.integrate();
        List<String> concealed = leaves(before).stream()
                .filter(leaf -> leaf.contains("\"concealed\"")).toList();
        assertTrue(concealed.size() >= covers(with) + covers(without) + receipted.size());
        for (String leaf : concealed) {
            assertTrue(leaf.matches("\\{\"at\":\"[0-9T:.-]+Z\",\"concealed\":\"[0-9a-f]{64}\","
                    + "\"format\":\"subhasta-leaf-1\"}"), "one looks like the other: " + leaf);
        }
        for (Box box : List.of(with, without)) {
            assertEquals(1, door(JournalReports.class).entries(Subject.of("box", box.id()))
                    .size(), "only that it was opened is on any list");
        }
        for (String leaf : receipted) {
            assertTrue(door(JournalReports.class).find(Hash.hex(leaf)).orElseThrow()
                    .header().isEmpty());
        }
    }

    @Test
    void at_the_closing_everybody_sees_which_leaves_stood_for_nothing() throws Exception {
        Box box = Box.open(officer, OPEN);
        accepted(box.send(first, Bid.of(first, box).made()));
        run(box, box, Duration.ofMinutes(1));
        int covers = covers(box);
        Moment.advance(Duration.ofMinutes(2));
        box.close();
        List<String> acts = door(JournalReports.class).entries(Subject.of("box", box.id()))
                .stream().map(entry -> entry.act()).toList();
        assertTrue(covers >= 3, covers + " covers");
        assertTrue(acts.stream().filter("cover"::equals).count() >= covers, acts.toString());
        assertEquals(List.of("box-opened", "bid-received", "box-closed"), box.acts());
        assertFalse(door(Covers.class).cover(box.id()), "none comes to a closed box");
    }

    @Test
    void no_bid_changes_when_covers_come_accepted_or_refused() throws Exception {
        Box box = Box.open(officer, OPEN);
        CoverPlan plan = plan(box);
        UUID id = UUID.randomUUID();
        accepted(box.send(first, Bid.of(first, box).id(id).made()));
        accepted(box.send(first, Bid.of(first, box).replacing(id).price("90.00").made()));
        Answer refused = box.send(second, Bid.of(second, box).notice("cd".repeat(32)).made());
        assertFalse(refused.accepted());
        assertEquals(plan, plan(box));
    }

    @Test
    void a_cover_that_was_due_while_nobody_could_bid_is_left_out() throws Exception {
        Box box = Box.open(officer, OPEN);
        CoverPlan plan = plan(box);
        Moment.advance(Duration.between(Moment.now(), plan.due()).plus(CoverPlan.TOO_LATE)
                .plusSeconds(1));
        assertFalse(door(Covers.class).cover(box.id()));
        assertEquals(0, covers(box));
        assertTrue(plan(box).due().isAfter(plan.due()), "the next one is planned");
    }

    @Test
    void the_platform_s_own_timer_makes_a_cover_at_its_instant() throws Exception {
        Box box = Box.open(officer, Duration.ofDays(30));
        CoverPlan plan = plan(box);
        // Far enough ahead for the timer to wake once more and to see how long it may sleep.
        Duration wait = Duration.between(Moment.now(), plan.due()).minusSeconds(8);
        if (!wait.isNegative()) {
            Moment.advance(wait);
        }
        Instant end = Instant.now().plusSeconds(20);
        while (covers(box) == 0 && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertEquals(1, covers(box));
        Duration late = Duration.between(plan.due(), one(box));
        assertTrue(!late.isNegative() && late.compareTo(Duration.ofMillis(500)) < 0,
                "after " + late);
    }

    /** Lets time pass from cover to cover of these boxes, until so long before their closing. */
    private static void run(Box one, Box other, Duration beforeClosing) throws Exception {
        Instant end = one.view().closesAt().minus(beforeClosing);
        for (Optional<Box> next = next(one, other, end); next.isPresent();
                next = next(one, other, end)) {
            Duration wait = Duration.between(Moment.now(), plan(next.get()).due()).plusMillis(2);
            if (!wait.isNegative()) {
                Moment.advance(wait);
            }
            door(Covers.class).cover(next.get().id());
        }
        Moment.advance(Duration.between(Moment.now(), end));
    }

    private static Optional<Box> next(Box one, Box other, Instant end) throws Exception {
        Box next = plan(one).due().isAfter(plan(other).due()) ? other : one;
        return plan(next).due().isBefore(end) ? Optional.of(next) : Optional.empty();
    }

    /** As it is drawn by the timer, or by this call. */
    private static CoverPlan plan(Box box) throws Exception {
        Optional<CoverPlan> plan = stored(box);
        if (plan.isEmpty()) {
            door(Covers.class).cover(box.id());
            plan = stored(box);
        }
        return plan.orElseThrow();
    }

    private static Optional<CoverPlan> stored(Box box) throws Exception {
        return ask("SELECT cover_pace, cover_due FROM bidding.box WHERE id = ?", box.id(), row ->
                row.getObject(2) == null ? Optional.empty() : Optional.of(new CoverPlan(
                        row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant())));
    }

    private static int covers(Box box) throws Exception {
        return ask("SELECT count(*) FROM journal.entry WHERE act = 'cover' AND subject = ?",
                "box/" + box.id(), row -> row.getInt(1));
    }

    private static Instant one(Box box) throws Exception {
        return ask("SELECT min(at) FROM journal.entry WHERE act = 'cover' AND subject = ?",
                "box/" + box.id(), row -> row.getObject(1, OffsetDateTime.class).toInstant());
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> T ask(String sql, String parameter, Reading<T> reading) throws Exception {
        try (var connection = Moment.connection();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, parameter);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return reading.of(row);
            }
        }
    }

    private static long size() {
        return door(LogReports.class).head().orElseThrow().size();
    }

    /** The leaves from this place on, as anybody reads them. */
    private static List<String> leaves(long from) throws Exception {
        long size = size();
        List<String> leaves = new ArrayList<>();
        for (long tile = from / Tile.FULL; tile * Tile.FULL < size; tile++) {
            EntryBundle.decode(door(LogReports.class).tile(
                    Tile.ofTree(Tile.ENTRIES, tile, size)).orElseThrow())
                    .forEach(leaf -> leaves.add(new String(leaf, StandardCharsets.UTF_8)));
        }
        return leaves.subList((int) (from % Tile.FULL), leaves.size());
    }

    private static String accepted(Answer answer) {
        assertTrue(answer.accepted(), answer.refusals().toString());
        return answer.receipt().orElseThrow().leaf();
    }
}
