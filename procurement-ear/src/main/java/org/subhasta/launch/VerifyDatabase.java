package org.subhasta.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.subhasta.journal.LogCheck;
import org.subhasta.journal.Mismatch;
import org.subhasta.signing.log.Malformed;
import org.subhasta.signing.log.VerifierKey;
import org.subhasta.sql.Credentials;
import org.subhasta.sql.DatabaseUnusable;
import org.subhasta.sql.LocalPostgres;
import org.subhasta.sql.PostgresBinaries;

/**
 * The command {@code verify-db}: rebuilds the journal's tree from the tables and compares all of it
 * with what was signed, as the platform itself does at night, but by a program of its own that asks
 * no server. Reads only; the platform may run meanwhile.
 *
 * <p>Whoever holds the database and the log's key can rewrite both: that is what {@code witness}
 * elsewhere is for.
 *
 * @param data  the data folder, absolute
 * @param trust the verifier key of the log; that of the data folder unless told otherwise
 */
record VerifyDatabase(Path data, Path trust) {

    /** Everything is as it was recorded. */
    static final int HOLDS = 0;
    /** Something is not. */
    static final int WRONG = 1;
    /** It could not be looked at. */
    static final int NOT_CHECKED = 2;

    private static final int MOST_SHOWN = 100;

    /** Reads the arguments after the command's name; relative folders start in {@code home}. */
    static VerifyDatabase parse(List<String> arguments, Path home) throws CannotRun {
        Path data = home.resolve("var");
        Path trust = null;
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            switch (name) {
                case "--data" -> data = Path.of(Options.value(arguments, ++i, name));
                case "--trust" -> trust = Path.of(Options.value(arguments, ++i, name));
                default -> throw new CannotRun("There is no option " + name
                        + ": see ./subhasta help.");
            }
        }
        Path folder = data.toAbsolutePath().normalize();
        return new VerifyDatabase(folder, trust == null ? folder.resolve("trust/log.vkey") : trust);
    }

    /**
     * Checks and tells.
     *
     * @return the exit status: {@link #HOLDS} or {@link #WRONG}
     */
    int run(Installation installation, PrintStream out) throws CannotRun, IOException {
        VerifierKey key = key();
        Optional<Credentials> owner = ConfiguredDatabase.from(System.getenv());
        if (owner.isPresent()) {
            return check(owner.get(), key, out);
        }
        Path tables = data.resolve("postgresql");
        Path password = data.resolve("secrets/database-owner");
        if (!Files.exists(tables) || !Files.exists(password)) {
            throw new CannotRun("There is no database in " + data
                    + ": name the data folder of a platform with --data.");
        }
        if (DataFolder.holder(data).isPresent()) {
            return check(LocalPostgres.running(tables, Files.readString(password).strip())
                    .orElseThrow(() -> new CannotRun("The database in " + tables
                            + " is just starting or stopping: try again.")), key, out);
        }
        return startAndCheck(installation, tables, key, out);
    }

    private int startAndCheck(Installation installation, Path tables, VerifierKey key,
            PrintStream out) throws CannotRun, IOException {
        try (DataFolder folder = DataFolder.open(data);
                LocalPostgres postgres = LocalPostgres.start(
                        PostgresBinaries.unpack(installation.postgresql()), tables,
                        folder.resolve("log/postgresql.log"), folder.secret("database-owner"))) {
            // Ctrl-C leaves no server behind.
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "stop"));
            return check(postgres.owner(), key, out);
        } catch (DatabaseUnusable e) {
            throw new CannotRun(e.getMessage(), e);
        }
    }

    private VerifierKey key() throws CannotRun {
        try {
            return VerifierKey.parse(Files.readString(trust));
        } catch (IOException | Malformed e) {
            throw new CannotRun(trust + " is not the verifier key of a log (" + e.getMessage()
                    + "): name it with --trust, or the data folder it stands in with --data.", e);
        }
    }

    private static int check(Credentials owner, VerifierKey key, PrintStream out)
            throws CannotRun {
        LogCheck.Result result;
        try (Connection connection = owner.connect()) {
            result = LogCheck.run(connection, key, 0);
        } catch (SQLException e) {
            throw new CannotRun("The journal cannot be read (" + e.getMessage().split("\n")[0]
                    + "): start the platform of this version once on it, then try again.", e);
        }
        return tell(result, key, out);
    }

    /** One line for each thing that is wrong, then what it comes to. */
    static int tell(LogCheck.Result result, VerifierKey key, PrintStream out) {
        List<Mismatch> wrong = result.mismatches();
        wrong.stream().limit(MOST_SHOWN).forEach(mismatch -> out.println("wrong  "
                + mismatch.subject().map(subject -> subject + ": ").orElse("")
                + mismatch.code().sentence()
                + (mismatch.leaf().isPresent()
                        ? " (leaf " + mismatch.leaf().getAsLong() + ")" : "")));
        if (wrong.size() > MOST_SHOWN) {
            out.println("wrong  and at least " + (wrong.size() - MOST_SHOWN) + " more");
        }
        out.println(wrong.isEmpty()
                ? "holds  all " + result.size() + " entries of " + key.name()
                        + " are as they were signed; root " + result.root().hex()
                : "The journal is not as it was signed.");
        return wrong.isEmpty() ? HOLDS : WRONG;
    }
}
