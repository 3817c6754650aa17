package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.subhasta.journal.ActsRefused;
import org.subhasta.journal.Actor;
import org.subhasta.journal.Alarms;
import org.subhasta.journal.Entry;
import org.subhasta.journal.EntryView;
import org.subhasta.journal.Journal;
import org.subhasta.journal.JournalRefusal;
import org.subhasta.journal.JournalReports;
import org.subhasta.journal.LogCheck;
import org.subhasta.journal.LogReports;
import org.subhasta.journal.MismatchCode;
import org.subhasta.journal.SelfCheck;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.JournalAdministration;
import org.subhasta.parties.Role;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.LogProof;
import org.subhasta.system.DoorTest;

/** What somebody does who holds the database, and what comes of it. */
class TamperingDoorIT extends DoorTest {

    private interface Change {
        void as(Entry entry) throws Exception;
    }

    /** The journal is left as it was recorded, and no alarm stands, whatever a test did. */
    @AfterEach
    void nothing_is_left() throws Exception {
        endAlarms();
        assertEquals(List.of(), door(SelfCheck.class).whole().mismatches());
        assertTrue(door(Alarms.class).standing().isEmpty());
    }

    @Test
    void a_changed_leaf_is_found_and_its_subject_takes_no_acts_while_others_do() throws Exception {
        changed(MismatchCode.LEAF_CHANGED,
                entry -> leaf(entry, "content = content || ' '::bytea"),
                entry -> leaf(entry, "content = substr(content, 1, length(content) - 1)"));
    }

    @Test
    void a_leaf_hashed_anew_is_found_by_the_tree_it_does_not_fit() throws Exception {
        byte[][] hash = new byte[1][];
        changed(MismatchCode.HEADER_CHANGED, entry -> {
            hash[0] = Hash.hex(entry.leafHash()).bytes();
            Owner.change("UPDATE journal.leaf SET content = content || ' '::bytea,"
                    + " hash = sha256('\\x00'::bytea || content || ' '::bytea) WHERE hash = ?",
                    (Object) hash[0]);
        }, entry -> Owner.change("UPDATE journal.leaf SET hash = ?,"
                + " content = substr(content, 1, length(content) - 1)"
                + " WHERE hash = sha256('\\x00'::bytea || content) AND content LIKE '%} '::bytea",
                (Object) hash[0]));
    }

    @Test
    void a_changed_header_is_found() throws Exception {
        changed(MismatchCode.HEADER_CHANGED,
                entry -> entry(entry, "actor = 'system:other'"),
                entry -> entry(entry, "actor = 'system:tester'"));
    }

    @Test
    void a_changed_instant_is_found() throws Exception {
        changed(MismatchCode.HEADER_CHANGED,
                entry -> entry(entry, "at = at - interval '1 hour'"),
                entry -> entry(entry, "at = at + interval '1 hour'"));
    }

    @Test
    void a_changed_payload_is_found() throws Exception {
        changed(MismatchCode.PAYLOAD_CHANGED,
                entry -> payload(entry, "content = '{\"what\":\"else\"}'::bytea"),
                entry -> payload(entry, "content = '{\"what\":\"public\"}'::bytea"));
    }

    @Test
    void a_payload_taken_away_without_a_recorded_erasure_is_found() throws Exception {
        changed(MismatchCode.PAYLOAD_MISSING,
                entry -> Owner.change("WITH gone AS (DELETE FROM journal.payload"
                        + " WHERE leaf = ? RETURNING *)"
                        + " INSERT INTO journal.payload_kept SELECT * FROM gone", id(entry)),
                entry -> Owner.change(
                        "INSERT INTO journal.payload SELECT * FROM journal.payload_kept"));
    }

    @Test
    void a_changed_node_of_the_tree_is_found() throws Exception {
        changed(MismatchCode.NODE_CHANGED,
                entry -> node(entry), entry -> node(entry));
    }

    @Test
    void a_number_left_out_is_found() throws Exception {
        changed(MismatchCode.SEQUENCE_BROKEN,
                entry -> Owner.change("UPDATE journal.subject SET last_sequence = 5"
                        + " WHERE subject = ?", entry.subject()),
                entry -> Owner.change("UPDATE journal.subject SET last_sequence = 1"
                        + " WHERE subject = ?", entry.subject()));
    }

