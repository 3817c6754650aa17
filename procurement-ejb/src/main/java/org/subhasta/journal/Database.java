package org.subhasta.journal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Plain SQL for what is read and written in bulk: the tree and its check. Within a transaction the
 * connection is that of its other statements.
 */
@ApplicationScoped
public class Database {

    /** Work on a connection, which stays the giver's to close. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    @Resource(lookup = "java:jboss/datasources/Subhasta")
    private DataSource source;

    /** Runs it; in the transaction under way, if there is one. */
    public <T> T run(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the journal's tables cannot be used", e);
        }
    }
}
