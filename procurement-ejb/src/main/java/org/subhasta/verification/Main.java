package org.subhasta.verification;

import java.util.List;
import java.util.stream.Stream;
import org.subhasta.signing.command.Command;
import org.subhasta.signing.command.Commands;
import org.subhasta.signing.command.Terminal;

/** Where the runnable jar begins: all commands that need no server. */
public final class Main {

    static final List<Command> COMMANDS = Stream.concat(
            Stream.of(new Verify()), Commands.ALL.stream()).toList();

    private Main() {
    }

    public static void main(String[] arguments) {
        System.exit(Commands.run(COMMANDS, List.of(arguments), Terminal.system()).status());
    }
}
