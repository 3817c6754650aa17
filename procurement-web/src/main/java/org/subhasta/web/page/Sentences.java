package org.subhasta.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of all capabilities, by language: every {@code texts/<capability>.properties} is
 * English and complete, {@code texts/<capability>_es.properties} covers it in Spanish, and so on.
 */
@ApplicationScoped
public class Sentences {

    private static final String FOLDER = "/WEB-INF/classes/org/subhasta/web/texts/";
    private static final Pattern FILE = Pattern.compile("[a-z]+(?:_([a-z]{2,3}))?\\.properties");

    @Inject
    ServletContext context;

    private final Map<String, Map<String, String>> byLanguage = new ConcurrentHashMap<>();

    /** All texts; where a language lacks one, the English one stands in. */
    public Map<String, String> in(Locale locale) {
        return byLanguage.computeIfAbsent(locale.getLanguage(), this::read);
    }

    private Map<String, String> read(String language) {
        Map<String, String> texts = new HashMap<>();
        for (String wanted : new String[] {"", language}) {
            for (String path : new TreeSet<>(paths())) {
                Matcher file = FILE.matcher(path.substring(FOLDER.length()));
                if (file.matches() && wanted.equals(file.group(1) == null ? "" : file.group(1))) {
                    texts.putAll(load(path));
                }
            }
        }
        return Map.copyOf(texts);
    }

    private Set<String> paths() {
        Set<String> paths = context.getResourcePaths(FOLDER);
        return paths == null ? Set.of() : paths;
    }

    private Map<String, String> load(String path) {
        Properties lines = new Properties();
        try (InputStream stream = context.getResourceAsStream(path)) {
            lines.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
        Map<String, String> texts = new HashMap<>();
        lines.stringPropertyNames().forEach(key -> texts.put(key, lines.getProperty(key)));
        return texts;
    }
}
