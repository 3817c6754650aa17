package org.subhasta.parties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void a_secret_has_256_random_bits_and_fits_into_an_address() {
        assertTrue(Secret.next("subhasta_").text().matches("subhasta_[A-Za-z0-9_-]{43}"));
        assertNotEquals(Secret.next(""), Secret.next(""));
    }

    @Test
    void only_its_hash_is_compared() {
        // echo -n abc | sha256sum
        String known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertTrue(new Secret("abc").hasSha256(known));
        assertFalse(new Secret("abd").hasSha256(known));
        assertFalse(new Secret("abc").hasSha256(""));
    }

    @Test
    void no_log_ever_shows_it() {
        Secret secret = Secret.next("");
        assertEquals("Secret", secret.toString());
        assertFalse(new PersonForm("Ada", "ada@people.example", "long phrase", "long phrase")
                .toString().contains("phrase"));
    }
}
