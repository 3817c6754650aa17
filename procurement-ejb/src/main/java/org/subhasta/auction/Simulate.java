package org.subhasta.auction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.subhasta.auction.format.ActsReader;
import org.subhasta.auction.format.AuctionFile;
import org.subhasta.auction.format.Fault;
import org.subhasta.auction.format.OutcomeWriter;
import org.subhasta.auction.format.Read;
import org.subhasta.auction.format.RecordedAct;
import org.subhasta.auction.format.Simulation;
import org.subhasta.auction.format.TermsReader;

/**
 * The command {@code ./subhasta simulate TERMS.json ACTS.jsonl}: what comes of acts, by the engine
 * that runs live auctions, without a server.
 */
public final class Simulate {

    static final int DONE = 0;
    static final int USAGE = 2;

    private static final String HELP = """
            Runs the acts of an auction over its terms and writes the outcome as JSON.

              simulate [--standing all|best] TERMS.json ACTS.jsonl
                  TERMS.json   the terms: docs/reference/auction-terms.md
                  ACTS.jsonl   the acts, one a line: docs/reference/auction-acts.md
                  --standing   after each act the standing bids of all (as without it),
                               or the leading bid alone, for files with many acts

            Exit status: 0 the outcome is written, 2 the command or a file was not understood,
            with a sentence for each fault and its line.
            """;

    private Simulate() {
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** Runs the command; the exit status. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("help")) {
            out.print(HELP);
            return DONE;
        }
        List<String> files = new ArrayList<>(arguments);
        boolean whole = true;
        int option = files.indexOf("--standing");
        if (option >= 0) {
            String value = option + 1 < files.size() ? files.remove(option + 1) : "";
            files.remove(option);
            if (!List.of("all", "best").contains(value)) {
                return usage(err, "--standing is all or best.");
            }
            whole = value.equals("all");
        }
        if (files.size() != 2 || files.stream().anyMatch(file -> file.startsWith("-"))) {
            return usage(err, "Name a file of terms and a file of acts.");
        }
        try {
            return simulate(Path.of(files.get(0)), Path.of(files.get(1)), whole, out, err);
        } catch (NoSuchFileException e) {
            return usage(err, "There is no file " + e.getFile() + ".");
        } catch (CharacterCodingException e) {
            return usage(err, "A file is not UTF-8 text.");
        } catch (IOException e) {
            return usage(err, "A file cannot be read: " + e.getMessage() + ".");
        }
    }

    private static int simulate(Path termsFile, Path actsFile, boolean whole, PrintStream out,
                                PrintStream err) throws IOException {
        if (Files.size(termsFile) > 4L * TermsReader.MAXIMUM_CHARACTERS) {
            return usage(err, termsFile + " is too large for terms.");
        }
        Read<AuctionFile> terms = TermsReader.read(Files.readString(termsFile));
        if (terms.value().isEmpty()) {
            return faulty(err, termsFile, terms.faults());
        }
        Read<List<RecordedAct>> acts;
        try (BufferedReader reader = Files.newBufferedReader(actsFile)) {
            acts = ActsReader.read(reader, terms.value().get());
        }
        if (acts.value().isEmpty()) {
            return faulty(err, actsFile, acts.faults());
        }
        Read<Simulation> simulation =
                Simulation.begin(terms.value().get(), acts.value().get());
        if (simulation.value().isEmpty()) {
            return faulty(err, termsFile, simulation.faults());
        }
        PrintWriter writer = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        new OutcomeWriter(writer, whole)
                .write(terms.value().get(), acts.value().get(), simulation.value().get());
        return DONE;
    }

    private static int faulty(PrintStream err, Path file, List<Fault> faults) {
        faults.forEach(fault ->
                err.println(file + ":" + fault.line() + ": " + fault.sentence()));
        return USAGE;
    }

    private static int usage(PrintStream err, String sentence) {
        err.println(sentence + " simulate --help tells more.");
        return USAGE;
    }
}
