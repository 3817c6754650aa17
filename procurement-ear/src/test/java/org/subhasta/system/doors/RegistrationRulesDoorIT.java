package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.NearName;
import org.subhasta.parties.NearNames;
import org.subhasta.parties.OrganisationForm;
import org.subhasta.parties.PersonForm;
import org.subhasta.parties.PersonView;
import org.subhasta.parties.Registrations;
import org.subhasta.parties.Role;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.system.DoorTest;

/** Under which numbers and names somebody registers. */
class RegistrationRulesDoorIT extends DoorTest {

    private String officer;
    private final String word = Identifier.next().replaceAll("[0-9]", "q");

    @BeforeEach
    void anOfficer() {
        officer = Bidder.person("mara@alder-bay.example");
    }

    @Test
    void a_wrong_number_and_a_feigned_name_are_refused_each_at_its_field() {
        assertEquals(List.of(
                        Refusal.at("organisation.name", PartiesRefusal.NAME_MIXED, "B\u0430y"),
                        Refusal.at("organisation.identifier",
                                PartiesRefusal.IDENTIFIER_CHECK_DIGITS, "NL004495445B01")),
                assertInstanceOf(Outcome.Refused.class,
                        register("Alder B\u0430y", "NL-VAT", "NL004495446B01")).refusals());
    }

    @Test
    void one_organisation_is_approved_once_however_its_number_is_typed() throws Exception {
        String number = ("7" + Math.abs(word.hashCode()) + "00000000").substring(0, 8);
        PersonView registered = done(register(word, "NL-KVK", number));
        Bidder.confirm(registered.email());
        String first = registered.organisation();
        as(officer, Role.OFFICER, () -> done(door(Registrations.class).approve(first)));
        assertEquals(PartiesRefusal.ORGANISATION_TAKEN, assertInstanceOf(Outcome.Refused.class,
                register("Another " + word, "nl-kvk", number.substring(0, 4) + ". " + number.substring(4)))
                .first().code());
    }

    @Test
    void near_names_are_told_the_public_of_approved_ones_and_officers_of_all() throws Exception {
        Bidder known = Bidder.registerOnly("Near " + word + " Ltd");
        assertEquals(List.of(), door(NearNames.class).approved("NEAR " + word, ""));
        as(officer, Role.OFFICER,
                () -> done(door(Registrations.class).approve(known.organisation())));
        assertEquals(List.of(known.organisation()),
                door(NearNames.class).approved("NEAR " + word + "s GmbH", "").stream()
                        .map(NearName::id).toList());
        Bidder twin = Bidder.registerOnly("Near-" + word);
        assertEquals(List.of(known.organisation()), as(officer, Role.OFFICER,
                () -> door(NearNames.class).of(twin.organisation())).stream()
                .map(NearName::id).toList());
        assertTrue(as(officer, Role.OFFICER, () -> door(NearNames.class).of(known.organisation()))
                .stream().anyMatch(near -> near.id().equals(twin.organisation())
                        && near.state().equals("registered")));
    }

    private Outcome<PersonView> register(String name, String scheme, String number) {
        String email = Identifier.next() + "@rules.example";
        return door(Registrations.class).register(
                new OrganisationForm(name, scheme, number, "NL", "Street 1", "1000", "Town",
                        email, "", "Europe/Amsterdam"),
                new PersonForm("Ada", email, "seven quiet harbours", "seven quiet harbours"));
    }
}
