package org.subhasta.suppliers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.sql.LocalPostgres;
import org.subhasta.sql.Migrations;
import org.subhasta.sql.PostgresBinaries;
import org.subhasta.suppliers.model.Place;
import org.subhasta.suppliers.model.SupplierSize;

/** Searches in a directory of {@value #SUPPLIERS} suppliers, on a database of their own. */
class DirectorySpeedTest {

    private static final int SUPPLIERS = 100_000;
    /** Of page and count together. A busy machine is slow; reading all rows would be slower still. */
    private static final Duration LONGEST = Duration.ofMillis(1_500);
    private static final Pattern NAMED = Pattern.compile("(?<!:):([a-z]+)");
    private static final String PASSWORD = "an-owner-of-the-tests";

    /** Invented names and profiles: 20 trades, 40 categories, 200 places, four sizes. */
    private static final String ORGANISATIONS = """
            INSERT INTO parties.organisation
            SELECT lpad(i::text, 12, '0'), 'SUPPLIER', 'Works ' || md5(i::text), 'XM-TEST', i::text,
                'XM-TEST:' || i, 'NL', 'Street', '', 'Town', 'a@example.org', '', 'UTC',
                'approved', now(), 'x', NULL, now(), 0, ARRAY[i, i + 1, i + 2, i + 3]
            FROM generate_series(1, %d) i""".formatted(SUPPLIERS);
    private static final String PROFILES = """
            UPDATE suppliers.entry e SET
                size = (ARRAY['MICRO', 'SMALL', 'MEDIUM', 'LARGE'])[1 + i %% 4],
                keywords = 'trade' || i %% 20 || ' rare' || i %% 10000,
                description = repeat('what we do ', 20),
                category_keys = ARRAY['in:' || 40 + i %% 40, 'in:' || (40 + i %% 40) || '2',
                    'of:' || (40 + i %% 40) || '2'],
                place_keys = ARRAY['in:NL', 'in:NL' || i %% 10, 'in:NL' || i %% 10 || i %% 7,
                    'of:NL' || i %% 10 || i %% 7]
            FROM (SELECT organisation o, organisation::int i FROM suppliers.entry) n
            WHERE n.o = e.organisation""".replace("%%", "%");

    @Test
    void every_search_is_quick_among_a_hundred_thousand(@TempDir Path folder) throws Exception {
        LocalPostgres postgres = LocalPostgres.start(
                PostgresBinaries.unpack(Path.of("target/postgresql")), folder.resolve("data"),
                folder.resolve("log"), PASSWORD);
        try (postgres; Connection connection =
                Migrations.apply(postgres.owner(), PASSWORD).connect();
                Connection owner = postgres.owner().connect()) {
            connection.setAutoCommit(true);
            run(connection, ORGANISATIONS);
            run(connection, PROFILES);
            owner.setAutoCommit(true);
            run(owner, "VACUUM ANALYZE suppliers.entry");
            assertEquals(SUPPLIERS, search(connection, "all", query("", "", "", null, 0)));
            search(connection, "the last page", query("", "", "", null, SUPPLIERS - 20));
            assertEquals(5_000, search(connection, "a trade", query("trade7", "", "", null, 0)));
            assertEquals(10, search(connection, "a rare word", query("rare1234", "", "", null, 0)));
            search(connection, "a category", query("", "45", "", null, 0));
            search(connection, "a place", query("", "", "NL32", null, 0));
            search(connection, "a size", query("", "", "", SupplierSize.SMALL, 0));
            assertEquals(2_500, search(connection, "everything",
                    query("trade5", "45", "NL5", SupplierSize.SMALL, 0)));
        }
    }

    private static long search(Connection connection, String what, DirectoryQuery query)
            throws SQLException {
        DirectorySearch search = DirectorySearch.of(query);
        page(connection, search, query);
        long began = System.nanoTime();
        page(connection, search, query);
        long total = count(connection, search);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.println("directory, " + what + ": " + total + " found, " + took.toMillis() + " ms");
        assertTrue(took.compareTo(LONGEST) < 0, () -> what + " took " + took);
        return total;
    }

    private static void page(Connection connection, DirectorySearch search, DirectoryQuery query)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, "SELECT e.*" + search.from()
                + DirectorySearch.ORDER + " LIMIT 20 OFFSET " + query.offset(), search);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                assertTrue(rows.getBoolean("listed"));
            }
        }
    }

    private static long count(Connection connection, DirectorySearch search) throws SQLException {
        try (PreparedStatement statement =
                prepare(connection, "SELECT count(*)" + search.from(), search);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql,
            DirectorySearch search) throws SQLException {
        List<Object> values = new ArrayList<>();
        Matcher named = NAMED.matcher(sql);
        String plain = named.replaceAll(found -> {
            values.add(search.parameters().get(found.group(1)));
            return "?";
        });
        PreparedStatement statement = connection.prepareStatement(plain);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    private static DirectoryQuery query(String text, String category, String place,
            SupplierSize size, int offset) {
        return new DirectoryQuery(text, category, Place.of(place), Optional.ofNullable(size),
                offset, 20);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
