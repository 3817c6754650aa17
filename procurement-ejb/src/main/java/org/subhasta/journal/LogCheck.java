package org.subhasta.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.subhasta.signing.log.Checkpoint;
import org.subhasta.signing.log.Frontier;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.Malformed;
import org.subhasta.signing.log.SignedNote;
import org.subhasta.signing.log.VerifierKey;

/**
 * Rebuilds the tree from the tables and compares everything that can be: leaf with hash, header
 * with leaf (concealed ones through their salt), payload with header, numbers without gaps, tree
 * with its stored nodes and with every signed head. Reads a single state of the database, however
 * long it takes, in bounded memory; changes nothing.
 *
 * <p>What it cannot see is a database rewritten together with the log's key: that is what witnesses
 * elsewhere are for.
 */
public final class LogCheck {

    private static final int ROWS_AT_ONCE = 500;
    /** After so many the rest would tell nobody more. */
    private static final int MOST = 1000;

    private final Connection connection;
    private final VerifierKey key;
    private final List<Mismatch> mismatches = new ArrayList<>();
    /** Whose acts stand between the last head that held and here. */
    private final Set<String> sinceHead = new TreeSet<>();
    private CheckedRow before;

    private LogCheck(Connection connection, VerifierKey key) {
        this.connection = connection;
        this.key = key;
    }

    /**
     * What a check has found.
     *
     * @param size       leaves in the tree, all rebuilt from where the check began
     * @param root       the root of all of them
     * @param mismatches none where everything is as it was recorded; at most 1000 are told
     */
    public record Result(long size, Hash root, List<Mismatch> mismatches) {

        public Result {
            mismatches = List.copyOf(mismatches);
        }
    }

    /**
     * Checks the tree from a size on, or wholly from 0.
     *
     * @param connection without a transaction under way; given back as it came
     * @param key        the log's own, known from elsewhere than the database
     * @param from       a size that has a head; what lies before is taken from stored nodes, which
     *                   have to lead to that head's root
     */
    public static Result run(Connection connection, VerifierKey key, long from)
            throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            return new LogCheck(connection, key).check(from);
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    private Result check(long from) throws SQLException {
        Frontier tree = begin(from);
        try (PreparedStatement leaves = query(CheckedRow.SELECT
                        + "WHERE p.index >= ? ORDER BY p.index", from);
                PreparedStatement nodes = query(StoredNodes.SELECT, from);
                PreparedStatement heads = query(
                        "SELECT size, root, note FROM journal.checkpoint WHERE size > ?"
                                + " ORDER BY size", from);
                ResultSet leaf = leaves.executeQuery();
                ResultSet head = heads.executeQuery();
                StoredNodes stored = new StoredNodes(nodes.executeQuery())) {
            boolean more = head.next();
            while (leaf.next() && mismatches.size() < MOST) {
                add(tree, CheckedRow.of(leaf), stored);
                if (more && head.getLong(1) == tree.size()) {
                    compare(tree, Hash.of(head.getBytes(2)), head.getString(3));
                    more = head.next();
                }
            }
            if (more && mismatches.isEmpty()) {
                found(Mismatch.of(MismatchCode.POSITION_MISSING));
            }
        }
        end(tree, from == 0);
        return new Result(tree.size(), tree.root(), mismatches);
    }

    private Frontier begin(long from) throws SQLException {
        StoredLog log = new StoredLog(connection);
        Optional<StoredLog.Head> head = log.head(from);
        if (from > 0 && head.isEmpty()) {
            throw new IllegalArgumentException("there is no head of size " + from);
        }
        Frontier tree = Frontier.of(from, log);
        if (head.isPresent()) {
            compare(tree, head.get().root(), head.get().note());
        }
        return tree;
    }

