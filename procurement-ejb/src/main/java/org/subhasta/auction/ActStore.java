package org.subhasta.auction;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.subhasta.auction.model.Auction;
import org.subhasta.journal.Alarms;
import org.subhasta.kernel.Period;

/** The row of a lot and its acts, in plain SQL: a hundred acts are one statement as one is. */
final class ActStore {

    private final Connection connection;
    private final Lot lot;

    ActStore(Connection connection, Lot lot) {
        this.connection = connection;
        this.lot = lot;
    }

    /**
     * What the row says.
     *
     * @param acts     how many were judged
     * @param lastAt   the last recorded instant
     * @param database PostgreSQL's clock, read after the lock was had
     * @param lastBeat when any server was last known to serve; empty before the first
     * @param ended    whether what is recorded of it is for everybody
     * @param frozen   when an alarm of the journal, ended since the last recorded instant, kept it
     *                 from taking acts; of several from the first to the last
     */
    record Standing(long acts, Instant lastAt, Instant database, Optional<Instant> lastBeat,
            boolean ended, Optional<Period> frozen) {
    }

    /**
     * An act as it is kept.
     *
     * @param line as in a file of acts
     * @param code {@code ""} where it counts
     */
    record Kept(long number, Instant at, String line, Optional<Delivery> delivery, String code,
            List<String> details, String leaf) {
    }

    /** A participant's act that was refused before it was judged. */
    record Unjudged(Instant at, Delivery delivery, String code, String leaf) {
    }

    /** What was kept of an act of that id. */
    record First(Instant at, byte[] bytes, String code, Judged.Recorded recorded) {
    }

    /** The row, locked until the transaction ends: the lock first, then the clock. */
    Standing lock() throws SQLException {
        return standing("FOR UPDATE");
    }

    /** The row as it is, without waiting. */
    Standing look() throws SQLException {
        return standing("");
    }

