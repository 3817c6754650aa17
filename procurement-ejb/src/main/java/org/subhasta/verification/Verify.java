package org.subhasta.verification;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.subhasta.signing.command.Arguments;
import org.subhasta.signing.command.Command;
import org.subhasta.signing.command.Exit;
import org.subhasta.signing.command.Terminal;
import org.subhasta.signing.command.Usage;

/** Checks files against authorities that whoever checks trusts. */
final class Verify implements Command {

    private static final Words WORDS = new Words(Locale.ENGLISH);

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String summary() {
        return "checks receipts, notices, bundles and signatures";
    }

    @Override
    public String help() {
        return """
                subhasta verify [--trust FILE|DIR] FILE...

                Checks files of the platform without the platform, and tells in words what was
                checked. What a file is, is told from its content:

                  a bundle of a tender or award: every hash and signature in it, that no entry
                  of its journal and no bid is missing, and the award computed again;
                  a bundle of an auction: every act's signature, and each lot judged again by
                  the engine that judged it live;
                  an award notice (PDF): its signature, and what is printed against the data
                  inside it;
                  a receipt: its signature, what it says, and for which of the other files;
                  the envelope of a sealed bid: its form, and with its signature who made it;
                  a signature (.p7s): together with the document it is on;
                  a time-stamp: together with the file, or the signature, that it is on;
                  a head of the log, or the proof that an entry is in it; two heads and the
                  proof between them: whether the newer continues the older.

                  --trust FILE|DIR     whom you trust: authorities (PEM or DER) and keys of
                                       logs and witnesses (.vkey). Trust never comes from
                                       what is checked
                  --at INSTANT         when what bears no proof of its time was received, such
                                       as 2027-03-01T12:00:00Z; now when it is not given
                  --signature FILE     the same as naming the signature with the files

                Without --trust, or with other authorities, a sound file ends with status 3
                and shows the fingerprints of those who signed it.
                """;
    }

    @Override
    public Set<String> options() {
        return Set.of("--trust", "--signature", "--at");
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal)
            throws Usage, IOException, GeneralSecurityException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (arguments.has("--signature")) {
            read(files, Path.of(arguments.required("--signature")));
        }
        for (Path file : arguments.files()) {
            read(files, file);
        }
        if (arguments.files().isEmpty()) {
            throw new Usage("Name a file to check.");
        }
        Verifier verifier = new Verifier(trusted(arguments),
                arguments.instant("--at", terminal.clock()));
        Exit exit = Exit.HOLDS;
        for (Verifier.Checked checked : verifier.check(files)) {
            tell(checked, terminal);
            exit = exit.and(checked.report().exit());
        }
        return exit;
    }

    private static TrustedKeys trusted(Arguments arguments)
            throws IOException, GeneralSecurityException {
        Optional<String> given = arguments.option("--trust");
        return given.isEmpty() ? TrustedKeys.none() : TrustedKeys.read(Path.of(given.get()));
    }

    /** One byte more than the largest file has, so that a larger one is told as too large. */
    private static void read(Map<String, byte[]> files, Path file) throws IOException {
        files.put(file.toString(), Arguments.bytes(file, Bundle.MAXIMUM_BYTES));
    }

    private static void tell(Verifier.Checked checked, Terminal terminal) {
        terminal.out().println(WORDS.of(checked.kind()) + " " + checked.name());
        checked.report().findings().forEach(finding -> terminal.out().println(
                String.format("  %-12s%s", WORDS.of(finding.mark()), WORDS.of(finding))));
        terminal.out().println(WORDS.verdict(checked.report()));
    }
}