    @Test
    void a_head_signed_by_another_key_is_found_and_the_check_after_a_start_finds_what_is_new()
            throws Exception {
        Subject subject = Acts.subject();
        append(subject);
        Acts.integrate();
        assertEquals(List.of(), door(SelfCheck.class).sinceLastVerified().mismatches());
        Entry entry = append(Acts.subject());
        Acts.integrate();
        String size = "size = (SELECT max(size) FROM journal.checkpoint)";
        Owner.change("UPDATE journal.checkpoint SET note = replace(note, '— ', '— x') WHERE "
                + size);
        LogCheck.Result found = door(SelfCheck.class).sinceLastVerified();
        Owner.change("UPDATE journal.checkpoint SET note = replace(note, '— x', '— ') WHERE "
                + size);
        assertTrue(found.mismatches().stream().allMatch(
                mismatch -> mismatch.code() == MismatchCode.NOTE_CHANGED));
        assertTrue(found.mismatches().stream().anyMatch(mismatch ->
                mismatch.subject().equals(Optional.of(entry.subject()))), found::toString);
    }

    @Test
    void an_erased_payload_leaves_every_proof_and_no_alarm() throws Exception {
        Subject subject = Acts.subject();
        Hash leaf = Hash.hex(append(subject).leafHash());
        Acts.integrate();
        LogProof before = door(LogReports.class).proof(leaf).orElseThrow();
        List<EntryView> entries = door(JournalReports.class).entries(subject);

        assertRefused(JournalRefusal.JOURNAL_REASON_NEEDED,
                administer(() -> door(JournalAdministration.class).erasePayload(leaf, " ")));
        done(administer(() -> door(JournalAdministration.class)
                .erasePayload(leaf, "request of the person concerned")));
        assertRefused(JournalRefusal.PAYLOAD_ERASED, administer(() -> door(
                JournalAdministration.class).erasePayload(leaf, "again")));
        assertRefused(JournalRefusal.JOURNAL_NOT_FOUND, administer(() -> door(
                JournalAdministration.class).erasePayload(Hash.EMPTY, "nothing")));

        assertEquals(0, Owner.change("DELETE FROM journal.payload WHERE leaf ="
                + " (SELECT id FROM journal.leaf WHERE hash = ?)", (Object) leaf.bytes()));
        Acts.integrate();
        assertEquals(List.of(), door(SelfCheck.class).whole().mismatches());
        assertEquals(entries, door(JournalReports.class).entries(subject));
        assertEquals(Optional.empty(),
                before.problem(door(LogReports.class).verifierKey(), leaf));
        assertEquals(Optional.empty(), door(LogReports.class).proof(leaf).orElseThrow()
                .problem(door(LogReports.class).verifierKey(), leaf));
        append(subject);
    }

    @Test
    void what_is_concealed_is_not_erased() throws Exception {
        Entry entry = Acts.inTransaction(() -> door(Journal.class).conceal(Acts.subject(),
                "test-acted", Actor.system("tester"), Acts.now(), Acts.payload("secret")));
        assertRefused(JournalRefusal.ENTRY_CONCEALED, administer(() -> door(
                JournalAdministration.class).erasePayload(
                        Hash.hex(entry.leafHash()), "a request")));
    }

    @Test
    void an_administrator_stops_all_acts_and_lets_them_go_on() throws Exception {
        Subject subject = Acts.subject();
        append(subject);
        done(administer(() -> door(JournalAdministration.class).stopActs("looking into it")));
        try {
            assertTrue(door(Alarms.class).areActsStopped());
            assertEquals(JournalRefusal.ACTS_STOPPED, refused(subject));
            assertEquals(JournalRefusal.ACTS_STOPPED, refused(Acts.subject()));
            assertRefused(JournalRefusal.ACTS_STOPPED_ALREADY, administer(() -> door(
                    JournalAdministration.class).stopActs("again")));
        } finally {
            done(administer(() -> door(JournalAdministration.class).resumeActs("nothing in it")));
        }
        assertRefused(JournalRefusal.ACTS_NOT_STOPPED, administer(() -> door(
                JournalAdministration.class).resumeActs("again")));
        append(subject);
        List<String> acts = door(JournalReports.class).entries(Subject.PLATFORM).stream()
                .map(EntryView::act).toList();
        assertTrue(acts.containsAll(List.of("acts-stopped", "acts-resumed")), acts::toString);
    }

