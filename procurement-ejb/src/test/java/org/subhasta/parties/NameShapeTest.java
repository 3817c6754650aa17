package org.subhasta.parties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.model.PartiesRefusal;

class NameShapeTest {

    @ParameterizedTest
    @CsvSource({"Alder Bay Ltd,ALDER BAY LIMITED", "Alder Bay B.V.,alder-bay bv",
        "Alder Bay,\u0410lder B\u0430y", "Alder,A1der", "Ocean,\u041E\u0441\u0435\u0430n", "Holm,Holrn",
        "Insulation GmbH & Co. KG,INSULATION", "Café Sp. z o.o.,Cafe", "Ооо Ромашка,Ромашка"})
    void what_looks_the_same_is_the_same(String one, String other) {
        assertEquals(NameShape.of(one), NameShape.of(other));
    }

    @ParameterizedTest
    @CsvSource({"Alder Bay,Alder Bays", "Alder Bay,Alderr Bay", "Alder Bay,Adler Bay",
        "Alder Bay,Aldor Bay Ltd"})
    void one_letter_apart_is_near_and_shares_a_key(String one, String other) {
        assertTrue(NameShape.of(one).isNear(NameShape.of(other)));
        assertTrue(Arrays.stream(NameShape.of(one).keys()).anyMatch(key ->
                Arrays.stream(NameShape.of(other).keys()).anyMatch(k -> k == key)));
    }

    @ParameterizedTest
    @CsvSource({"Alder Bay,Elder Boy", "Oak,Oaks", "Works 1,Roofs 1", "Ltd,Limited"})
    void other_names_are_not_near(String one, String other) {
        assertFalse(NameShape.of(one).isNear(NameShape.of(other)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alder B\u0430y", "\u0410lder", "\u0421\u041E\u0421\u0410 Works", "Ald\u03B5r"})
    void a_word_that_mixes_scripts_or_feigns_one_is_refused(String name) {
        assertEquals(PartiesRefusal.NAME_MIXED, first(person(name)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ромашка Trade", "Ελληνικά Έργα", "東京ガス株式会社", "شرکت نمونه‌ای", "O’Brien & Søn",
        "José Ñandú", "株式会社ABC", "Société Générale 3000"})
    void names_of_all_scripts_are_admitted(String name) {
        assertInstanceOf(Outcome.Done.class, person(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alder\u202Eyab", "Ald\u200Ber", "Al\u00ADder", "A\u2066lder", "A\u3164B",
        "Al\u200Dder", "A\uE000", "A\uFEFFB"})
    void what_nobody_sees_is_refused(String name) {
        assertEquals(List.of(Refusal.at("person.name", PartiesRefusal.FIELD_HIDDEN)),
                assertInstanceOf(Outcome.Refused.class, person(name)).refusals());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\r\nBcc: b", "A\u0000B", "A\u0085B", "A\u2028B"})
    void control_characters_and_line_breaks_are_refused(String name) {
        assertEquals(PartiesRefusal.FIELD_UNREADABLE, first(person(name)).code());
    }

    @Test
    void ten_thousand_characters_are_too_long_and_refused_at_once() {
        assertEquals(List.of(Refusal.at("person.name", PartiesRefusal.FIELD_TOO_LONG, "200")),
                assertInstanceOf(Outcome.Refused.class, person("A".repeat(10_000))).refusals());
    }

    private static Outcome<?> person(String name) {
        return PersonForm.admit(name, "a@b.example");
    }

    private static Refusal first(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).first();
    }
}
