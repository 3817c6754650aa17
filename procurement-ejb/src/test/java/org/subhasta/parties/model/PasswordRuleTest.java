package org.subhasta.parties.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subhasta.kernel.Refusal;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"demonstration", "three rivers meet", "пароль из слов", "x7$kQ!pvT2#m"})
    void length_is_what_counts(String password) {
        assertEquals(List.of(), judge(password));
    }

    @Test
    void shorter_than_twelve_characters_is_refused() {
        assertEquals(List.of(at(PartiesRefusal.PASSWORD_TOO_SHORT, "12")), judge("x7$kQ!pvT2#"));
        assertEquals(List.of(at(PartiesRefusal.PASSWORD_TOO_SHORT, "12")), judge(null));
    }

    @Test
    void more_than_bcrypt_looks_at_is_refused_and_not_cut() {
        assertEquals(List.of(), judge("abcdefgh ".repeat(8)));
        assertEquals(List.of(at(PartiesRefusal.PASSWORD_TOO_LONG, "72")),
                judge("abcdefgh ".repeat(8) + "i"));
        // 37 letters of two bytes each.
        assertEquals(List.of(at(PartiesRefusal.PASSWORD_TOO_LONG, "72")), judge("щука".repeat(9) + "щ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "Passwort2026!!", "123456789012", "aaaaaaaaaaaaaa",
        "ababababababab", "QWERTYUIOP123", "987654321098", "subhasta2026!"})
    void what_everybody_tries_first_is_refused(String password) {
        assertEquals(List.of(at(PartiesRefusal.PASSWORD_TOO_COMMON)), judge(password));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AdaLovelace1843", "ada@sweepers.example", "ada lovelace"})
    void the_owner_s_own_name_and_address_are_refused(String password) {
        assertEquals(List.of(at(PartiesRefusal.PASSWORD_TELLS_OWNER)), judge(password));
    }

    private static List<Refusal> judge(String password) {
        return PasswordRule.judge("password", password, "Ada Lovelace", "ada@sweepers.example");
    }

    private static Refusal at(PartiesRefusal code, String... details) {
        return Refusal.at("password", code, details);
    }
}
