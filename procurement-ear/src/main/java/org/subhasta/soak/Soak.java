package org.subhasta.soak;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.subhasta.rig.Api;
import org.subhasta.rig.Officer;
import org.subhasta.rig.Platform;
import org.subhasta.rig.Supplier;

/** The command {@code ./subhasta soak}. */
public final class Soak {

    private static final int RIGHT = 0;
    private static final int WRONG = 1;
    private static final int USAGE = 2;
    private static final String HELP = """
            subhasta soak [--minutes 10] [--auctions 20] [--robots 50] [--kills 3]

            Robots bid in live auctions of all formats over the interface for programs, while
            the whole platform, its database too, is killed in the middle. Afterwards:
              every receipt is found in the journal,
              every auction ended as its acts make it end (as ./subhasta simulate does),
              nothing was accepted that was not answered, and
              every bundle is verified.
            On a platform of its own, which is thrown away if all is right.

            Exit status: 0 all of it is right; 1 something is not; 2 not understood.
            """;

    private final int minutes;
    private final int auctions;
    private final int robots;
    private final int kills;
    private final PrintStream out;

    private Soak(Map<String, Integer> options, PrintStream out) {
        minutes = options.get("--minutes");
        auctions = options.get("--auctions");
        robots = options.get("--robots");
        kills = options.get("--kills");
        this.out = out;
    }

    /**
     * Runs it.
     *
     * @param args the options
     */
    public static void main(String[] args) throws Exception {
        Map<String, Integer> options = new HashMap<>(Map.of(
                "--minutes", 10, "--auctions", 20, "--robots", 50, "--kills", 3));
        for (int i = 0; i < args.length; i += 2) {
            if (args[i].equals("--help")) {
                System.out.print(HELP);
                return;
            }
            if (i + 1 == args.length || !options.containsKey(args[i])
                    || !args[i + 1].matches("[0-9]{1,4}")) {
                System.err.println("soak does not understand " + args[i] + ": see soak --help.");
                System.exit(USAGE);
            }
            options.put(args[i], Integer.valueOf(args[i + 1]));
        }
        System.exit(new Soak(options, System.out).run() ? RIGHT : WRONG);
    }

    private boolean run() throws Exception {
        Path installation = Path.of(System.getProperty("subhasta.installation"));
        Path folder = Files.createTempDirectory(installation, "soak-");
        boolean right = false;
        try (Platform platform = new Platform(installation, folder)) {
            Runtime.getRuntime().addShutdownHook(new Thread(platform::end));
            platform.start();
            right = soak(platform);
        }
        if (right) {
            delete(folder);
            out.println("All of it is right.");
        } else {
            out.println("Something is not right. What the platform kept is in " + folder);
        }
        return right;
    }

    private boolean soak(Platform platform) throws Exception {
        Api api = new Api(platform.api());
        Path people = platform.people(robots);
        List<Supplier> suppliers = Supplier.read(people, robots);
        Officer officer = new Officer(api, Files.readString(people.resolve("officer.token")));
        // To be prepared takes some time for each admission and entry.
        Instant opensAt = Instant.now().truncatedTo(ChronoUnit.SECONDS)
                .plusSeconds(20 + auctions * robots / 5);
        Duration length = Duration.ofMinutes(minutes);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < auctions; i++) {
            ids.add(officer.publish(Plan.terms(i, opensAt, length, robots), suppliers));
        }
        out.println(auctions + " auctions with " + robots + " robots each, from " + opensAt);
        Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < auctions; i++) {
                for (int n = 0; n < robots; n++) {
                    threads.submit(new Robot(api, suppliers.get(n), ids.get(i),
                            Plan.kind(i), i * 1_000L + n, attempts));
                }
            }
            threads.submit(() -> {
                while (!officer.attend(ids)) {
                    Thread.sleep(2_000);
                }
                return ids;
            });
            kills(platform, opensAt, length);
        }
        out.println("all have ended at " + Instant.now());
        return new Verdict(api, platform, out).isRight(ids, List.copyOf(attempts));
    }

    /** Spread evenly over the time. */
    private void kills(Platform platform, Instant opensAt, Duration length)
            throws IOException, InterruptedException {
        for (int i = 1; i <= kills; i++) {
            Instant due = opensAt.plus(length.multipliedBy(i).dividedBy(kills + 1L));
            Thread.sleep(Math.max(0, Duration.between(Instant.now(), due).toMillis()));
            platform.kill();
            Instant killed = Instant.now();
            platform.start();
            out.println("killed at " + killed + ", there again after "
                    + Duration.between(killed, Instant.now()).toSeconds() + " s");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
