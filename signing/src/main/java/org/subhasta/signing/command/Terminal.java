package org.subhasta.signing.command;

import java.io.Console;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a command talks to.
 *
 * @param out    for results
 * @param err    for what went wrong
 * @param clock  the host's time: where none is given, now counts
 * @param secret asks for a text that is not shown while it is typed, after this question; empty
 *               where there is nobody to ask
 */
public record Terminal(PrintStream out, PrintStream err, Clock clock,
        Function<String, Optional<char[]>> secret) {

    /** The process's own. */
    public static Terminal system() {
        return new Terminal(System.out, System.err, Clock.systemUTC(), question -> {
            Console console = System.console();
            return console == null ? Optional.empty()
                    : Optional.ofNullable(console.readPassword("%s", question));
        });
    }
}
