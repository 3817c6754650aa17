package org.subhasta.parties;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.subhasta.parties.model.Registers;

/**
 * The registers whose numbers this server checks: those it is shipped with, or those of the file
 * that the environment names in {@code SUBHASTA_REGISTERS}, which replaces them. Read once.
 */
public final class RegistersInUse {

    private static final class Holder {
        static final Registers REGISTERS = configured(System.getenv("SUBHASTA_REGISTERS"));
    }

    private RegistersInUse() {
    }

    public static Registers get() {
        return Holder.REGISTERS;
    }

    /** Those of a file in UTF-8; where none is named, those shipped. */
    static Registers configured(String file) {
        try (Reader reader = file == null || file.isBlank() ? shipped()
                : Files.newBufferedReader(Path.of(file.strip()))) {
            Properties properties = new Properties();
            properties.load(reader);
            return Registers.of(properties);
        } catch (IOException e) {
            throw new UncheckedIOException("SUBHASTA_REGISTERS cannot be read: " + file, e);
        }
    }

    private static Reader shipped() {
        InputStream stream = RegistersInUse.class.getResourceAsStream("registers.properties");
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
