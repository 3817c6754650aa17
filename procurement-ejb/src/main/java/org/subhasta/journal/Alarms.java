package org.subhasta.journal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the journal is as it was recorded, and whether acts are taken: for every page. */
@Stateless
@PermitAll
public class Alarms {

    /** SQL: whether an administrator has stopped all acts. */
    static final String STOPPED =
            "(coalesce((SELECT stopped FROM journal.stop ORDER BY id DESC LIMIT 1), false))";

    private static final String NOT_ENDED =
            "NOT EXISTS (SELECT FROM journal.alarm_end x WHERE x.alarm = a.id)";

    /** SQL: whether an alarm stands on the subject of the row {@code s}. */
    static final String FROZEN = "EXISTS (SELECT FROM journal.alarm a"
            + " WHERE a.subject = s.subject AND " + NOT_ENDED + ")";

    /**
     * SQL: {@code since} and {@code until} of the alarms on a subject, which is its one parameter,
     * that ended after an instant, in place of <code>%s</code>; both null where none did.
     */
    public static final String ENDED_SINCE = "SELECT min(a.at) AS since, max(e.at) AS until"
            + " FROM journal.alarm a JOIN journal.alarm_end e ON e.alarm = a.id"
            + " WHERE a.subject = ? AND e.at > %s";

    @Inject
    private Database database;

    /**
     * Something the self-check found, which nobody has dealt with yet.
     *
     * @param subject  frozen by it; empty where it is the tree itself
     * @param leafHash of the entry concerned, in hexadecimal; empty where it is not one entry
     */
    public record Alarm(long id, Instant at, MismatchCode code, Optional<String> subject,
            Optional<String> leafHash) {
    }

    /** The alarms that stand, oldest first. */
    public List<Alarm> standing() {
        return database.run(connection -> {
            try (PreparedStatement query = connection.prepareStatement("""
                    SELECT a.id, a.at, a.code, a.subject, encode(l.hash, 'hex')
                    FROM journal.alarm a LEFT JOIN journal.leaf l ON l.id = a.leaf
                    WHERE\s""" + NOT_ENDED + " ORDER BY a.id LIMIT 1000");
                    ResultSet row = query.executeQuery()) {
                List<Alarm> alarms = new ArrayList<>();
                while (row.next()) {
                    alarms.add(new Alarm(row.getLong(1), Rows.instant(row, 2),
                            MismatchCode.valueOf(row.getString(3)),
                            Optional.ofNullable(row.getString(4)),
                            Optional.ofNullable(row.getString(5))));
                }
                return alarms;
            }
        });
    }

    /** Whether an administrator has stopped all acts. */
    public boolean areActsStopped() {
        return is("SELECT " + STOPPED);
    }

    /** Whether any alarm stands. */
    public boolean isAnyStanding() {
        return is("SELECT EXISTS (SELECT FROM journal.alarm a WHERE " + NOT_ENDED + ")");
    }

    private boolean is(String question) {
        return database.run(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(question)) {
                row.next();
                return row.getBoolean(1);
            }
        });
    }
}
