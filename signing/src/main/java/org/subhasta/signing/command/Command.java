package org.subhasta.signing.command;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Set;

/** One command: {@code subhasta NAME [--option VALUE]… [FILE]…}. Stateless. */
public interface Command {

    /** The word it is called by. */
    String name();

    /** What it does, in the one line that the overview has for it. */
    String summary();

    /** All that a person reads after {@code --help}, ending with a line break. */
    String help();

    /** The options that take a value, with their dashes: {@code --out}. */
    Set<String> options();

    /** The options that take none. */
    default Set<String> flags() {
        return Set.of();
    }

    /** Those of {@link #options()} that may be given several times. */
    default Set<String> repeatable() {
        return Set.of();
    }

    /**
     * Does it. What it finds out is told on {@link Terminal#out()}.
     *
     * @throws Usage                    where it cannot be done as asked; the sentence is shown
     * @throws IOException              where a file cannot be read or written
     * @throws GeneralSecurityException where a key or a certificate cannot be used
     * @throws IllegalArgumentException where a key or a file is not of the kind it has to be
     */
    Exit run(Arguments arguments, Terminal terminal)
            throws Usage, IOException, GeneralSecurityException;
}
