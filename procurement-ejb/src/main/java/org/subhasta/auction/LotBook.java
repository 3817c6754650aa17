package org.subhasta.auction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subhasta.auction.model.ClockWatch;
import org.subhasta.auction.model.InterruptionRule;
import org.subhasta.journal.Database;
import org.subhasta.kernel.ServerClock;

/** The {@link Ledger} in this server's transactions, and the heartbeat of those who serve. */
@ApplicationScoped
class LotBook {

    @Inject
    private Database database;
    @Inject
    private ServerClock clock;

    private final ClockWatch watch = new ClockWatch();

    /** When any server was last known to serve, and the time now. */
    record Pulse(Optional<Instant> last, Instant now) {

        /** How long nobody was known to. */
        Duration gap() {
            return last.map(beat -> Duration.between(beat, now)).orElse(Duration.ZERO);
        }
    }

    /**
     * Judges, in a transaction of its own.
     *
     * @throws Lane.Undone where it failed before the commit, so that it is rolled back
     */
    @Transactional(TxType.REQUIRES_NEW)
    Ledger.Turn judge(Lot lot, Optional<LotState> known, List<Request> requests) {
        try {
            return judgeWithin(lot, known, requests);
        } catch (RuntimeException e) {
            throw new Lane.Undone(e);
        }
    }

    /** Judges, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    Ledger.Turn judgeWithin(Lot lot, Optional<LotState> known, List<Request> requests) {
        return database.run(connection -> ledger().judge(connection, lot, known, requests));
    }

    /** The lot as it is recorded. */
    @Transactional(TxType.SUPPORTS)
    LotState read(Lot lot, Optional<LotState> known) {
        return database.run(connection -> ledger().read(connection, lot, known));
    }

    private Ledger ledger() {
        return new Ledger(clock, watch, InterruptionRule.GRACE);
    }

    ClockWatch watch() {
        return watch;
    }

    /** A look at the heartbeat and the database's clock. */
    @Transactional(TxType.SUPPORTS)
    Pulse pulse() {
        return database.run(connection -> {
            long before = clock.steady();
            try (var query = connection.prepareStatement(
                            "SELECT (SELECT at FROM auction.heartbeat), clock_timestamp()");
                    var row = query.executeQuery()) {
                row.next();
                ServerClock.Reading reading = clock.read(ActStore.instant(row, 2));
                watch.look(new ClockWatch.Look(reading.at(), before, reading.steady()));
                return new Pulse(Optional.ofNullable(ActStore.instant(row, 1)), reading.at());
            }
        });
    }

    /** Serving, as of that look; unless somebody else has beaten since, after an own look. */
    @Transactional(TxType.REQUIRES_NEW)
    void beat(Pulse pulse) {
        database.run(connection -> {
            try (var update = connection.prepareStatement("""
                    INSERT INTO auction.heartbeat AS h (id, at) VALUES (1, ?)
                    ON CONFLICT (id) DO UPDATE SET at = excluded.at WHERE h.at = ?""")) {
                update.setObject(1, ActStore.of(pulse.now()));
                update.setObject(2, ActStore.of(pulse.last().orElse(pulse.now())));
                return update.executeUpdate();
            }
        });
    }

    /** The lots at which something is due. */
    @Transactional(TxType.SUPPORTS)
    List<Lot.Key> due(Instant now) {
        return keys("SELECT auction, position FROM auction.lot WHERE due_at <= ? ORDER BY due_at",
                Optional.of(now));
    }

    /** The lots that may be interrupted. */
    @Transactional(TxType.SUPPORTS)
    List<Lot.Key> notEnded() {
        return keys("SELECT auction, position FROM auction.lot WHERE state <> 'ended'",
                Optional.empty());
    }

    /** The lots that wait for the one before, which has ended. */
    @Transactional(TxType.SUPPORTS)
    List<Lot.Key> toBeOpened() {
        return keys("""
                SELECT l.auction, l.position FROM auction.lot l JOIN auction.lot p
                    ON p.auction = l.auction AND p.position = l.position - 1
                WHERE l.state = 'waiting' AND l.due_at IS NULL AND p.state = 'ended'""",
                Optional.empty());
    }

    private List<Lot.Key> keys(String sql, Optional<Instant> parameter) {
        return database.run(connection -> {
            try (var query = connection.prepareStatement(sql)) {
                if (parameter.isPresent()) {
                    query.setObject(1, ActStore.of(parameter.get()));
                }
                try (var row = query.executeQuery()) {
                    List<Lot.Key> keys = new ArrayList<>();
                    while (row.next()) {
                        keys.add(new Lot.Key(row.getString(1), row.getInt(2)));
                    }
                    return keys;
                }
            }
        });
    }

    /** The rows of a new auction's lots, in the transaction that publishes it. */
    @Transactional(TxType.MANDATORY)
    void open(List<Lot> lots, Instant at) {
        database.run(connection -> {
            for (Lot lot : lots) {
                insert(connection, lot, at);
            }
            return lots.size();
        });
    }

    static void insert(Connection connection, Lot lot, Instant at)
            throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO auction.lot (auction, position, lot, acts, last_at, due_at, state)
                VALUES (?, ?, ?, 0, ?, ?, 'waiting')""")) {
            insert.setString(1, lot.auction());
            insert.setInt(2, lot.position());
            insert.setString(3, lot.name());
            insert.setObject(4, ActStore.of(at));
            insert.setObject(5, lot.beginning().nextDeadline().map(ActStore::of).orElse(null));
            insert.executeUpdate();
        }
    }
}
