package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Duty;
import org.subhasta.parties.Invitation;
import org.subhasta.parties.Invitations;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.parties.Registrations;
import org.subhasta.parties.Role;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.suppliers.Directory;
import org.subhasta.suppliers.DirectoryEntry;
import org.subhasta.suppliers.DirectoryQuery;
import org.subhasta.suppliers.ProfileForm;
import org.subhasta.suppliers.Profiles;
import org.subhasta.suppliers.RegisterFact;
import org.subhasta.suppliers.RegisterFacts;
import org.subhasta.suppliers.model.Place;
import org.subhasta.suppliers.model.SupplierSize;
import org.subhasta.suppliers.model.SuppliersRefusal;
import org.subhasta.system.DoorTest;

/** What suppliers tell of themselves, who finds it, and what a register says. */
class SuppliersDoorIT extends DoorTest {

    private static final String IBAN = "NL91ABNA0417164300";

    private String officer;
    private String word;
    private Bidder supplier;

    @BeforeEach
    void company() throws Exception {
        officer = Bidder.person("mara@alder-bay.example");
        word = "q" + Identifier.next();
        supplier = Bidder.registerOnly("Directory " + word);
    }

    @Test
    void the_directory_shows_approved_suppliers_by_words_category_place_and_size() throws Exception {
        mine(() -> done(door(Profiles.class).keep(form("45261000-4", "NL32"))));
        assertEquals(List.of(), found(word, "", "", null));
        assertTrue(door(Directory.class).find(supplier.organisation()).isEmpty());
        as(officer, Role.OFFICER,
                () -> done(door(Registrations.class).approve(supplier.organisation())));
        List<String> only = List.of(supplier.organisation());
        assertEquals(only, found(word, "", "", null));
        assertEquals(only, found(word.substring(0, 9) + " directory", "", "", null));
        assertEquals(only, found("gutters-" + word, "45", "NL", SupplierSize.SMALL));
        assertEquals(only, found(word, "45261", "NL326", null));
        assertEquals(List.of(), found(word + " absent", "", "", null));
        assertEquals(List.of(), found(word, "71", "", null));
        assertEquals(List.of(), found(word, "", "BE", null));
        assertEquals(List.of(), found(word, "", "", SupplierSize.LARGE));
        assertEquals("Erection and related works of roof frames and coverings",
                door(Directory.class).find(supplier.organisation()).orElseThrow().categories()
                        .getFirst().label());
    }

    @Test
    void signs_of_search_languages_are_only_words() {
        for (String text : List.of("' OR 1=1 --", "a & | ! ( ) :* <->", "\\", "${7*7} #{7*7}", "%_")) {
            assertTrue(door(Directory.class).search(new DirectoryQuery(text, "", Optional.empty(),
                    Optional.empty(), 0, 5)).items().size() <= 5);
        }
    }

    @Test
    void pages_follow_each_other_without_gap() {
        List<String> both = found("", "", "", null, 0, 4);
        assertEquals(both.subList(2, both.size()),
                found("", "", "", null, 2, both.size() - 2));
    }

    @Test
    void a_profile_is_changed_by_who_administers_and_an_account_by_who_sees_to_the_money()
            throws Exception {
        String bidder = colleague(Set.of(Duty.BID));
        String finance = colleague(Set.of(Duty.FINANCE));
        String admin = colleague(Set.of(Duty.ADMINISTER));
        assertRefused(PartiesRefusal.DUTY_NEEDED, as(bidder, Role.SUPPLIER,
                () -> door(Profiles.class).keep(form("45261000", "NL"))));
        assertRefused(PartiesRefusal.DUTY_NEEDED, as(finance, Role.SUPPLIER,
                () -> door(Profiles.class).keep(form("45261000", "NL"))));
        assertRefused(PartiesRefusal.DUTY_NEEDED, as(admin, Role.SUPPLIER,
                () -> door(Profiles.class).keepAccount(IBAN)));
        assertRefused(SuppliersRefusal.IBAN_WRONG, as(finance, Role.SUPPLIER,
                () -> door(Profiles.class).keepAccount("NL91 ABNA 0417 1643 01")));
        as(finance, Role.SUPPLIER,
                () -> done(door(Profiles.class).keepAccount("nl91 abna 0417 1643 00")));
        assertEquals(IBAN, as(admin, Role.SUPPLIER,
                () -> done(door(Profiles.class).account())).iban());
        assertRefused(PartiesRefusal.DUTY_NEEDED,
                as(bidder, Role.SUPPLIER, () -> door(Profiles.class).account()));
        as(finance, Role.SUPPLIER, () -> done(door(Profiles.class).keepAccount("")));
        assertEquals("", mine(() -> done(door(Profiles.class).account())).iban());
    }

