package org.subhasta.bench;

import java.util.List;
import java.util.stream.Collectors;

/** The command {@code ./subhasta bench [SUBJECT]…}; without subjects it measures all of them. */
public final class Bench {

    private static final List<Benchmark> ALL = List.of(
            new SigningBenchmark(), new JournalBenchmark(), new AuctionBenchmark(),
            new IdentityBenchmark());
    private static final int NOT_MEASURED = 1;
    private static final int USAGE = 2;

    private Bench() {
    }

    /**
     * Runs it.
     *
     * @param args subjects, or {@code --help}
     */
    public static void main(String[] args) {
        List<String> subjects = List.of(args);
        String names = ALL.stream().map(Benchmark::name).collect(Collectors.joining(" | "));
        if (subjects.contains("--help")) {
            System.out.print("""
                    subhasta bench [%s]...

                    Measures how fast this machine does what the platform does, each against the
                    bare work of the same by something nobody here wrote, in the same run. Leave
                    the machine alone meanwhile. Takes some minutes for each subject.

                    Exit status: 0 measured; 1 could not be measured; 2 not understood.
                    """.formatted(names));
            return;
        }
        List<String> unknown = subjects.stream().filter(subject ->
                ALL.stream().noneMatch(one -> one.name().equals(subject))).toList();
        if (!unknown.isEmpty()) {
            System.err.println("There is nothing to measure called "
                    + String.join(", ", unknown) + ", only: " + names + ".");
            System.exit(USAGE);
        }
        Table table = new Table(System.out);
        for (Benchmark benchmark : ALL) {
            if (subjects.isEmpty() || subjects.contains(benchmark.name())) {
                run(benchmark, table);
            }
        }
    }

    private static void run(Benchmark benchmark, Table table) {
        try {
            table.begin(benchmark.name(), benchmark.how());
            benchmark.run(table);
        } catch (Exception e) {
            System.err.println(benchmark.name() + " could not be measured: " + e.getMessage());
            System.exit(NOT_MEASURED);
        }
    }
}
