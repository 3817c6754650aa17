package org.subhasta.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.subhasta.signing.log.Frontier;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.Node;

/** The stored inner nodes in the order in which a growing tree completes them. */
final class StoredNodes implements AutoCloseable {

    /** From a size on: by level, so that each is found by its key. */
    static final String SELECT = """
            SELECT n.level, n.index, n.hash
            FROM (SELECT ?::bigint AS from_size) f, generate_series(1, 62) g (level)
            JOIN journal.node n ON true
            WHERE n.level = g.level AND n.index >= f.from_size >> g.level
            ORDER BY (n.index + 1) << n.level::integer, n.level""";

    private final ResultSet row;
    /** Differing nodes whose parent has not come: a parent differs for the same reason. */
    private final Set<Node> known = new HashSet<>();
    private boolean more;

    StoredNodes(ResultSet row) throws SQLException {
        this.row = row;
        this.more = row.next();
    }

    /** Whether one of these nodes is stored otherwise or not at all, and no child of it was. */
    boolean differs(List<Frontier.Grown> grown) throws SQLException {
        boolean fresh = false;
        for (Frontier.Grown node : grown) {
            if (node.node().level() == 0) {
                continue;
            }
            if (!isStored(node)) {
                Node left = new Node(node.node().level() - 1, node.node().index() * 2);
                Node right = new Node(left.level(), left.index() + 1);
                // Both are taken out, whichever was there.
                fresh |= !(known.remove(left) | known.remove(right));
                known.add(node.node());
            }
        }
        return fresh;
    }

    private boolean isStored(Frontier.Grown node) throws SQLException {
        if (!more || row.getInt(1) != node.node().level()
                || row.getLong(2) != node.node().index()) {
            // Missing; the row that came instead is compared in its own turn.
            return false;
        }
        boolean same = Hash.of(row.getBytes(3)).equals(node.hash());
        more = row.next();
        return same;
    }

    @Override
    public void close() throws SQLException {
        row.close();
    }
}
