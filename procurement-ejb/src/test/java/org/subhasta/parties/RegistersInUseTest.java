package org.subhasta.parties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.parties.model.Registers;

class RegistersInUseTest {

    private final Registers shipped = RegistersInUse.configured(null);

    @Test
    void every_member_state_has_its_VAT_numbers_checked() {
        assertEquals(27, shipped.entries().keySet().stream()
                .filter(scheme -> scheme.endsWith("-VAT")).count());
    }

    @ParameterizedTest
    @CsvSource({"NL-VAT,nl 0044.95.445.b01,NL004495445B01", "NL-VAT,004495445B01,NL004495445B01",
        "GR-VAT,094259216,EL094259216", "NL-KVK,12 34 56 78,12345678",
        "XI-LEI,7ltw-fzyi-cnsx-8d62-1k86,7LTWFZYICNSX8D621K86", "XM-ANY,a b-1,a b-1",
        "DE-CR,HRB 1234,HRB 1234"})
    void a_number_is_kept_in_one_form_however_it_is_typed(String scheme, String typed, String kept) {
        assertEquals(Optional.empty(), shipped.judge("identifier", scheme, typed));
        assertEquals(kept, shipped.normal(scheme, typed));
    }

    @ParameterizedTest
    @CsvSource({"NL-KVK,1234567,IDENTIFIER_FORM,12345678", "NL-KVK,123456789,IDENTIFIER_FORM,12345678",
        "NL-VAT,NL004495446B01,IDENTIFIER_CHECK_DIGITS,NL004495445B01",
        "XI-LEI,7LTWFZYICNSX8D621K87,IDENTIFIER_CHECK_DIGITS,7LTWFZYICNSX8D621K86"})
    void a_wrong_number_is_refused_with_an_example(
            String scheme, String typed, String code, String example) {
        assertEquals(Optional.of(Refusal.at("identifier", PartiesRefusal.valueOf(code), example)),
                shipped.judge("identifier", scheme, typed));
    }

    @Test
    void an_operator_replaces_the_registers_by_a_file(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("registers.properties");
        Files.writeString(file, """
                ZZ-ONE.name = Register of One
                ZZ-ONE.pattern = [0-9]{4}
                ZZ-ONE.check = luhn
                ZZ-ONE.example = 1230
                """);
        Registers own = RegistersInUse.configured(file.toString());
        assertEquals(java.util.Set.of("ZZ-ONE"), own.entries().keySet());
        assertTrue(own.judge("identifier", "ZZ-ONE", "1231").isPresent());
        assertEquals(Optional.empty(), own.judge("identifier", "NL-KVK", "1"));
    }

    @ParameterizedTest
    @CsvSource({"example = 1231", "check = guess", "pattern = ["})
    void a_register_described_wrongly_is_named(String line, @TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("registers.properties");
        Files.writeString(file, """
                ZZ-ONE.name = Register of One
                ZZ-ONE.pattern = [0-9]{4}
                ZZ-ONE.check = luhn
                ZZ-ONE.example = 1230
                ZZ-ONE.""" + line + "\n");
        assertTrue(assertThrows(IllegalArgumentException.class,
                () -> RegistersInUse.configured(file.toString())).getMessage().contains("ZZ-ONE"));
    }

    @Test
    void a_file_that_is_not_there_is_no_reason_to_check_nothing(@TempDir Path folder) {
        assertThrows(UncheckedIOException.class,
                () -> RegistersInUse.configured(folder.resolve("none").toString()));
    }
}
