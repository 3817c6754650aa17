package org.subhasta.signing.command;

import java.util.List;

/** The commands as a process of their own, for what a running one cannot change. */
public final class RunCommands {

    private RunCommands() {
    }

    public static void main(String[] arguments) {
        System.exit(Commands.run(Commands.ALL, List.of(arguments), Terminal.system()).status());
    }
}
