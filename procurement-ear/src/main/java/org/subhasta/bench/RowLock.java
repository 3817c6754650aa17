package org.subhasta.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.subhasta.sql.Credentials;

/**
 * What a bid is where nobody does more than has to be done: SELECT the lot FOR UPDATE, INSERT the
 * bid, UPDATE the lot, by {@code pgbench} in the same database.
 */
final class RowLock {

    private final Credentials owner;
    private final Path folder;
    private final int clients;

    /** @param folder for the script and the logs of pgbench */
    RowLock(Credentials owner, Path folder, int clients) throws IOException, SQLException {
        this.owner = owner;
        this.folder = Files.createDirectories(folder);
        this.clients = clients;
        try (InputStream in = RowLock.class.getResourceAsStream("bid.sql")) {
            Files.copy(in, script());
        }
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE SCHEMA bench;
                    CREATE TABLE bench.lot (id integer PRIMARY KEY, acts bigint NOT NULL,
                        best bigint NOT NULL);
                    CREATE TABLE bench.bid (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                        lot integer NOT NULL REFERENCES bench.lot, bidder integer NOT NULL,
                        amount bigint NOT NULL, at timestamptz NOT NULL);
                    INSERT INTO bench.lot
                        SELECT n, 0, 1000000000 FROM generate_series(1, 100) n""");
        }
    }

    private Path script() {
        return folder.resolve("bid.sql");
    }

    /** @param lots how many rows are bid on, 100 at most */
    Measured run(int lots, Duration length) throws IOException, InterruptedException {
        URI database = URI.create(owner.url().substring("jdbc:".length()));
        String said = Tool.run(List.of("pgbench", "--no-vacuum", "--protocol=prepared",
                "--host=" + database.getHost(), "--port=" + database.getPort(),
                "--username=" + owner.user(), "--client=" + clients, "--jobs=2",
                "--time=" + length.toSeconds(), "--define=lots=" + lots, "--file=" + script(),
                "--log", "--log-prefix=" + folder.resolve("pgbench"),
                database.getPath().substring(1)), Map.of("PGPASSWORD", owner.password()), "");
        double rate = said.lines().filter(line -> line.startsWith("tps = ")).findFirst()
                .map(line -> Double.parseDouble(line.split(" ")[2]))
                .orElseThrow(() -> new IOException("pgbench told no rate"));
        double[] latencies = latencies();
        return new Measured(rate, latencies[(int) (latencies.length * 0.99)] / 1e3);
    }

    /** Microseconds of each transaction, ascending: the third word of each line of its logs. */
    private double[] latencies() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().startsWith("pgbench."))
                    .toList();
        }
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            lines.addAll(Files.readAllLines(file));
            Files.delete(file);
        }
        return lines.stream().mapToDouble(line -> Double.parseDouble(line.split(" ")[2]))
                .sorted().toArray();
    }

    /** Syncs of the write-ahead log so far; backends tell theirs within a second. */
    long syncs() throws SQLException, InterruptedException {
        Thread.sleep(1_500);
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT sum(fsyncs) FROM pg_stat_io WHERE object = 'wal'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
