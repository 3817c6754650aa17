package org.subhasta.web.parties;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.subhasta.parties.RegistersInUse;
import org.subhasta.parties.model.Registers;
import org.subhasta.web.page.Texts;

/** Lists to choose from, in the reader's language and order. */
@Named
@RequestScoped
public class Choices {

    private static final String SCHEME = "parties.scheme.";

    @Inject
    Texts texts;

    /** One entry: what is kept, and what is read. */
    public record Choice(String value, String label) {
    }

    /** ISO 3166-1, by name. */
    public List<Choice> getCountries() {
        return sorted(Arrays.stream(Locale.getISOCountries())
                .map(code -> new Choice(code, country(code))));
    }

    /** Registers that we have words for, and all whose numbers are checked here. */
    public List<Choice> getRegisters() {
        Stream<String> worded = texts.keySet().stream()
                .filter(key -> key.startsWith(SCHEME))
                .map(key -> key.substring(SCHEME.length()));
        return sorted(Stream.concat(worded, RegistersInUse.get().entries().keySet().stream())
                .distinct()
                .map(scheme -> new Choice(scheme, register(scheme))));
    }

    /** Time zones of places, and UTC. */
    public List<Choice> getZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.equals("UTC") || id.matches(
                        "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian"
                                + "|Pacific)/.+"))
                .sorted()
                .map(id -> new Choice(id, id.replace('_', ' ')))
                .toList();
    }

    public String country(String code) {
        return code == null ? "" : Locale.of("", code).getDisplayCountry(texts.locale());
    }

    /** The register in words, or its code where we have none. */
    public String register(String scheme) {
        if (texts.containsKey(SCHEME + scheme)) {
            return texts.get(SCHEME + scheme);
        }
        Registers.Entry entry = RegistersInUse.get().entries().get(scheme);
        if (entry == null) {
            return scheme;
        }
        return entry.country().isEmpty() ? entry.name()
                : texts.of("parties.scheme", entry.name(), country(entry.country()));
    }

    /**
     * Whom a certificate names, as people read it: name and organisation out of a distinguished
     * name (RFC 2253), or the whole where it has no name.
     */
    public String named(String distinguishedName) {
        try {
            Map<String, String> parts = new LdapName(distinguishedName).getRdns().stream()
                    .collect(Collectors.toMap(rdn -> rdn.getType().toUpperCase(Locale.ROOT),
                            rdn -> rdn.getValue().toString(), (first, second) -> second));
            return parts.containsKey("CN")
                    ? Stream.of(parts.get("CN"), parts.get("O")).filter(Objects::nonNull)
                            .distinct().collect(Collectors.joining(", "))
                    : distinguishedName;
        } catch (InvalidNameException e) {
            return distinguishedName;
        }
    }

    private List<Choice> sorted(Stream<Choice> choices) {
        Collator collator = Collator.getInstance(texts.locale());
        return choices.sorted(Comparator.comparing(Choice::label, collator)).toList();
    }
}
