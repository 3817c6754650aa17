package org.subhasta.journal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.subhasta.kernel.ServerClock;
import org.subhasta.signing.log.Checkpoint;
import org.subhasta.signing.log.Frontier;
import org.subhasta.signing.log.Hash;

/**
 * Gives the leaves that have no place in the tree yet their place, and signs the new head: both in
 * one transaction, so that there is never a leaf in the tree that no head covers.
 *
 * <p>It looks for leaves without a place, never for those above the last one seen: a transaction
 * that took its number earlier may commit later. One works at a time in the whole cluster.
 * {@link LogTimer} asks every second; anybody may, since it does only what is due.
 */
@Stateless
@PermitAll
public class Integrator {

    /** Leaves per head: a bound for memory and for the length of the transaction. */
    static final int MOST = 4096;

    /** Of this work, among the database's advisory locks. */
    private static final long LOCK = 0x6c6f67;

    @Inject
    private Database database;
    @Inject
    private NoteKey key;
    @Inject
    private ServerClock clock;

    private record Waiting(long leaf, Hash hash) {
    }

    /**
     * Integrates up to {@value #MOST} leaves.
     *
     * @return how many; none also while somebody else is at it
     * @throws IllegalStateException where what is stored of the tree contradicts its own last head:
     *                               a log never signs two pasts
     */
    public int integrate() {
        return database.run(connection -> {
            if (!isAlone(connection)) {
                return 0;
            }
            List<Waiting> waiting = waiting(connection);
            if (!waiting.isEmpty()) {
                append(connection, waiting);
            }
            return waiting.size();
        });
    }

    private static boolean isAlone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT pg_try_advisory_xact_lock(" + LOCK + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static List<Waiting> waiting(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT l.id, l.hash FROM journal.pending p JOIN journal.leaf l ON l.id = p.leaf
                ORDER BY l.id LIMIT ?""")) {
            query.setInt(1, MOST);
            try (ResultSet row = query.executeQuery()) {
                List<Waiting> waiting = new ArrayList<>();
                while (row.next()) {
                    waiting.add(new Waiting(row.getLong(1), Hash.of(row.getBytes(2))));
                }
                return waiting;
            }
        }
    }

    private void append(Connection connection, List<Waiting> waiting) throws SQLException {
        Frontier tree = tree(connection);
        long first = tree.size();
        List<Frontier.Grown> grown = new ArrayList<>();
        waiting.forEach(leaf -> grown.addAll(tree.append(leaf.hash())));
        place(connection, first, waiting);
        keep(connection, grown.stream().filter(node -> node.node().level() > 0).toList());
        sign(connection, tree);
    }

    /** As it stands, compared with what was last signed of it. */
    private static Frontier tree(Connection connection) throws SQLException {
        StoredLog log = new StoredLog(connection);
        StoredLog.Head head = log.head()
                .orElse(new StoredLog.Head(0, Hash.EMPTY, null, ""));
        Frontier tree = Frontier.of(head.size(), log);
        if (!tree.root().equals(head.root())) {
            throw new IllegalStateException("the stored tree is not the one that was signed at "
                    + head.size() + " leaves: nothing is appended to it");
        }
        return tree;
    }

    private static void place(Connection connection, long first, List<Waiting> waiting)
            throws SQLException {
        Object[] ids = waiting.stream().map(Waiting::leaf).toArray();
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO journal.position (index, leaf)
                SELECT ? + number - 1, leaf FROM unnest(?) WITH ORDINALITY AS w (leaf, number)""");
                PreparedStatement delete = connection.prepareStatement(
                        "DELETE FROM journal.pending WHERE leaf = ANY (?)")) {
            insert.setLong(1, first);
            insert.setArray(2, connection.createArrayOf("bigint", ids));
            insert.executeUpdate();
            delete.setArray(1, connection.createArrayOf("bigint", ids));
            delete.executeUpdate();
        }
    }

    private static void keep(Connection connection, List<Frontier.Grown> nodes)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO journal.node (level, index, hash)
                SELECT * FROM unnest(?::smallint[], ?::bigint[], ?::bytea[])""")) {
            insert.setArray(1, connection.createArrayOf("smallint",
                    nodes.stream().map(node -> (short) node.node().level()).toArray()));
            insert.setArray(2, connection.createArrayOf("bigint",
                    nodes.stream().map(node -> node.node().index()).toArray()));
            insert.setArray(3, connection.createArrayOf("bytea",
                    nodes.stream().map(node -> node.hash().bytes()).toArray(byte[][]::new)));
            insert.executeUpdate();
        }
    }

    private void sign(Connection connection, Frontier tree) throws SQLException {
        String origin = key.get().verifier().name();
        Checkpoint head = new Checkpoint(origin, tree.size(), tree.root());
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO journal.checkpoint (size, root, at, note) VALUES (?, ?, ?, ?)")) {
            insert.setLong(1, head.size());
            insert.setBytes(2, head.root().bytes());
            insert.setObject(3, Rows.of(clock.now()));
            insert.setString(4, key.get().sign(head.text()).toString());
            insert.executeUpdate();
        }
    }
}
