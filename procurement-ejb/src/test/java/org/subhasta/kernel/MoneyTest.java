package org.subhasta.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"12.5,EUR,12.50", "1250,JPY,1250", "1.25,KWD,1.250", "12.500,EUR,12.50", "-3,EUR,-3.00"})
    void an_amount_has_the_decimals_of_its_currency(String given, String currency, String kept) {
        assertEquals(kept, Money.of(given, currency).decimal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "NaN", "", " 1", "1,5", "+1", "1.", ".5", "0x10", "１", "Infinity",
        "1234567890123456789012345678901234567890"})
    void only_plain_decimals_are_read(String given) {
        assertThrows(IllegalArgumentException.class, () -> Money.of(given, "EUR"));
    }

    @Test
    void money_is_never_rounded() {
        assertThrows(IllegalArgumentException.class, () -> Money.of("1.001", "EUR"));
        assertThrows(IllegalArgumentException.class, () -> Money.of("1.5", "JPY"));
    }

    @Test
    void a_currency_nobody_pays_in_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Money.of("1", "XXX"));
        assertThrows(IllegalArgumentException.class, () -> Money.of("1", "ZZZ"));
    }

    @Test
    void two_currencies_do_not_mix() {
        Money euro = Money.of("1", "EUR");
        Money yen = Money.of("1", "JPY");
        assertThrows(IllegalArgumentException.class, () -> euro.plus(yen));
        assertThrows(IllegalArgumentException.class, () -> euro.compareTo(yen));
    }

    @Test
    void equal_amounts_are_equal_however_written() {
        assertEquals(Money.of("2", "EUR"), Money.of("2.00", "EUR"));
        assertTrue(Money.of("0.01", "EUR").isPositive());
    }
}
