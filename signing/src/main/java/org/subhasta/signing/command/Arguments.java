package org.subhasta.signing.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.signing.Trust;

/** What a command was given: options with their values, and files. */
public final class Arguments {

    private final Map<String, List<String>> options = new LinkedHashMap<>();
    private final List<String> files = new ArrayList<>();

    private Arguments() {
    }

    /** Reads what follows the command's name; {@code --} ends the options. */
    static Arguments read(Command command, List<String> given) throws Usage {
        Arguments arguments = new Arguments();
        boolean onlyFiles = false;
        for (int i = 0; i < given.size(); i++) {
            String argument = given.get(i);
            if (onlyFiles || !argument.startsWith("--")) {
                arguments.files.add(argument);
            } else if (argument.equals("--")) {
                onlyFiles = true;
            } else if (command.flags().contains(argument)) {
                arguments.options.put(argument, List.of());
            } else if (!command.options().contains(argument)) {
                throw new Usage("There is no option " + argument + ".");
            } else if (++i == given.size()) {
                throw new Usage(argument + " needs a value.");
            } else {
                arguments.add(command, argument, given.get(i));
            }
        }
        return arguments;
    }

    private void add(Command command, String option, String value) throws Usage {
        List<String> values = options.computeIfAbsent(option, none -> new ArrayList<>());
        if (!values.isEmpty() && !command.repeatable().contains(option)) {
            throw new Usage(option + " is given twice.");
        }
        values.add(value);
    }

    /** Whether the option was given. */
    public boolean has(String option) {
        return options.containsKey(option);
    }

    /** The option's value, the first where it has several. */
    public Optional<String> option(String option) {
        return all(option).stream().findFirst();
    }

    /** All values of an option, as given. */
    public List<String> all(String option) {
        return List.copyOf(options.getOrDefault(option, List.of()));
    }

    /** The value of an option that has to be there. */
    public String required(String option) throws Usage {
        return option(option).orElseThrow(() -> new Usage(option + " is missing."));
    }

    /** The files named, as given. */
    public List<Path> files() {
        return files.stream().map(Path::of).toList();
    }

    /** The one file that has to be named. */
    public Path file() throws Usage {
        if (files.size() != 1) {
            throw new Usage("Name one document.");
        }
        return Path.of(files.getFirst());
    }

    /** The instant of an option, or now. */
    public Instant instant(String option, Clock clock) throws Usage {
        try {
            return option(option).map(Instant::parse).orElseGet(clock::instant);
        } catch (DateTimeParseException e) {
            throw new Usage(option + " needs an instant such as 2027-03-01T12:00:00Z.");
        }
    }

    /**
     * The authorities of an option: a PEM or DER file, or a folder of them. Where it is not given,
     * nobody is trusted.
     */
    public Trust trust(String option) throws IOException, GeneralSecurityException {
        Optional<String> given = option(option);
        return given.isEmpty() ? Trust.of(List.of()) : Trust.read(Path.of(given.get()));
    }

    /** Reads one byte more than is accepted, so that what is too large is told by its reader. */
    public static byte[] bytes(Path file, int accepted) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(accepted + 1);
        }
    }
}
