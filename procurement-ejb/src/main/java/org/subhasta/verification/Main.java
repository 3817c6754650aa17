package org.subhasta.verification;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.subhasta.signing.command.Command;
import org.subhasta.signing.command.Commands;
import org.subhasta.signing.command.Terminal;

/** Where the runnable jar begins: all commands that need no server. */
public final class Main {

    static final List<Command> COMMANDS = Stream.concat(
            Stream.of(new Verify()), Commands.ALL.stream()).toList();

    /** Kept, or its level would be forgotten with it. */
    private static final Logger LIBRARIES = Logger.getLogger("org.apache");

    private Main() {
    }

    public static void main(String[] arguments) {
        // What a reader of PDF files has to say of a file is for its makers, not for people.
        LIBRARIES.setLevel(Level.OFF);
        System.exit(Commands.run(COMMANDS, List.of(arguments), Terminal.system()).status());
    }
}
