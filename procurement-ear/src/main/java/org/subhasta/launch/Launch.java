package org.subhasta.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The commands of {@code ./subhasta} that need Java. */
final class Launch {

    private static final int FAILED = 1;

    private Launch() {
    }

    /**
     * Runs one command.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        Path home = Path.of(System.getProperty("subhasta.home", ".")).toAbsolutePath();
        String command = args.length == 0 ? "help" : args[0];
        List<String> arguments = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        // Of a check, the status 1 says that something is wrong with what was checked.
        int failed = command.equals("verify-db") ? VerifyDatabase.NOT_CHECKED : FAILED;
        try {
            switch (command) {
                case "run" -> run(home, Options.parse(arguments, home));
                case "stop" -> stop(Options.parse(arguments, home));
                case "verify-db" -> exit(VerifyDatabase.parse(arguments, home)
                        .run(installation(home), System.out));
                default -> throw new CannotRun("There is no command " + command
                        + ": see ./subhasta help.");
            }
        } catch (CannotRun e) {
            System.err.println(e.getMessage());
            exit(failed);
        } catch (IOException e) {
            System.err.println("Subhasta could not read or write a file (" + e
                    + "): check disk space and rights.");
            exit(failed);
        } catch (InterruptedException e) {
            exit(failed);
        } catch (RuntimeException e) {
            System.err.println("Subhasta met something it did not expect (" + oneLine(e)
                    + "): check the options and the data folder, and report it with this line.");
            exit(failed);
        }
    }

    private static String oneLine(RuntimeException e) {
        return e.toString().replaceAll("\\s+", " ");
    }

    private static Installation installation(Path home) {
        return new Installation(home.resolve("procurement-ear").resolve("target"));
    }

    private static void run(Path home, Options options)
            throws CannotRun, IOException, InterruptedException {
        Run run = new Run(installation(home), options, System.out);
        // Ctrl-C and kill arrive here; a second launcher thread must not race the closing.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(run), "stop"));
        run.start();
        run.await();
    }

    private static void close(Run run) {
        try {
            run.close();
        } catch (IOException e) {
            System.err.println("Stopping left something behind: " + e);
        }
    }

    private static void stop(Options options) throws CannotRun, IOException, InterruptedException {
        Optional<ProcessHandle> holder = DataFolder.holder(options.data());
        if (holder.isEmpty()) {
            System.out.println("No copy of Subhasta is running on " + options.data() + ".");
            return;
        }
        holder.get().destroy();
        try {
            holder.get().onExit().get(90, TimeUnit.SECONDS);
            System.out.println("Stopped.");
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new CannotRun("The copy on " + options.data() + " (process "
                    + holder.get().pid() + ") did not stop within 90 s: end it with kill.", e);
        }
    }

    private static void exit(int status) {
        System.exit(status);
    }
}
