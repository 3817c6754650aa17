package org.subhasta.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.subhasta.kernel.ServerClock;

/** Writes down what checks have found. */
@ApplicationScoped
class AlarmBook {

    private static final Actor SELF_CHECK = Actor.system("self-check");
    /** Of this work, among the database's advisory locks. */
    private static final long LOCK = 0x616c61726dL;

    @Inject
    private Database database;
    @Inject
    private Recorder recorder;
    @Inject
    private ServerClock clock;

    /** How far the tree was found right; 0 where it never was. */
    @Transactional
    long verified() {
        return database.run(connection -> {
            try (PreparedStatement query = connection.prepareStatement("""
                    SELECT v.size FROM journal.verification v
                    JOIN journal.checkpoint c ON c.size = v.size
                    WHERE v.mismatches = 0 ORDER BY v.id DESC LIMIT 1""");
                    ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0L;
            }
        });
    }

    /**
     * Records a run and raises an alarm for each mismatch on which none stands yet.
     *
     * @return the mismatches that are new
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Mismatch> record(LogCheck.Result result, boolean whole) {
        return database.run(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            }
            verification(connection, result, whole);
            List<Mismatch> fresh = new ArrayList<>();
            for (Mismatch mismatch : result.mismatches()) {
                if (raise(connection, mismatch)) {
                    fresh.add(mismatch);
                }
            }
            return fresh;
        });
    }

    private void verification(Connection connection, LogCheck.Result result, boolean whole)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO journal.verification (at, size, whole, mismatches)
                VALUES (?, ?, ?, ?)""")) {
            insert.setObject(1, Rows.of(clock.now()));
            insert.setLong(2, result.size());
            insert.setBoolean(3, whole);
            insert.setInt(4, result.mismatches().size());
            insert.executeUpdate();
        }
    }

    private boolean raise(Connection connection, Mismatch mismatch) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO journal.alarm (at, code, subject, leaf)
                SELECT ?, w.code, w.subject, w.leaf
                FROM (SELECT ?::text AS code, ?::text AS subject, ?::bigint AS leaf) w
                WHERE NOT EXISTS (
                    SELECT FROM journal.alarm a
                    WHERE a.code = w.code AND a.subject IS NOT DISTINCT FROM w.subject
                      AND a.leaf IS NOT DISTINCT FROM w.leaf
                      AND NOT EXISTS (SELECT FROM journal.alarm_end x WHERE x.alarm = a.id))""")) {
            insert.setObject(1, Rows.of(clock.now()));
            insert.setString(2, mismatch.code().name());
            insert.setString(3, mismatch.subject().orElse(null));
            insert.setObject(4, mismatch.leaf().isPresent() ? mismatch.leaf().getAsLong() : null,
                    java.sql.Types.BIGINT);
            return insert.executeUpdate() > 0;
        }
    }

    /** Puts an alarm into the journal itself, where witnesses and readers of the log see it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void announce(Mismatch mismatch) {
        JsonObjectBuilder payload = Json.createObjectBuilder().add("code", mismatch.code().name());
        mismatch.subject().ifPresent(subject -> payload.add("subject", subject));
        recorder.always(new Recorder.Act(Subject.PLATFORM, "mismatch-found", SELF_CHECK,
                clock.now(), payload.build()));
    }
}
