package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBAccessException;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.subhasta.journal.Actor;
import org.subhasta.journal.Disclosed;
import org.subhasta.journal.Entry;
import org.subhasta.journal.EntryView;
import org.subhasta.journal.Integrator;
import org.subhasta.journal.Journal;
import org.subhasta.journal.JournalReports;
import org.subhasta.journal.LogEntry;
import org.subhasta.journal.LogHead;
import org.subhasta.journal.LogReports;
import org.subhasta.journal.Subject;
import org.subhasta.parties.JournalAdministration;
import org.subhasta.signing.log.Checkpoint;
import org.subhasta.signing.log.EntryBundle;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.LogProof;
import org.subhasta.signing.log.NoteSignature;
import org.subhasta.signing.log.Tile;
import org.subhasta.system.DoorTest;

class JournalDoorIT extends DoorTest {

    @Test
    void an_act_is_in_the_log_within_seconds_and_its_proof_holds_with_the_log_s_key_alone()
            throws Exception {
        Entry entry = Acts.append(Acts.subject());
        Hash leaf = Hash.hex(entry.leafHash());
        // Nobody calls the integrator here: the platform's own timer does.
        Optional<LogProof> proof = Optional.empty();
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (proof.isEmpty() && Instant.now().isBefore(end)) {
            proof = door(LogReports.class).proof(leaf);
        }
        byte[] file = proof.orElseThrow(() -> new AssertionError("not in the log after 10 s"))
                .bytes();
        assertEquals(Optional.empty(), LogProof.parse(file)
                .problem(door(LogReports.class).verifierKey(), leaf));
        LogEntry found = door(JournalReports.class).find(leaf).orElseThrow();
        assertEquals("test-acted", found.header().orElseThrow().act());
        assertArrayEquals(found.leaf(), proof.get().leaf());
    }

