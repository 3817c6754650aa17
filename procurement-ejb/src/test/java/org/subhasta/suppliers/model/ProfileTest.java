package org.subhasta.suppliers.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.model.PartiesRefusal;

class ProfileTest {

    @Test
    void nothing_of_it_is_needed() {
        assertEquals(Outcome.done(new Profile(Optional.empty(), "", "", "", "", "", "", List.of(),
                        List.of())),
                Profile.admit(null, null, null, null, null, null, null, null, null));
    }

    @Test
    void codes_are_read_however_they_are_kept_apart_and_each_once() {
        Profile profile = (Profile) assertInstanceOf(Outcome.Done.class, Profile.admit("small",
                "", "", "", "", "", "", "45000000-7,45261000\n45000000", "nl32 GB;el30 GR")).value();
        assertEquals(Optional.of(SupplierSize.SMALL), profile.size());
        assertEquals(List.of("45000000", "45261000"), profile.categories());
        assertEquals(List.of("NL32", "UK", "EL30", "EL"), profile.places());
    }

    @Test
    void everything_wrong_is_named_at_once_each_at_its_field() {
        assertEquals(List.of(Refusal.at("size", SuppliersRefusal.SIZE_UNKNOWN),
                        Refusal.at("contact", PartiesRefusal.FIELD_HIDDEN),
                        Refusal.at("email", PartiesRefusal.EMAIL_MALFORMED),
                        Refusal.at("website", SuppliersRefusal.WEBSITE_MALFORMED),
                        Refusal.at("description", PartiesRefusal.FIELD_TOO_LONG, "2000"),
                        Refusal.at("categories", SuppliersRefusal.CATEGORY_UNKNOWN, "4526"),
                        Refusal.at("places", SuppliersRefusal.PLACE_UNKNOWN, "ZZ1")),
                assertInstanceOf(Outcome.Refused.class, Profile.admit("huge", "A\u202Eb", "a", "",
                        "javascript:alert(1)", "", "x".repeat(10_000), "4526", "ZZ1")).refusals());
    }

    @Test
    void more_than_anybody_supplies_is_refused() {
        String categories = IntStream.range(0, 51).mapToObj(i -> "450000" + (10 + i))
                .collect(Collectors.joining(" "));
        String places = IntStream.range(0, 101).mapToObj(i -> "NL" + (100 + i))
                .collect(Collectors.joining(" "));
        assertEquals(List.of(Refusal.at("categories", SuppliersRefusal.CATEGORIES_TOO_MANY, "50"),
                        Refusal.at("places", SuppliersRefusal.PLACES_TOO_MANY, "100")),
                assertInstanceOf(Outcome.Refused.class, Profile.admit("", "", "", "", "", "", "",
                        categories, places)).refusals());
    }

    @Test
    void a_description_has_lines_and_no_other_control_characters() {
        assertInstanceOf(Outcome.Done.class,
                Profile.admit("", "", "", "", "", "", "a\r\n\tb", "", ""));
        assertEquals(List.of(Refusal.at("description", PartiesRefusal.FIELD_UNREADABLE)),
                assertInstanceOf(Outcome.Refused.class, Profile.admit("", "", "", "", "", "",
                        "a\u0000b", "", "")).refusals());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://company.example", "http://a-b.c.example:8080/x?y=z", "https://ö.example/"})
    void addresses_of_the_web_are_admitted(String website) {
        assertInstanceOf(Outcome.Done.class,
                Profile.admit("", "", "", "", website, "", "", "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"company.example", "ftp://company.example", "https://company",
        "https://u:p@company.example", "https://company.example/\"onclick=", "https://a.example/ b"})
    void what_leads_nowhere_or_somewhere_else_is_refused(String website) {
        assertInstanceOf(Outcome.Refused.class,
                Profile.admit("", "", "", "", website, "", "", "", ""));
    }

    @ParameterizedTest
    @CsvSource({"45261000,45,true", "45261000,45261,true", "45000000,45261000,true",
        "45261000,45262,false", "45261000,71,false", "45261000,45261000,true", "30000000,30,true"})
    void a_code_finds_what_stands_in_it_and_what_covers_it(
            String supplied, String asked, boolean found) {
        assertEquals(found, !Collections.disjoint(
                Reach.stored(List.of(Reach.category(supplied))),
                Reach.asked(Reach.category(asked))));
    }

    @Test
    void places_are_found_in_the_same_way() {
        assertTrue(found("NL", "NL32"));
        assertTrue(found("NL326", "NL32"));
        assertFalse(found("NL32", "NL33"));
        assertFalse(found("BE", "NL"));
    }

    private static boolean found(String served, String asked) {
        return !Collections.disjoint(Reach.stored(List.of(served)), Reach.asked(asked));
    }
}
