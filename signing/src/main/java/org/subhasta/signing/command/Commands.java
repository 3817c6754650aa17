package org.subhasta.signing.command;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

/** The commands, and how one of them is found and run. */
public final class Commands {

    /** Those of this module, in the order in which the overview names them. */
    public static final List<Command> ALL = List.of(
            new Sign(), new Seal(), new Rehearse(), new OpenShare(), new StampTime(),
            new Watch());

    private static final String STATUS = """

            Exit status: 0 done, or it holds; 1 something is wrong; 2 the command was not
            understood; 3 consistent, but whoever made it is not trusted.
            """;

    private Commands() {
    }

    /**
     * Runs the command that the first argument names.
     *
     * @param commands those there are
     */
    public static Exit run(List<Command> commands, List<String> arguments, Terminal terminal) {
        if (arguments.isEmpty()) {
            terminal.err().print(overview(commands));
            return Exit.USAGE;
        }
        String name = arguments.getFirst();
        Optional<Command> found =
                commands.stream().filter(command -> command.name().equals(name)).findFirst();
        if (name.equals("--help") || name.equals("help")) {
            terminal.out().print(overview(commands));
            return Exit.HOLDS;
        }
        if (found.isEmpty()) {
            terminal.err().println("There is no command " + name + ": --help names them all.");
            return Exit.USAGE;
        }
        return run(found.get(), arguments.subList(1, arguments.size()), terminal);
    }

    private static Exit run(Command command, List<String> given, Terminal terminal) {
        if (given.contains("--help")) {
            terminal.out().print(command.help() + STATUS);
            return Exit.HOLDS;
        }
        try {
            return command.run(Arguments.read(command, given), terminal);
        } catch (Usage e) {
            terminal.err().println(
                    e.getMessage() + " subhasta " + command.name() + " --help tells more.");
            return Exit.USAGE;
        } catch (NoSuchFileException e) {
            terminal.err().println("There is no file " + e.getFile() + ".");
            return Exit.USAGE;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            terminal.err().println("That did not work: " + e.getMessage());
            return Exit.WRONG;
        }
    }

    private static String overview(List<Command> commands) {
        StringBuilder text = new StringBuilder("""
                Signs, seals and checks, without a server; only time-stamps and
                witnesses need a network.

                """);
        commands.forEach(command -> text.append(String.format(
                "  subhasta %-12s %s%n", command.name(), command.summary())));
        return text.append("""

                subhasta COMMAND --help tells what each needs.
                """).append(STATUS).toString();
    }
}