    private void add(Frontier tree, CheckedRow row, StoredNodes stored) throws SQLException {
        sinceHead.addAll(row.subjects());
        long next = before == null ? tree.size() : before.index() + 1;
        if (row.index() != next) {
            row.as(MismatchCode.POSITION_MISSING).forEach(this::found);
        }
        List<Mismatch> wrong = row.mismatches();
        wrong.forEach(this::found);
        boolean changed = stored.differs(tree.append(row.leafHash()));
        boolean paired = row.index() % 2 == 1 && before != null;
        boolean explained = !wrong.isEmpty() || paired && before.wrong().isPresent();
        if (changed && !explained) {
            // A pair of leaves under a node that is not theirs: either may be the changed one.
            row.as(MismatchCode.NODE_CHANGED).forEach(this::found);
            if (paired) {
                before.as(MismatchCode.NODE_CHANGED).forEach(this::found);
            }
        }
        before = row;
    }

    /** A head that does not hold touches every act since the last one that did. */
    private void compare(Frontier tree, Hash root, String note) {
        // What was found on the way here explains another root, here and in all later heads.
        boolean first = mismatches.isEmpty();
        if (first && !tree.root().equals(root)) {
            touched(MismatchCode.ROOT_CHANGED);
        } else if (first && !isSigned(tree.size(), root, note)) {
            touched(MismatchCode.NOTE_CHANGED);
        } else if (!isSigned(tree.size(), root, note)) {
            found(Mismatch.of(MismatchCode.NOTE_CHANGED));
        }
        sinceHead.clear();
    }

    private void touched(MismatchCode code) {
        if (sinceHead.isEmpty()) {
            found(Mismatch.of(code));
        }
        sinceHead.forEach(subject -> found(Mismatch.of(code, subject)));
    }

    private boolean isSigned(long size, Hash root, String note) {
        try {
            SignedNote signed = SignedNote.parse(note);
            return signed.text().equals(new Checkpoint(key.name(), size, root).text())
                    && key.problem(signed).isEmpty();
        } catch (Malformed e) {
            return false;
        }
    }

    private void end(Frontier tree, boolean whole) throws SQLException {
        Optional<StoredLog.Head> head = new StoredLog(connection).head();
        if (head.map(StoredLog.Head::size).orElse(0L) < tree.size()) {
            found(Mismatch.of(MismatchCode.HEAD_MISSING));
        }
        each(CheckedRow.SELECT + """
                JOIN journal.pending w ON w.leaf = l.id ORDER BY l.id""",
                row -> CheckedRow.of(row).mismatches().forEach(this::found));
        if (whole) {
            each(CheckedRow.SELECT + """
                    WHERE p.leaf IS NULL
                      AND NOT EXISTS (SELECT FROM journal.pending w WHERE w.leaf = l.id)
                    ORDER BY l.id""",
                    row -> CheckedRow.of(row).as(MismatchCode.LEAF_OUTSIDE).forEach(this::found));
            each("""
                    SELECT s.subject
                    FROM journal.subject s LEFT JOIN journal.entry e ON e.subject = s.subject
                    GROUP BY s.subject, s.last_sequence
                    HAVING count(DISTINCT e.sequence) <> s.last_sequence
                        OR min(e.sequence) <> 1 OR max(e.sequence) <> s.last_sequence
                    ORDER BY s.subject""",
                    row -> found(Mismatch.of(MismatchCode.SEQUENCE_BROKEN, row.getString(1))));
        }
    }

    private interface Each {
        void row(ResultSet row) throws SQLException;
    }

    private void each(String sql, Each each) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = query.executeQuery()) {
                while (row.next() && mismatches.size() < MOST) {
                    each.row(row);
                }
            }
        }
    }

    private PreparedStatement query(String sql, long from) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setFetchSize(ROWS_AT_ONCE);
        query.setLong(1, from);
        return query;
    }

    private void found(Mismatch mismatch) {
        if (mismatches.size() < MOST && !mismatches.contains(mismatch)) {
            mismatches.add(mismatch);
        }
    }
}
