package org.subhasta.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.Node;
import org.subhasta.signing.log.Nodes;

/**
 * The tree as the tables hold it: leaves by their position, complete inner nodes by level and
 * index. Reads by primary key only, so that a proof costs the logarithm of the log.
 */
record StoredLog(Connection connection) implements Nodes {

    /** A signed head as it is stored. */
    record Head(long size, Hash root, Instant at, String note) {
    }

    @Override
    public List<Hash> read(List<Node> nodes) {
        Map<Node, Hash> found = new HashMap<>();
        try {
            readLeaves(nodes, found);
            readInner(nodes, found);
        } catch (SQLException e) {
            throw new IllegalStateException("the log's nodes cannot be read", e);
        }
        return nodes.stream().map(node -> Optional.ofNullable(found.get(node)).orElseThrow(
                () -> new IllegalStateException("the log has no node " + node))).toList();
    }

    private void readLeaves(List<Node> nodes, Map<Node, Hash> into) throws SQLException {
        Object[] indexes = nodes.stream().filter(node -> node.level() == 0)
                .map(Node::index).toArray();
        if (indexes.length == 0) {
            return;
        }
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT p.index, l.hash FROM journal.position p JOIN journal.leaf l ON l.id = p.leaf
                WHERE p.index = ANY (?)""")) {
            query.setArray(1, connection.createArrayOf("bigint", indexes));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    into.put(new Node(0, row.getLong(1)), Hash.of(row.getBytes(2)));
                }
            }
        }
    }

    private void readInner(List<Node> nodes, Map<Node, Hash> into) throws SQLException {
        List<Node> inner = nodes.stream().filter(node -> node.level() > 0).toList();
        if (inner.isEmpty()) {
            return;
        }
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT n.level, n.index, n.hash
                FROM unnest(?::smallint[], ?::bigint[]) AS wanted (level, index)
                JOIN journal.node n USING (level, index)""")) {
            query.setArray(1, connection.createArrayOf("smallint",
                    inner.stream().map(node -> (short) node.level()).toArray()));
            query.setArray(2, connection.createArrayOf("bigint",
                    inner.stream().map(Node::index).toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    into.put(new Node(row.getInt(1), row.getLong(2)), Hash.of(row.getBytes(3)));
                }
            }
        }
    }

    /** The newest head. */
    Optional<Head> head() throws SQLException {
        return head("ORDER BY size DESC LIMIT 1");
    }

    /**
     * The head under which the first so many leaves are proved: the first that covers them and that
     * a witness has signed; where none has, the first. The same one ever after, once witnessed.
     */
    Optional<Head> headCovering(long size) throws SQLException {
        return head("WHERE size = coalesce("
                + "(SELECT min(size) FROM journal.cosignature WHERE size >= " + size + "), "
                + "(SELECT min(size) FROM journal.checkpoint WHERE size >= " + size + "))");
    }

    /** The newest head that a witness has signed. */
    Optional<Head> cosignedHead() throws SQLException {
        return head("WHERE size = (SELECT max(size) FROM journal.cosignature)");
    }

    /** The head of exactly this size. */
    Optional<Head> head(long size) throws SQLException {
        return head("WHERE size = " + size);
    }

    private Optional<Head> head(String which) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT size, root, at, note FROM journal.checkpoint " + which);
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(new Head(row.getLong(1), Hash.of(row.getBytes(2)),
                    Rows.instant(row, 3), row.getString(4))) : Optional.empty();
        }
    }

    /** The lines of the witnesses under the head of this size, the newest of each. */
    List<String> cosignatures(long size) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT DISTINCT ON (witness) line FROM journal.cosignature
                WHERE size = ? ORDER BY witness, seen DESC""")) {
            query.setLong(1, size);
            try (ResultSet row = query.executeQuery()) {
                List<String> lines = new ArrayList<>();
                while (row.next()) {
                    lines.add(row.getString(1));
                }
                return lines;
            }
        }
    }

    /** Where the leaf stands in the tree; empty before it has been given a place. */
    OptionalLong index(Hash leaf) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT p.index FROM journal.leaf l JOIN journal.position p ON p.leaf = l.id
                WHERE l.hash = ?""")) {
            query.setBytes(1, leaf.bytes());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** The leaves at these positions, in their order. */
    List<byte[]> leaves(long from, int count) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT l.content FROM journal.position p JOIN journal.leaf l ON l.id = p.leaf
                WHERE p.index >= ? AND p.index < ? ORDER BY p.index""")) {
            query.setLong(1, from);
            query.setLong(2, from + count);
            try (ResultSet row = query.executeQuery()) {
                List<byte[]> leaves = new ArrayList<>();
                while (row.next()) {
                    leaves.add(row.getBytes(1));
                }
                return leaves;
            }
        }
    }
}