    @Test
    void a_code_of_no_class_is_refused() throws Exception {
        assertEquals(List.of(Refusal.at("categories", SuppliersRefusal.CATEGORY_UNKNOWN, "99999999")),
                assertInstanceOf(Outcome.Refused.class, mine(
                        () -> door(Profiles.class).keep(form("99999999", "NL")))).refusals());
    }

    @Test
    void what_a_register_says_is_kept_with_its_source_and_silence_keeps_nobody_from_deciding()
            throws Exception {
        OrganisationView known = door(OrganisationReports.class).suppliers().stream()
                .filter(one -> one.identifier().equals("2003")).findFirst().orElseThrow();
        RegisterFact fact = as(officer, Role.OFFICER,
                () -> done(door(RegisterFacts.class).ask(known.id())));
        assertTrue(fact.known() && fact.source().contains("Simulated"));
        assertEquals(Optional.of(fact.askedAt()), as(officer, Role.OFFICER,
                () -> door(RegisterFacts.class).latest(known.id())).map(RegisterFact::askedAt));
        assertTrue(mine(() -> door(RegisterFacts.class).latest(known.id())).isEmpty());
        assertRefused(SuppliersRefusal.SUPPLIER_UNKNOWN,
                mine(() -> door(RegisterFacts.class).ask(known.id())));
        String silent = door(OrganisationReports.class).suppliers().stream()
                .filter(one -> one.identifier().equals("2005")).findFirst().orElseThrow().id();
        assertRefused(SuppliersRefusal.REGISTER_SILENT, as(officer, Role.OFFICER,
                () -> door(RegisterFacts.class).ask(silent)));
        assertFalse(mine(() -> done(door(RegisterFacts.class).ask(supplier.organisation())))
                .known());
        as(officer, Role.OFFICER,
                () -> done(door(Registrations.class).approve(supplier.organisation())));
    }

    private ProfileForm form(String categories, String places) {
        return new ProfileForm("SMALL", "The office", "office@directory.example", "",
                "https://directory.example", "gutters-" + word, "Roofs, and what is under them.",
                categories, places);
    }

    private static List<String> found(String text, String category, String place,
            SupplierSize size) {
        return found(text, category, place, size, 0, 20);
    }

    private static List<String> found(String text, String category, String place,
            SupplierSize size, int offset, int limit) {
        return door(Directory.class).search(new DirectoryQuery(text, category, Place.of(place),
                        Optional.ofNullable(size), offset, limit)).items().stream()
                .map(DirectoryEntry::id).toList();
    }

    private String colleague(Set<Duty> duties) throws Exception {
        String email = Identifier.next() + "@colleagues.example";
        Invitation invited = mine(() -> done(
                door(Invitations.class).inviteColleague("Col League", email, duties)));
        return done(door(Invitations.class).accept(invited.token(), "seven quiet harbours",
                "seven quiet harbours")).person();
    }

    private <T> T mine(Callable<T> work) throws Exception {
        return as(supplier.person(), Role.SUPPLIER, work);
    }

    private static void assertRefused(Refusal.Code code, Outcome<?> outcome) {
        assertEquals(code, assertInstanceOf(Outcome.Refused.class, outcome).first().code());
    }
}
