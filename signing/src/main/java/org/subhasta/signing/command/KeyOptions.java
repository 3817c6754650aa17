package org.subhasta.signing.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.subhasta.signing.SigningKey;

/**
 * The key that a command is to use: {@code --keystore} and {@code --password}, which is asked for
 * where it is not given, and asked again where it was wrong.
 */
public final class KeyOptions {

    /** What a command adds to its own options. */
    public static final Set<String> OPTIONS = Set.of("--keystore", "--password");

    /** What a command's help says of them. */
    public static final String HELP = """
              --keystore KEY.p12   your key and certificate, a PKCS#12 file
              --password TEXT      the file's password; asked for when it is not given
            """;

    private static final int ATTEMPTS = 3;

    private KeyOptions() {
    }

    /** Opens the key. */
    public static SigningKey open(Arguments arguments, Terminal terminal)
            throws Usage, IOException, GeneralSecurityException {
        Path keystore = Path.of(arguments.required("--keystore"));
        Optional<String> given = arguments.option("--password");
        if (given.isPresent()) {
            return open(keystore, given.get().toCharArray());
        }
        for (int attempt = 1; ; attempt++) {
            char[] typed = terminal.secret().apply("Password of the key: ").orElseThrow(() ->
                    new Usage("There is no terminal to ask for the password: give --password."));
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
