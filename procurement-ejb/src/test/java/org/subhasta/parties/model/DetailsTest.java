package org.subhasta.parties.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

class DetailsTest {

    private static final Registers REGISTERS = new Registers(Map.of());

    private static final Map<String, String> GOOD = Map.of("name", "Alder Bay Sweepers Ltd",
            "scheme", "GB-COH", "identifier", "01234567", "country", "GB", "street", "1 Quay",
            "postalCode", "AB1 2CD", "locality", "Alder Bay", "email", "office@sweepers.example",
            "phone", "", "zone", "Europe/London");

    @Test
    void complete_details_are_admitted() {
        assertInstanceOf(Outcome.Done.class, admit(Map.of()));
    }

    @Test
    void white_space_around_and_doubled_within_is_not_part_of_a_name() {
        Outcome<OrganisationDetails> outcome = admit(Map.of("name", "  Alder   Bay "));
        assertEquals("Alder Bay", ((Outcome.Done<OrganisationDetails>) outcome).value().name());
    }

    @Test
    void everything_missing_is_named_at_once_each_at_its_field() {
        var outcome = OrganisationDetails.admit(REGISTERS, "organisation.", null, null, null, null, null, null,
                null, null, null, null);
        List<Refusal> refusals = assertInstanceOf(Outcome.Refused.class, outcome).refusals();
        assertEquals(List.of("name", "country", "scheme", "identifier", "street", "locality",
                        "email", "zone"),
                refusals.stream().map(r -> r.field().replace("organisation.", ""))
                        .collect(Collectors.toList()));
        refusals.forEach(r -> assertEquals(PartiesRefusal.FIELD_REQUIRED, r.code()));
    }

    @ParameterizedTest
    @CsvSource({"scheme,no scheme,SCHEME_UNKNOWN", "scheme,GB,SCHEME_UNKNOWN",
        "identifier,<script>,IDENTIFIER_MALFORMED", "country,ZZ,COUNTRY_UNKNOWN",
        "email,office@sweepers,EMAIL_MALFORMED", "email,office,EMAIL_MALFORMED",
        "zone,Middle/Earth,ZONE_UNKNOWN", "zone,+01:00,ZONE_UNKNOWN", "zone,Z,ZONE_UNKNOWN"})
    void a_wrong_value_is_refused_with_its_own_reason(String field, String value, String code) {
        List<Refusal> refusals =
                assertInstanceOf(Outcome.Refused.class, admit(Map.of(field, value))).refusals();
        assertEquals(List.of(Refusal.at(field, PartiesRefusal.valueOf(code))), refusals);
    }

    @Test
    void a_name_is_one_line_of_at_most_two_hundred_characters() {
        assertEquals(List.of(Refusal.at("name", PartiesRefusal.FIELD_UNREADABLE)),
                assertInstanceOf(Outcome.Refused.class, admit(Map.of("name", "A\nB"))).refusals());
        assertEquals(List.of(Refusal.at("name", PartiesRefusal.FIELD_TOO_LONG, "200")),
                assertInstanceOf(Outcome.Refused.class, admit(Map.of("name", "A".repeat(201))))
                        .refusals());
    }

    @Test
    void the_same_number_is_the_same_however_it_is_typed() {
        assertEquals(OrganisationDetails.sameKey("NO-BRC", "123 456 789"),
                OrganisationDetails.sameKey("NO-BRC", "123456789"));
        assertNotEquals(OrganisationDetails.sameKey("GB-COH", "123456789"),
                OrganisationDetails.sameKey("NO-BRC", "123456789"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.example", "Ada.Lovelace+bids@sub.domain.example", "ü@ö.example"})
    void ordinary_addresses_are_admitted_and_compared_without_case(String address) {
        assertEquals(Outcome.done(new EmailAddress(address)), EmailAddress.admit("email", address));
        assertEquals(new EmailAddress(address).key(),
                new EmailAddress(address.toUpperCase(java.util.Locale.ROOT)).key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a@", "@b.example", "a b@c.example", "a@b@c.example", "<a@b.example>"})
    void what_is_no_address_is_refused(String address) {
        assertEquals(List.of(Refusal.at("email", PartiesRefusal.EMAIL_MALFORMED)),
                assertInstanceOf(Outcome.Refused.class, EmailAddress.admit("email", address))
                        .refusals());
    }

    private static Outcome<OrganisationDetails> admit(Map<String, String> changed) {
        Map<String, String> all = new TreeMap<>(GOOD);
        all.putAll(changed);
        return OrganisationDetails.admit(REGISTERS, "", all.get("name"), all.get("scheme"),
                all.get("identifier"), all.get("country"), all.get("street"),
                all.get("postalCode"), all.get("locality"), all.get("email"), all.get("phone"),
                all.get("zone"));
    }
}
