package org.subhasta.parties.model;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

/**
 * What an organisation says of itself.
 *
 * @param name       registered name
 * @param scheme     the register that gave the identifier, as a code of the org-id.guide list
 *                   ({@code GB-COH}); OCDS uses the same codes
 * @param identifier the organisation's number in that register
 * @param country    ISO 3166-1, two letters
 * @param street     with house number
 * @param postalCode {@code ""} where the country has none
 * @param locality   town
 * @param email      of the organisation, published with its awards
 * @param phone      {@code ""} where none is given
 * @param zone       IANA time zone in which the organisation's deadlines stand
 */
public record OrganisationDetails(String name, String scheme, String identifier, String country,
        String street, String postalCode, String locality, String email, String phone,
        String zone) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public OrganisationDetails {
        Objects.requireNonNull(street);
        Objects.requireNonNull(postalCode);
        Objects.requireNonNull(phone);
        if (name.isBlank() || scheme.isBlank() || identifier.isBlank() || country.length() != 2
                || locality.isBlank() || email.isBlank() || zone.isBlank()) {
            throw new IllegalArgumentException("an organisation without what identifies it");
        }
    }

    /**
     * Judges details as typed, any of which may be null, and names all that is wrong at once. The
     * fields of the refusals are named like the components, after {@code prefix}. The number is
     * checked where {@code registers} know the register, and kept in its normal form.
     */
    public static Outcome<OrganisationDetails> admit(Registers registers, String prefix,
            String name, String scheme, String identifier, String country, String street,
            String postalCode, String locality, String email, String phone, String zone) {
        var names = new Field(prefix + "name", name).required(Field.SHORT);
        var schemes = new Field(prefix + "scheme", scheme).required(30).upperCase()
                .matching("([A-Z]{2}|XM)-[A-Z0-9_]{2,20}", PartiesRefusal.SCHEME_UNKNOWN);
        var identifiers = new Field(prefix + "identifier", identifier).required(60)
                .matching("[\\p{L}\\p{N}][\\p{L}\\p{N} ./-]*", PartiesRefusal.IDENTIFIER_MALFORMED);
        var countries = new Field(prefix + "country", country).required(2).upperCase()
                .oneOf(COUNTRIES, PartiesRefusal.COUNTRY_UNKNOWN);
        var streets = new Field(prefix + "street", street).required(Field.SHORT);
        var postalCodes = new Field(prefix + "postalCode", postalCode).optional(20);
        var localities = new Field(prefix + "locality", locality).required(Field.SHORT);
        var emails = new Field(prefix + "email", email).required(EmailAddress.LONGEST)
                .matching(EmailAddress.PATTERN, PartiesRefusal.EMAIL_MALFORMED);
        var phones = new Field(prefix + "phone", phone).optional(40);
        var zones = new Field(prefix + "zone", zone).required(60);

        List<Refusal> refusals = new ArrayList<>(Field.refusals(names, countries, schemes,
                identifiers, streets, postalCodes, localities, emails, phones, zones));
        if (zones.refusal() == null && !isZone(zones.text())) {
            refusals.add(Refusal.at(prefix + "zone", PartiesRefusal.ZONE_UNKNOWN));
        }
        if (schemes.refusal() == null && identifiers.refusal() == null) {
            registers.judge(prefix + "identifier", schemes.text(), identifiers.text())
                    .ifPresent(refusals::add);
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        return Outcome.done(new OrganisationDetails(names.text(), schemes.text(),
                registers.normal(schemes.text(), identifiers.text()), countries.text(),
                streets.text(), postalCodes.text(), localities.text(), emails.text(),
                phones.text(), zones.text()));
    }

    /** Whether both name the same entry of the same register, however it was typed. */
    public static String sameKey(String scheme, String identifier) {
        return scheme + ":" + identifier.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }

    private static boolean isZone(String zone) {
        try {
            // Fixed offsets are no time zones of a place: they know no summer time.
            return ZoneId.of(zone).getRules() != null && (zone.contains("/") || zone.equals("UTC"));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
