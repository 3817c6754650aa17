package org.subhasta.suppliers.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.model.EmailAddress;
import org.subhasta.parties.model.Field;
import org.subhasta.parties.model.PartiesRefusal;

/**
 * What a supplier tells of itself, all of it public and none of it needed.
 *
 * @param size        of the enterprise
 * @param contact     whom to ask: a person or an office; {@code ""} for none, as with all texts
 * @param email       of the contact
 * @param phone       of the contact
 * @param website     {@code http://} or {@code https://}
 * @param keywords    words to be found by
 * @param description in a few paragraphs, at most 2 000 characters
 * @param categories  what it supplies, CPV codes of eight digits
 * @param places      where, codes of {@link Place}
 */
public record Profile(Optional<SupplierSize> size, String contact, String email, String phone,
        String website, String keywords, String description, List<String> categories,
        List<String> places) {

    /** More say nothing any more. */
    public static final int MOST_CATEGORIES = 50;
    public static final int MOST_PLACES = 100;

    private static final String WEBSITE =
            "https?://([\\p{L}\\p{N}-]+\\.)+\\p{L}[\\p{L}\\p{N}-]+(:[0-9]{1,5})?(/[^\\s\"'<>\\\\]*)?";

    public Profile {
        categories = List.copyOf(categories);
        places = List.copyOf(places);
    }

    /**
     * Judges a profile as typed, any part of which may be null, and names all that is wrong.
     *
     * @param categories codes, with or without the check digit, apart by spaces, commas or lines
     * @param places     codes in the same way
     */
    public static Outcome<Profile> admit(String size, String contact, String email, String phone,
            String website, String keywords, String description, String categories,
            String places) {
        var contacts = new Field("contact", contact).optional(Field.SHORT);
        var emails = new Field("email", email).optional(EmailAddress.LONGEST)
                .matching(EmailAddress.PATTERN, PartiesRefusal.EMAIL_MALFORMED);
        var phones = new Field("phone", phone).optional(40);
        var websites = new Field("website", website).optional(Field.SHORT)
                .matching(WEBSITE, SuppliersRefusal.WEBSITE_MALFORMED);
        var words = new Field("keywords", keywords).optional(Field.SHORT);
        var texts = new Field("description", description).optional(Field.LONG);
        List<Refusal> refusals = new ArrayList<>();
        Optional<SupplierSize> known = size(size, refusals);
        refusals.addAll(Field.refusals(contacts, emails, phones, websites, words, texts));
        List<String> supplied = codes("categories", categories, Profile::category,
                SuppliersRefusal.CATEGORY_UNKNOWN, refusals);
        if (supplied.size() > MOST_CATEGORIES) {
            refusals.add(Refusal.at("categories", SuppliersRefusal.CATEGORIES_TOO_MANY,
                    String.valueOf(MOST_CATEGORIES)));
        }
        List<String> served = codes("places", places, typed -> Place.of(typed).map(Place::code),
                SuppliersRefusal.PLACE_UNKNOWN, refusals);
        if (served.size() > MOST_PLACES) {
            refusals.add(Refusal.at("places", SuppliersRefusal.PLACES_TOO_MANY,
                    String.valueOf(MOST_PLACES)));
        }
        return refusals.isEmpty() ? Outcome.done(new Profile(known, contacts.text(),
                emails.text(), phones.text(), websites.text(), words.text(), texts.text(),
                supplied, served)) : Outcome.refused(refusals);
    }

    private static Optional<SupplierSize> size(String typed, List<Refusal> refusals) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        Optional<SupplierSize> size = Stream.of(SupplierSize.values())
                .filter(one -> one.name().equals(typed.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
        if (size.isEmpty()) {
            refusals.add(Refusal.at("size", SuppliersRefusal.SIZE_UNKNOWN));
        }
        return size;
    }

    /** Eight digits, perhaps followed by the check digit. */
    public static Optional<String> category(String typed) {
        return typed.matches("[0-9]{8}(-[0-9])?")
                ? Optional.of(typed.substring(0, 8)) : Optional.empty();
    }

    private static List<String> codes(String field, String typed,
            Function<String, Optional<String>> read, SuppliersRefusal otherwise,
            List<Refusal> refusals) {
        String text = typed == null ? "" : typed;
        if (text.length() > Field.LONG) {
            refusals.add(Refusal.at(field, PartiesRefusal.FIELD_TOO_LONG,
                    String.valueOf(Field.LONG)));
            return List.of();
        }
        List<String> codes = new ArrayList<>();
        for (String one : text.split("[\\s,;]+")) {
            Optional<String> code = one.isEmpty() ? Optional.empty() : read.apply(one);
            if (code.isEmpty() && !one.isEmpty()) {
                refusals.add(Refusal.at(field, otherwise, one));
                return codes;
            }
            code.filter(fresh -> !codes.contains(fresh)).ifPresent(codes::add);
        }
        return codes;
    }
}
