package org.subhasta.suppliers.model;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A country (ISO 3166-1) or a region in it by the form of NUTS codes (Regulation (EC) No 1059/2003):
 * up to three more letters or digits. Which regions there are is not checked, because the list
 * changes every few years.
 *
 * @param code NUTS's own: Greece is EL and the United Kingdom UK there
 */
public record Place(String code) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public Place {
        if (!code.matches("[A-Z]{2}[A-Z0-9]{0,3}")) {
            throw new IllegalArgumentException("no place: " + code);
        }
    }

    public static Optional<Place> of(String typed) {
        String code = typed.strip().toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z]{2}[A-Z0-9]{0,3}")) {
            return Optional.empty();
        }
        String country = country(code);
        return COUNTRIES.contains(country) ? Optional.of(new Place(switch (country) {
            case "GR" -> "EL" + code.substring(2);
            case "GB" -> "UK" + code.substring(2);
            default -> code;
        })) : Optional.empty();
    }

    /** ISO 3166-1. */
    public String country() {
        return country(code);
    }

    private static String country(String code) {
        return switch (code.substring(0, 2)) {
            case "EL" -> "GR";
            case "UK" -> "GB";
            default -> code.substring(0, 2);
        };
    }
}
