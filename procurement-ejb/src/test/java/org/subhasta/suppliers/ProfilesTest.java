package org.subhasta.suppliers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"NL91ABNA0417164300", "DE89370400440532013000", "NO9386011117947"})
    void right_account_numbers_are_right(String iban) {
        assertTrue(Profiles.isIban(iban));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NL91ABNA0417164301", "NL91ABNA041716430", "XX91ABNA0417164300", "N", "' OR 1=1"})
    void wrong_ones_are_wrong(String iban) {
        assertFalse(Profiles.isIban(iban));
    }

    @Test
    void the_number_of_an_account_stands_in_no_log() {
        assertFalse(new BankAccount("NL91ABNA0417164300").toString().contains("0417"));
    }

    @Test
    void the_simulated_register_knows_its_entries_no_others_and_is_silent_about_one()
            throws Exception {
        SimulatedRegister register = new SimulatedRegister();
        assertEquals("Example Facilities Cooperative", register.ask("XM-DEMO", "2003").name());
        assertFalse(register.ask("XM-DEMO", "9999").isKnown());
        assertThrows(Register.SilentException.class, () -> register.ask("XM-DEMO", "2005"));
        assertTrue(register.source().contains("Simulated"));
    }
}
