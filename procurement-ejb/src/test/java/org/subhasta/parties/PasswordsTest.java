package org.subhasta.parties;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final String HASH = Passwords.hash("three rivers meet");

    @Test
    void the_stored_form_is_modular_crypt_as_the_database_expects_it() {
        assertTrue(HASH.matches("\\$2[ab]\\$11\\$.{53}"), HASH);
    }

    @Test
    void the_right_password_is_right_and_every_other_is_wrong() {
        assertTrue(Passwords.verify(HASH, "three rivers meet"));
        assertFalse(Passwords.verify(HASH, "three rivers Meet"));
        assertFalse(Passwords.verify(HASH, ""));
    }

    @Test
    void nobody_has_no_password() {
        assertFalse(Passwords.verify(null, "nobody signs in with this"));
    }

    @Test
    void the_same_password_is_stored_differently_each_time() {
        assertNotEquals(HASH, Passwords.hash("three rivers meet"));
    }

    @Test
    void what_bcrypt_would_cut_off_is_not_ignored() {
        String longest = "abcdefgh ".repeat(8);
        String hash = Passwords.hash(longest);
        assertTrue(Passwords.verify(hash, longest));
        assertFalse(Passwords.verify(hash, longest + "and more"));
    }

    @Test
    void another_tool_s_hash_is_understood() {
        // Made by crypt(3) of libxcrypt.
        assertTrue(Passwords.verify(
                "$2a$10$abcdefghijklmnopqrstuuCj7fyLDJytXL.TfOiOeiv0fQvSOK1/2",
                "correct horse battery"));
    }
}
