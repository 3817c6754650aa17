package org.subhasta.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks for secrets where a platform could have left them, byte by byte. */
final class Search {

    private static final int CHUNK = 1 << 20;

    private final List<Secret> secrets;
    private final Set<String> places = new TreeSet<>();
    private final Set<String> findings = new TreeSet<>();

    Search(List<Secret> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** What was found: {@code place: what}. */
    Set<String> findings() {
        return findings;
    }

    /** Where was looked. */
    Set<String> places() {
        return places;
    }

    /** Every column of every table, as its bytes or as its text. */
    Search database(Connection connection) throws SQLException {
        try (ResultSet columns = connection.createStatement().executeQuery("""
                SELECT format('%I.%I', table_schema, table_name), quote_ident(column_name),
                       data_type = 'bytea'
                FROM information_schema.columns JOIN information_schema.tables
                     USING (table_schema, table_name)
                WHERE table_type = 'BASE TABLE'
                  AND table_schema NOT IN ('pg_catalog', 'information_schema')""")) {
            while (columns.next()) {
                column(connection, columns.getString(1), columns.getString(2),
                        columns.getBoolean(3));
            }
        }
        return this;
    }

    private void column(Connection connection, String table, String column, boolean bytes)
            throws SQLException {
        String place = table + "." + column;
        places.add(place);
        // Text is looked through as bytes, too: a secret need not be text.
        String content = bytes ? column : "convert_to(" + column + "::text, 'UTF8')";
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT s.number FROM unnest(?::bytea[]) WITH ORDINALITY AS s (secret, number)
                WHERE EXISTS (SELECT FROM %s WHERE position(s.secret IN %s) > 0)"""
                .formatted(table, content))) {
            Array all = connection.createArrayOf("bytea",
                    secrets.stream().map(Secret::bytes).toArray(byte[][]::new));
            query.setArray(1, all);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    findings.add(place + ": " + secrets.get(found.getInt(1) - 1).what());
                }
            }
        }
    }

    /** Every file of a folder and of those in it; what vanishes meanwhile is passed over. */
    Search files(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                    throws IOException {
                if (attributes.isRegularFile() && Files.exists(file)) {
                    file(folder.relativize(file).toString(), file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) {
                return FileVisitResult.CONTINUE;
            }
        });
        return this;
    }

    /** One file, however large. */
    Search file(String place, Path file) throws IOException {
        places.add(place);
        int overlap = secrets.stream().mapToInt(one -> one.bytes().length).max().orElse(1) - 1;
        byte[] buffer = new byte[CHUNK + overlap];
        Beginnings beginnings = new Beginnings(secrets);
        try (InputStream in = Files.newInputStream(file)) {
            int kept = 0;
            for (int read = in.readNBytes(buffer, 0, buffer.length); read > 0;
                    read = in.readNBytes(buffer, kept, buffer.length - kept)) {
                int end = kept + read;
                beginnings.in(buffer, end).forEach(found -> findings.add(place + ": " + found));
                kept = Math.min(overlap, end);
                System.arraycopy(buffer, end - kept, buffer, 0, kept);
            }
        }
        return this;
    }

    /** The secrets by their first two bytes, so that each byte is looked at about once. */
    private static final class Beginnings {

        private final Secret[][] byPair = new Secret[1 << 16][0];

        Beginnings(List<Secret> secrets) {
            for (Secret secret : secrets) {
                int pair = pair(secret.bytes(), 0);
                Secret[] more = Arrays.copyOf(byPair[pair], byPair[pair].length + 1);
                more[more.length - 1] = secret;
                byPair[pair] = more;
            }
        }

        List<String> in(byte[] buffer, int end) {
            List<String> found = new ArrayList<>();
            for (int i = 0; i + 1 < end; i++) {
                for (Secret secret : byPair[pair(buffer, i)]) {
                    int until = i + secret.bytes().length;
                    if (until <= end && Arrays.equals(buffer, i, until, secret.bytes(), 0,
                            secret.bytes().length)) {
                        found.add(secret.what());
                    }
                }
            }
            return found;
        }

        private static int pair(byte[] bytes, int at) {
            return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
        }
    }
}