    @Test
    void an_act_that_commits_later_than_one_with_a_higher_number_gets_its_place() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Entry> early = new CompletableFuture<>();
        Thread late = Acts.thread(() -> {
            try {
                early.complete(Acts.inTransaction(() -> {
                    Entry entry = door(Journal.class).append(Acts.subject(), "test-acted",
                            Actor.person("slow"), Acts.now(), Acts.payload("slow"));
                    written.countDown();
                    go.await();
                    return entry;
                }));
            } catch (Exception e) {
                early.completeExceptionally(e);
                written.countDown();
            }
        });
        late.start();
        written.await();
        Entry quick = Acts.append(Acts.subject());
        Acts.integrate();
        long first = place(quick);
        go.countDown();
        Entry slow = early.get();
        Acts.integrate();
        assertTrue(place(slow) > first, "the later commit stands behind");
        assertTrue(rowOf(slow) < rowOf(quick), "although it took its number earlier");
    }

    @Test
    void what_is_rolled_back_is_in_no_log() throws Exception {
        UserTransaction transaction = Acts.transaction();
        transaction.begin();
        Entry entry = door(Journal.class).append(Acts.subject(), "test-acted",
                Actor.person("nobody"), Acts.now(), Acts.payload("undone"));
        transaction.rollback();
        Acts.integrate();
        assertTrue(door(LogReports.class).proof(Hash.hex(entry.leafHash())).isEmpty());
        assertTrue(door(JournalReports.class).find(Hash.hex(entry.leafHash())).isEmpty());
    }

    @Test
    void every_later_head_is_proved_to_continue_every_earlier_one() throws Exception {
        Acts.append(Acts.subject());
        Acts.integrate();
        LogHead before = door(LogReports.class).head().orElseThrow();
        for (int i = 0; i < 3; i++) {
            Acts.append(Acts.subject());
        }
        Acts.integrate();
        LogHead after = door(LogReports.class).head().orElseThrow();
        assertTrue(after.size() >= before.size() + 3);
        assertTrue(door(LogReports.class).consistency(before.size(), after.size()).orElseThrow()
                .proves(before.root(), after.root()));
        assertTrue(door(LogReports.class).consistency(after.size() + 1, after.size() + 1)
                .isEmpty(), "nothing is said beyond the head");
        Checkpoint said = Checkpoint.parse(after.note().text());
        assertEquals(after.size(), said.size());
        assertEquals(door(LogReports.class).verifierKey().name(), said.origin());
    }

    @Test
    void the_leaves_of_concealed_acts_tell_neither_who_nor_what_and_covers_look_like_bids()
            throws Exception {
        Subject box = Acts.subject();
        Instant at = Acts.now();
        List<Entry> acts = Acts.inTransaction(() -> List.of(
                door(Journal.class).conceal(box, "bid-received", Actor.person("first"), at,
                        Acts.payload("a bid of 12.50")),
                door(Journal.class).conceal(box, "bid-refused", Actor.person("second"), at,
                        Acts.payload("a late bid")),
                door(Journal.class).cover(box, at)));
        Acts.integrate();
        for (Entry entry : acts) {
            Hash leaf = Hash.hex(entry.leafHash());
            String told = new String(inTile(leaf), StandardCharsets.UTF_8);
            assertTrue(told.matches("\\{\"at\":\"" + entry.at() + "\",\"concealed\":"
                    + "\"[0-9a-f]{64}\",\"format\":\"subhasta-leaf-1\"}"), told);
            LogEntry found = door(JournalReports.class).find(leaf).orElseThrow();
            assertTrue(found.header().isEmpty(), "found by its hash, it tells no act");
            assertTrue(door(JournalReports.class).disclosed(leaf).isEmpty());
        }
        assertEquals(List.of(), door(JournalReports.class).entries(box));
        assertTrue(door(JournalReports.class).recent(50).stream()
                .noneMatch(entry -> entry.subject().equals(box.toString())));

        Acts.inTransaction(() -> {
            door(Journal.class).disclose(box, Acts.now());
            return null;
        });
        assertEquals(List.of("bid-received", "bid-refused", "cover"),
                door(JournalReports.class).entries(box).stream()
                        .map(entry -> entry.act()).toList());
        Disclosed opened = door(JournalReports.class)
                .disclosed(Hash.hex(acts.getFirst().leafHash())).orElseThrow();
        assertEquals(32, opened.salt().orElseThrow().length);
    }

    @Test
    void an_entry_is_proved_under_the_first_co_signed_head_that_covers_it_or_else_the_first()
            throws Exception {
        List<Entry> entries = new ArrayList<>();
        List<Long> heads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            entries.add(Acts.append(Acts.subject()));
            Acts.integrate();
            heads.add(provedUnder(entries.get(i)));
        }
        assertEquals(4, heads.stream().distinct().count(), "each under its own first head");
        UserTransaction transaction = Acts.transaction();
        transaction.begin();
        try {
            cosign(heads.get(2));
            cosign(heads.get(1));
            assertEquals(heads.get(1), provedUnder(entries.get(0)));
            assertEquals(heads.get(1), provedUnder(entries.get(1)));
            assertEquals(heads.get(2), provedUnder(entries.get(2)));
            assertEquals(heads.get(3), provedUnder(entries.get(3)), "none is co-signed here");
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void covers_are_not_among_the_newest_entries_even_when_they_are_disclosed() throws Exception {
        Subject box = Acts.subject();
        Acts.inTransaction(() -> {
            door(Journal.class).cover(box, Acts.now());
            door(Journal.class).disclose(box, Acts.now());
            return null;
        });
        assertEquals(List.of("cover"), door(JournalReports.class).entries(box).stream()
                .map(EntryView::act).toList());
        assertTrue(door(JournalReports.class).recent(50).stream()
                .noneMatch(entry -> entry.subject().equals(box.toString())));
    }

    @Test
    void the_application_s_own_role_can_change_nothing_that_was_recorded() throws Exception {
        for (String table : List.of("leaf", "entry", "position", "node", "checkpoint",
                "cosignature", "alarm", "alarm_end", "verification", "stop", "erasure",
                "concealment", "disclosure")) {
            for (String sql : List.of("DELETE FROM journal." + table,
                    "TRUNCATE journal." + table + " CASCADE")) {
                try (var connection = Moment.connection();
                        var statement = connection.createStatement()) {
                    Exception refused = assertThrows(SQLException.class,
                            () -> statement.execute(sql), sql);
                    assertTrue(refused.getMessage().contains("permission denied"), sql);
                }
            }
        }
    }

    @Test
    void nobody_but_an_administrator_reaches_the_switches() {
        assertThrows(EJBAccessException.class, () -> door(
                JournalAdministration.class).stopActs("because"));
    }

    @Test
    void one_at_a_time_integrates() throws Exception {
        Acts.append(Acts.subject());
        UserTransaction transaction = Acts.transaction();
        Acts.integrate();
        transaction.begin();
        try {
            door(Integrator.class).integrate();
            int other = CompletableFuture.supplyAsync(
                    () -> door(Integrator.class).integrate()).get();
            assertEquals(0, other, "somebody else is at it");
        } finally {
            transaction.rollback();
        }
        assertFalse(door(LogReports.class).head().isEmpty());
    }

    private static long place(Entry entry) throws Exception {
        return door(LogReports.class).proof(Hash.hex(entry.leafHash())).orElseThrow().index();
    }

    private static long provedUnder(Entry entry) throws Exception {
        return Checkpoint.parse(door(LogReports.class).proof(Hash.hex(entry.leafHash()))
                .orElseThrow().note().text()).size();
    }

    private static void cosign(long size) throws Exception {
        try (var connection = Moment.connection();
                var insert = connection.prepareStatement("""
                        INSERT INTO journal.cosignature (size, witness, seen, line)
                        VALUES (?, 'witness', now(), ?)""")) {
            insert.setLong(1, size);
            insert.setString(2, new NoteSignature("witness", 7, new byte[72]).line());
            insert.executeUpdate();
        }
    }

    private static long rowOf(Entry entry) throws Exception {
        try (var connection = Moment.connection();
                var query = connection.prepareStatement(
                        "SELECT id FROM journal.leaf WHERE hash = ?")) {
            query.setBytes(1, Hash.hex(entry.leafHash()).bytes());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The leaf as the tile of entries publishes it. */
    private static byte[] inTile(Hash leaf) throws Exception {
        long index = door(LogReports.class).proof(leaf).orElseThrow().index();
        long size = door(LogReports.class).head().orElseThrow().size();
        Tile tile = Tile.ofTree(Tile.ENTRIES, index / Tile.FULL, size);
        return EntryBundle.decode(door(LogReports.class).tile(tile).orElseThrow())
                .get((int) (index % Tile.FULL));
    }
}