    private Standing standing(String lock) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                WITH lot AS MATERIALIZED (SELECT acts, last_at, state FROM auction.lot
                    WHERE auction = ? AND position = ? %s)
                SELECT acts, last_at, clock_timestamp(), (SELECT at FROM auction.heartbeat),
                    state = 'ended', frozen.since, frozen.until
                FROM lot LEFT JOIN LATERAL (%s) AS frozen ON true"""
                .formatted(lock, Alarms.ENDED_SINCE.formatted("lot.last_at")))) {
            query.setString(1, lot.auction());
            query.setInt(2, lot.position());
            query.setString(3, lot.subject().toString());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("there is no row of " + lot.subject());
                }
                Instant frozenUntil = instant(row, 7);
                return new Standing(row.getLong(1), instant(row, 2), instant(row, 3),
                        Optional.ofNullable(instant(row, 4)), row.getBoolean(5),
                        Optional.ofNullable(instant(row, 6)).map(since ->
                                new Period(since, frozenUntil)));
            }
        }
    }

    /** The acts after that number, in their order, so many at most; without what was signed. */
    List<Kept> after(long number, int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT number, at, line, code, details, leaf FROM auction.act
                WHERE auction = ? AND position = ? AND number > ? ORDER BY number LIMIT ?""")) {
            query.setString(1, lot.auction());
            query.setInt(2, lot.position());
            query.setLong(3, number);
            query.setInt(4, most);
            try (ResultSet row = query.executeQuery()) {
                List<Kept> acts = new ArrayList<>();
                while (row.next()) {
                    acts.add(new Kept(row.getLong(1), instant(row, 2), row.getString(3),
                            Optional.empty(), row.getString(4),
                            Arrays.asList((String[]) row.getArray(5).getArray()),
                            row.getString(6)));
                }
                return acts;
            }
        }
    }

    /** What was first judged under that id, or else refused before, over the same bytes. */
    Optional<First> first(UUID id, byte[] bytes) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT at, signed, code, leaf, arrived_at,
                    encode(sha256(signature::bytea), 'hex') FROM (
                        SELECT 0 AS kind, number, at, signed, code, leaf, arrived_at, signature
                        FROM auction.act WHERE auction = ? AND position = ? AND id = ?
                            AND code <> 'ACT_ID_REUSED'
                        UNION ALL
                        SELECT 1, number, at, signed, code, leaf, arrived_at, signature
                        FROM auction.refused_act WHERE auction = ? AND position = ? AND id = ?
                            AND code <> 'ACT_SIGNATURE_INVALID') AS judged
                WHERE signed = ? ORDER BY kind, number LIMIT 1""")) {
            for (int first : new int[] {1, 4}) {
                query.setString(first, lot.auction());
                query.setInt(first + 1, lot.position());
                query.setObject(first + 2, id);
            }
            query.setBytes(7, bytes);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(new First(instant(row, 1), row.getBytes(2),
                        row.getString(3), new Judged.Recorded(row.getString(4), instant(row, 5),
                                row.getString(6)))) : Optional.empty();
            }
        }
    }

    /** Keeps acts. */
    void keep(List<Kept> acts) throws SQLException {
        if (acts.isEmpty()) {
            return;
        }
        // Arrays as texts, since arrays within arrays would have to be of one length.
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO auction.act (auction, position, number, at, line, id, person, signed,
                    signature, arrived_at, code, details, leaf)
                SELECT ?, ?, number, at, line, id, person, signed, signature, arrived_at, code,
                    details::text[], leaf
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS kept (number, at, line, id, person,
                    signed, signature, arrived_at, code, details, leaf)""")) {
            insert.setString(1, lot.auction());
            insert.setInt(2, lot.position());
            insert.setArray(3, array("bigint", acts.stream().map(Kept::number).toArray()));
            insert.setArray(4, array("timestamptz",
                    acts.stream().map(act -> act.at().toString()).toArray()));
            insert.setArray(5, array("text", acts.stream().map(Kept::line).toArray()));
            delivered(insert, 6, acts.stream().map(Kept::delivery).toList());
            insert.setArray(11, array("text", acts.stream().map(Kept::code).toArray()));
            insert.setArray(12, array("text", literals(acts)));
            insert.setArray(13, array("text", acts.stream().map(Kept::leaf).toArray()));
            insert.executeUpdate();
        }
    }

    /** Keeps what was refused before it was judged. */
    void keepUnjudged(List<Unjudged> acts) throws SQLException {
        if (acts.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO auction.refused_act (auction, position, at, id, person, signed,
                    signature, arrived_at, code, leaf)
                SELECT ?, ?, * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setString(1, lot.auction());
            insert.setInt(2, lot.position());
            insert.setArray(3, array("timestamptz",
                    acts.stream().map(act -> act.at().toString()).toArray()));
            delivered(insert, 4, acts.stream().map(act -> Optional.of(act.delivery())).toList());
            insert.setArray(9, array("text", acts.stream().map(Unjudged::code).toArray()));
            insert.setArray(10, array("text", acts.stream().map(Unjudged::leaf).toArray()));
            insert.executeUpdate();
        }
    }

    private void delivered(PreparedStatement insert, int first,
            List<Optional<Delivery>> deliveries) throws SQLException {
        Delivery[] all = deliveries.stream().map(one -> one.orElse(null))
                .toArray(Delivery[]::new);
        insert.setArray(first, array("uuid", of(all, Delivery::id)));
        insert.setArray(first + 1, array("text", of(all, Delivery::person)));
        byte[][] bytes = new byte[all.length][];
        for (int i = 0; i < all.length; i++) {
            bytes[i] = all[i] == null ? null : all[i].bytes();
        }
        insert.setArray(first + 2, array("bytea", bytes));
        insert.setArray(first + 3, array("text", of(all, Delivery::signature)));
        insert.setArray(first + 4, array("timestamptz",
                of(all, one -> one.arrivedAt().toString())));
    }

    private static Object[] of(Delivery[] all, Function<Delivery, Object> part) {
        return Arrays.stream(all).map(one -> one == null ? null : part.apply(one)).toArray();
    }

    private Object[] literals(List<Kept> acts) throws SQLException {
        Object[] literals = new Object[acts.size()];
        for (int i = 0; i < literals.length; i++) {
            List<String> details = acts.get(i).details();
            literals[i] = details.isEmpty() ? "{}" : array("text", details.toArray()).toString();
        }
        return literals;
    }

    private Array array(String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    /** The row says what has been judged, and when time alone changes it next. */
    void update(long acts, Auction auction) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE auction.lot SET acts = ?, last_at = ?, due_at = ?, state = ?
                WHERE auction = ? AND position = ?""")) {
            update.setLong(1, acts);
            update.setObject(2, of(auction.now()));
            update.setObject(3, auction.nextDeadline().map(ActStore::of).orElse(null));
            update.setString(4, state(auction));
            update.setString(5, lot.auction());
            update.setInt(6, lot.position());
            update.executeUpdate();
        }
    }

    private static String state(Auction auction) {
        if (auction.result().isPresent()) {
            return "ended";
        }
        return auction.isPaused() ? "paused" : auction.hasOpened() ? "running" : "waiting";
    }

    static OffsetDateTime of(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
