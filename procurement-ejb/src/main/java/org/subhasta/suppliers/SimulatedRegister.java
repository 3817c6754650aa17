package org.subhasta.suppliers;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * Stands in for registers where none is connected: knows the invented entries of
 * {@code simulated-register.properties}, one of which it never answers about, and says in its name
 * what it is.
 */
@ApplicationScoped
public class SimulatedRegister implements Register {

    private final Properties entries = new Properties();

    public SimulatedRegister() {
        try (Reader reader = new InputStreamReader(SimulatedRegister.class
                .getResourceAsStream("simulated-register.properties"), StandardCharsets.UTF_8)) {
            entries.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String source() {
        return entries.getProperty("source");
    }

    @Override
    public Answer ask(String scheme, String number) throws SilentException {
        String key = scheme + "." + number + ".";
        if (entries.containsKey(key + "silent")) {
            throw new SilentException(entries.getProperty(key + "silent"));
        }
        return new Answer(entries.getProperty(key + "name", ""),
                entries.getProperty(key + "address", ""),
                entries.getProperty(key + "status", ""));
    }
}
