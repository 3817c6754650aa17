package org.subhasta.signing.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.subhasta.signing.SigningKey;

/**
 * The key that a command is to use: {@code --keystore} or {@code --pkcs11}, and {@code --password},
 * which is asked for where it is not given, and, of a file, asked again where it was wrong. Modules
 * count wrong PINs and lock: theirs is asked once.
 */
public final class KeyOptions {

    /** What a command adds to its own options. */
    public static final Set<String> OPTIONS =
            Set.of("--keystore", "--pkcs11", "--key", "--password");

    /** What a command's help says of them. */
    public static final String HELP = """
              --keystore KEY.p12   your key and certificate, a PKCS#12 file
              --pkcs11 FILE        instead of it, a key in a card or security module: Java's
                                   provider configuration (name = …, library = …, slot = …)
              --key NAME           which of the module's keys, where it has several
              --password TEXT      the file's password or the module's PIN; asked for when it
                                   is not given
            """;

    private static final int ATTEMPTS = 3;

    private KeyOptions() {
    }

    /** Opens the key. */
    public static SigningKey open(Arguments arguments, Terminal terminal)
            throws Usage, IOException, GeneralSecurityException {
        if (!arguments.has("--pkcs11")) {
            if (arguments.has("--key")) {
                throw new Usage("--key goes with --pkcs11.");
            }
            return open(arguments, terminal, "--keystore", "--password");
        }
        if (arguments.has("--keystore")) {
            throw new Usage("Give either --keystore or --pkcs11.");
        }
        Path configuration = Path.of(arguments.required("--pkcs11"));
        if (!Files.isReadable(configuration)) {
            throw new NoSuchFileException(configuration.toString());
        }
        Optional<String> given = arguments.option("--password");
        char[] pin = given.isPresent() ? given.get().toCharArray()
                : ask(terminal, "PIN: ", "--password");
        try {
            return SigningKey.inModule(configuration, pin, arguments.option("--key"));
        } finally {
            Arrays.fill(pin, ' ');
        }
    }

    private static char[] ask(Terminal terminal, String question, String option) throws Usage {
        return terminal.secret().apply(question).orElseThrow(() -> new Usage(
                "There is no terminal to ask for the password: give " + option + "."));
    }

    /** Opens the key that these two options name. */
    static SigningKey open(Arguments arguments, Terminal terminal, String file, String password)
            throws Usage, IOException, GeneralSecurityException {
        Path keystore = Path.of(arguments.required(file));
        Optional<String> given = arguments.option(password);
        if (given.isPresent()) {
            return open(keystore, given.get().toCharArray());
        }
        for (int attempt = 1; ; attempt++) {
            char[] typed =
                    ask(terminal, "Password of " + keystore.getFileName() + ": ", password);
            try {
                return open(keystore, typed);
            } catch (IOException e) {
                if (attempt == ATTEMPTS || !isWrongPassword(e)) {
                    throw e;
                }
                terminal.err().println("That is not the password of " + keystore + ".");
            }
        }
    }

    private static SigningKey open(Path keystore, char[] password)
            throws IOException, GeneralSecurityException {
        try {
            return SigningKey.open(keystore, password);
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    /** So the JDK tells a wrong password from a file that is no PKCS#12 (KeyStore.load). */
    private static boolean isWrongPassword(IOException e) {
        return e.getCause() instanceof UnrecoverableKeyException;
    }
}