    /** Does it, checks, and puts it right: with an entry of its own, beside an untouched one. */
    private static void changed(MismatchCode code, Change change, Change back) throws Exception {
        Subject subject = Acts.subject();
        Subject other = Acts.subject();
        Owner.change("CREATE TABLE IF NOT EXISTS journal.payload_kept"
                + " (LIKE journal.payload)");
        append(other);
        Entry entry = append(subject);
        append(other);
        Acts.integrate();
        change.as(entry);
        try {
            List<String> found = door(SelfCheck.class).whole().mismatches().stream()
                    .filter(mismatch -> mismatch.subject().equals(Optional.of(entry.subject())))
                    .map(mismatch -> mismatch.code().name()).toList();
            assertTrue(found.contains(code.name()), found::toString);
            assertTrue(door(Alarms.class).standing().stream().anyMatch(
                    alarm -> alarm.subject().equals(Optional.of(subject.toString()))));
            assertEquals(JournalRefusal.SUBJECT_FROZEN, refused(subject));
            int standing = door(Alarms.class).standing().size();
            door(SelfCheck.class).whole();
            assertEquals(standing, door(Alarms.class).standing().size(), "told once");
            if (code != MismatchCode.NODE_CHANGED) {
                append(other);
            }
        } finally {
            back.as(entry);
            Owner.change("DELETE FROM journal.payload_kept");
        }
        endAlarms();
        append(subject);
    }

    private static void endAlarms() throws Exception {
        for (Alarms.Alarm alarm : door(Alarms.class).standing()) {
            done(administer(() -> door(JournalAdministration.class)
                    .endAlarm(alarm.id(), "put right")));
        }
    }

    private static Entry append(Subject subject) throws Exception {
        return Acts.inTransaction(() -> door(Journal.class).append(subject, "test-acted",
                Actor.system("tester"), Acts.now(), Acts.payload("public")));
    }

    /** The whole act is undone, its number too. */
    private static JournalRefusal refused(Subject subject) {
        ActsRefused refused = assertThrows(ActsRefused.class, () -> append(subject));
        return refused.code();
    }

    private static <T> Outcome<T> administer(Callable<Outcome<T>> work)
            throws Exception {
        return as(Bidder.person("admin@subhasta.example"), Role.ADMINISTRATOR, work);
    }

    private static void assertRefused(JournalRefusal code, Outcome<?> outcome) {
        assertEquals(code, ((Outcome.Refused<?>) outcome).first().code());
    }

    private static long id(Entry entry) throws Exception {
        try (var connection = Owner.connection();
                var query = connection.prepareStatement("SELECT leaf FROM journal.entry"
                        + " WHERE subject = ? AND sequence = ?")) {
            query.setString(1, entry.subject());
            query.setLong(2, entry.sequence());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void leaf(Entry entry, String set) throws Exception {
        Owner.change("UPDATE journal.leaf SET " + set + " WHERE id = ?", id(entry));
    }

    private static void entry(Entry entry, String set) throws Exception {
        Owner.change("UPDATE journal.entry SET " + set + " WHERE leaf = ?", id(entry));
    }

    private static void payload(Entry entry, String set) throws Exception {
        Owner.change("UPDATE journal.payload SET " + set + " WHERE leaf = ?", id(entry));
    }

    /** Flips a bit of the node right above the entry's leaf; twice is never. */
    private static void node(Entry entry) throws Exception {
        assertEquals(1, Owner.change("UPDATE journal.node SET hash = set_bit(hash, 7, 1 - get_bit(hash, 7))"
                + " WHERE level = 1 AND index = (SELECT index / 2 FROM journal.position"
                + " WHERE leaf = ?)", id(entry)));
    }
}
