package org.subhasta.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.generators.BCrypt;
import org.subhasta.bench.inside.IdentityWork;
import org.subhasta.launch.ExtendedApplication;
import org.subhasta.launch.PlatformRun;
import org.subhasta.rig.inside.Commands;

/**
 * What signing in costs besides the hash of the password, which is meant to cost. The bare work is
 * the same bcrypt by Bouncy Castle; ours is the whole of it at its door, with the person found, the
 * attempt counted, the password hashed and a session begun, durable.
 */
final class IdentityBenchmark implements Benchmark {

    private static final int SECONDS = 5;
    private static final int TURNS = 3;
    private static final int WARM_UP_SECONDS = 5;
    private static final byte[] SALT = "sixteen byte salt".substring(0, 16)
            .getBytes(StandardCharsets.US_ASCII);
    /** bcrypt takes the byte that ends a C string, too. */
    private static final byte[] PASSWORD = "a password of usual length\0"
            .getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public String how() {
        return "one caller; server and PostgreSQL on this machine, durable commits";
    }

    @Override
    public void run(Table table) throws Exception {
        Path installation = Path.of(System.getProperty("subhasta.installation"));
        try (BenchFolder folder = BenchFolder.make(installation)) {
            ExtendedApplication.make(installation.resolve("application"),
                    folder.path().resolve("application"), "bench.jar",
                    List.of(IdentityWork.class, Commands.class, Commands.Work.class));
            measure(installation, folder.path(), table);
        }
    }

    private static void measure(Path installation, Path folder, Table table) throws Exception {
        int inside = BenchFolder.freePort();
        try (PlatformRun platform = PlatformRun.start(installation,
                List.of("--port", Integer.toString(BenchFolder.freePort()), "--no-demo",
                        "--data", folder.resolve("data").toString()),
                Map.of("subhasta.application", folder.resolve("application").toString(),
                        IdentityWork.PORT, Integer.toString(inside)),
                new PrintStream(OutputStream.nullOutputStream()))) {
            Commands.ask(inside, "prepare");
            int cost = cost(platform.owner().connect());
            ask(inside, "sign-in", WARM_UP_SECONDS);
            List<Double> ours = new ArrayList<>();
            List<Double> bare = new ArrayList<>();
            List<Double> current = new ArrayList<>();
            for (int i = 0; i < TURNS; i++) {
                ours.add(ask(inside, "sign-in", SECONDS));
                bare.add(hashes(cost));
                current.add(ask(inside, "current", SECONDS));
            }
            table.line("signing in with a password", Rates.median(ours),
                    "bcrypt of cost %d by Bouncy Castle".formatted(cost), Rates.median(bare), 0.8);
            table.line("finding out whose session it is", Rates.median(current),
                    "signing in with a password", Rates.median(ours));
            table.note("a hash takes %.0f ms here: a guesser with one processor of this kind tries"
                    .formatted(1_000 / Rates.median(bare)) + " %,.0f passwords in a day"
                    .formatted(Rates.median(bare) * 86_400));
        }
    }

    private static double ask(int inside, String what, int seconds) throws IOException {
        return Double.parseDouble(Commands.ask(inside, what + " " + seconds));
    }

    /** As the platform hashed a password just now, such as {@code $2a$11$…}. */
    private static int cost(Connection database) throws SQLException {
        try (database; ResultSet row = database.createStatement().executeQuery(
                "SELECT password FROM parties.person WHERE password IS NOT NULL LIMIT 1")) {
            row.next();
            return Integer.parseInt(row.getString(1).split("\\$")[2]);
        }
    }

    private static double hashes(int cost) {
        long begin = System.nanoTime();
        int done = 0;
        while (System.nanoTime() - begin < SECONDS * 1_000_000_000L) {
            BCrypt.generate(PASSWORD, SALT, cost);
            done++;
        }
        return done * 1e9 / (System.nanoTime() - begin);
    }
}
