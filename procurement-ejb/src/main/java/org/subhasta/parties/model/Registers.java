package org.subhasta.parties.model;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.subhasta.kernel.Refusal;

/**
 * The registers whose numbers are checked, by their scheme: codes of the org-id.guide list, and of
 * its form for VAT ({@code NL-VAT}), which the list leaves out. Numbers of other schemes are taken
 * as they come, those that begin with {@code XM-} always.
 */
public record Registers(Map<String, Entry> entries) {

    private static final Pattern SCHEME = Pattern.compile("[A-Z]{2}-[A-Z0-9_]{2,20}");

    /**
     * One register.
     *
     * @param name    what it is called where it is kept
     * @param country ISO 3166-1, two letters; {@code ""} for a register of all countries
     * @param prefix  letters that its numbers begin with, whether somebody types them or not
     * @param pattern the form of a number without the prefix
     * @param check   how its check digits are computed
     * @param example a right number, for people
     */
    public record Entry(String name, String country, String prefix, Pattern pattern,
            CheckRule check, String example) {

        public Entry {
            if (!pattern.matcher(bare(compact(example, prefix), prefix)).matches()
                    || !check.isRight(bare(compact(example, prefix), prefix))) {
                throw new IllegalArgumentException(name + ": its own example is not right");
            }
        }
    }

    public Registers {
        entries = Map.copyOf(entries);
    }

    /**
     * Reads registers out of properties: {@code NL-KVK.name}, {@code .country}, {@code .prefix},
     * {@code .pattern}, {@code .check}, {@code .example}, of which prefix and check may be missing.
     *
     * @throws IllegalArgumentException naming the register whose description cannot be used
     */
    public static Registers of(Properties properties) {
        Map<String, Entry> entries = new TreeMap<>();
        for (String scheme : properties.stringPropertyNames().stream()
                .map(key -> key.substring(0, Math.max(0, key.lastIndexOf('.'))))
                .collect(Collectors.toSet())) {
            try {
                entries.put(scheme, entry(scheme, properties));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(
                        "register " + scheme + " is not described rightly: " + e.getMessage(), e);
            }
        }
        return new Registers(entries);
    }

    private static Entry entry(String scheme, Properties properties) {
        if (!SCHEME.matcher(scheme).matches() || scheme.startsWith("XM-")) {
            throw new IllegalArgumentException("no scheme that can be checked");
        }
        String check = properties.getProperty(scheme + ".check", "none");
        return new Entry(required(properties, scheme + ".name"),
                properties.getProperty(scheme + ".country", ""),
                properties.getProperty(scheme + ".prefix", ""),
                Pattern.compile(required(properties, scheme + ".pattern")),
                CheckRule.valueOf(check.toUpperCase(Locale.ROOT).replace('-', '_')),
                required(properties, scheme + ".example"));
    }

    private static String required(Properties properties, String key) {
        return Objects.requireNonNull(properties.getProperty(key), key + " is missing");
    }

    /** The number as it is kept and compared; of a register not described here as typed. */
    public String normal(String scheme, String identifier) {
        Entry entry = entries.get(scheme);
        return entry == null ? identifier : compact(identifier, entry.prefix());
    }

    /** Why a number cannot be of this register; empty where it can. */
    public Optional<Refusal> judge(String field, String scheme, String identifier) {
        Entry entry = entries.get(scheme);
        if (entry == null) {
            return Optional.empty();
        }
        String bare = bare(compact(identifier, entry.prefix()), entry.prefix());
        if (!entry.pattern().matcher(bare).matches()) {
            return Optional.of(
                    Refusal.at(field, PartiesRefusal.IDENTIFIER_FORM, entry.example()));
        }
        return entry.check().isRight(bare) ? Optional.empty() : Optional.of(
                Refusal.at(field, PartiesRefusal.IDENTIFIER_CHECK_DIGITS, entry.example()));
    }

    private static String compact(String typed, String prefix) {
        String letters = typed.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        return letters.startsWith(prefix) ? letters : prefix + letters;
    }

    private static String bare(String normal, String prefix) {
        return normal.substring(prefix.length());
    }
}
