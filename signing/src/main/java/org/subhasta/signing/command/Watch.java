package org.subhasta.signing.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.subhasta.signing.log.Checkpoint;
import org.subhasta.signing.log.LogProblem;
import org.subhasta.signing.log.Malformed;
import org.subhasta.signing.log.SignedNote;
import org.subhasta.signing.log.Witness;
import org.subhasta.signing.online.LogClient;
import org.subhasta.signing.online.Reach;

/** Watches a platform's log from outside, and co-signs each head that continues what it has seen. */
public final class Watch implements Command {

    private static final int USUAL_SECONDS = 60;
    private static final int LONGEST_SECONDS = 86_400;

    @Override
    public String name() {
        return "witness";
    }

    @Override
    public String summary() {
        return "watches a platform's log and co-signs what continues (needs a network)";
    }

    @Override
    public String help() {
        return """
                subhasta witness --state DIR [--trust LOG.vkey] [--name NAME]
                                 [--every SECONDS] [--once] URL

                Looks at the log of the platform at URL again and again, until it is stopped. A
                new head is proved to continue the last one, from the log's own tiles (C2SP
                tlog-tiles); then it is co-signed and handed to the platform, which shows it. A
                head that does not continue what was seen is never co-signed: it is kept as
                evidence in DIR, and the command ends with 1. Whoever rewrites the platform's
                database and signs anew with its key cannot make you forget.

                  --state DIR        what has to be remembered: log.vkey, the key of the log;
                                     seen, the last head; witness.key, your own, made at the first
                                     start; witness.vkey, which you give to the platform's operator
                  --trust LOG.vkey   the log's key, from somebody you trust; without it the first
                                     visit believes what the platform says, and no later one does
                  --name NAME        what your signatures are called, at the first start; best an
                                     address such as audit.example/witness
                  --every SECONDS    how often it looks (60)
                  --once             looks once and ends
                """;
    }

    @Override
    public Set<String> options() {
        return Set.of("--state", "--trust", "--name", "--every");
    }

    @Override
    public Set<String> flags() {
        return Set.of("--once");
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal) throws Usage, IOException {
        URI url = address(arguments.file().toString());
        Duration pause = pause(arguments);
        LogClient client = new LogClient(url, Reach.asConfigured());
        try (WitnessFolder folder = WitnessFolder.open(Path.of(arguments.required("--state")))) {
            Witness witness = new Witness(
                    folder.log(arguments.option("--trust").map(Path::of), client),
                    folder.key(arguments.option("--name")));
            boolean once = arguments.has("--once");
            while (true) {
                Optional<Exit> end = look(witness, client, folder, terminal, once);
                if (end.isPresent()) {
                    return end.get();
                }
                Thread.sleep(pause);
            }
        } catch (Malformed e) {
            throw new IOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.HOLDS;
        }
    }

    /** One look; what it ends with, if it does. A platform that does not answer is asked again. */
    private static Optional<Exit> look(Witness witness, LogClient client, WitnessFolder folder,
            Terminal terminal, boolean once) throws IOException {
        Instant now = terminal.clock().instant();
        try {
            SignedNote shown = client.head();
            Optional<SignedNote> seen = folder.seen();
            if (seen.filter(last -> last.text().equals(shown.text())).isEmpty() || once) {
                long size = Checkpoint.parse(shown.text()).size();
                Witness.Finding finding =
                        witness.judge(seen, shown, client.nodes(size), now);
                switch (finding) {
                    case Witness.Finding.Refused(LogProblem problem) -> {
                        Path evidence = folder.refused(shown, now);
                        terminal.err().println(problem.sentence()
                                + " The head it shows is kept in " + evidence + ".");
                        return Optional.of(Exit.WRONG);
                    }
                    case Witness.Finding.Cosigned cosigned ->
                            cosigned(shown.with(cosigned.signature()), size, client, folder,
                                    terminal);
                }
            }
        } catch (Malformed e) {
            terminal.err().println("What the log shows is not a head: " + e.getMessage());
            return Optional.of(Exit.WRONG);
        } catch (IOException | UncheckedIOException e) {
            if (once) {
                throw new IOException(e.getMessage(), e);
            }
            terminal.err().println(now + "  not reached: " + e.getMessage());
        }
        return once ? Optional.of(Exit.HOLDS) : Optional.empty();
    }

    /** Remembered first, then handed in: what was said to others is never forgotten. */
    private static void cosigned(SignedNote note, long size, LogClient client,
            WitnessFolder folder, Terminal terminal) throws IOException {
        folder.see(note);
        terminal.out().println("Co-signed: " + size + " entries, continuing all seen before.");
        try {
            client.submit(note);
        } catch (IOException e) {
            terminal.err().println("The platform did not take the co-signature ("
                    + e.getMessage() + "): its operator has to know " + folder.publicKey() + ".");
        }
    }

    private static Duration pause(Arguments arguments) throws Usage {
        String given = arguments.option("--every").orElse(Integer.toString(USUAL_SECONDS));
        if (!given.matches("[1-9][0-9]{0,4}") || Integer.parseInt(given) > LONGEST_SECONDS) {
            throw new Usage("--every needs seconds, 1 to " + LONGEST_SECONDS + ".");
        }
        return Duration.ofSeconds(Integer.parseInt(given));
    }

    private static URI address(String given) throws Usage {
        // Files are paths, and a path has one slash where an address has two.
        String text = given.replaceFirst("^(https?):/+", "$1://");
        try {
            URI url = URI.create(text);
            if (url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Told below, as everything that is no address.
        }
        throw new Usage("Name the platform's address, such as https://tenders.example.");
    }
}
