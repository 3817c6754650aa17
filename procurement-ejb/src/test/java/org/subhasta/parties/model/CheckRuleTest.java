package org.subhasta.parties.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckRuleTest {

    @ParameterizedTest
    @CsvSource({"LEI,529900T8BM49AURSDO55", "LEI,HWUPKR0MPOU8FGXBT394", "AT,U10223006",
        "BE,0403019261", "CY,00532445O", "CZ,46505334", "MOD11_10,129273398", "DK,88146328",
        "EE,100594102", "ES,A13585625", "ES,54362315K", "ES,X2482300W", "ES,P2807900B", "FI,09853608",
        "FR,83404833048", "FR,K7399859412", "FR_SIRENE,404833048", "FR_SIRENE,73282932000074",
        "GR,023456780", "HU,10597190", "IE,8D79739I", "IE,6433435OA",
        "LUHN,07643520567", "LT,100001919017", "LU,10000356", "LV,40003032949", "MT,15121333",
        "NL,123456789B13", "NO,988077917", "PL_REGON,12345678512347", "PT,502757191", "RO,11198699",
        "SE,136695975501", "SK,4030000007", "CH,CHE107787577"})
    void right_numbers_are_right_and_wrong_in_the_last_place_wrong(CheckRule rule, String number) {
        assertTrue(rule.isRight(number));
        int at = rule == CheckRule.NL || rule == CheckRule.SE
                ? 8 : rule == CheckRule.IE ? 7 : number.length() - 1;
        assertFalse(rule.isRight(number.substring(0, at) + other(number.charAt(at))
                + number.substring(at + 1)));
    }

    @ParameterizedTest
    @CsvSource({"FR,84404833048", "LEI,529900T8BM49AURSDO54", "DK,13585682", "ES,B58378413",
        "PL,8567346251", "SI,50223055", "RO,18547291", "NO,123456789"})
    void slips_are_noticed(CheckRule rule, String number) {
        assertFalse(rule.isRight(number));
    }

    @ParameterizedTest
    @CsvSource({"BG,7523169263", "CZ,7103192745", "LV,16117519997", "FR_SIRENE,35600000049838"})
    void numbers_of_persons_and_branches_of_La_Poste_have_the_form_alone(CheckRule rule, String number) {
        assertTrue(rule.isRight(number));
    }

    private static char other(char sign) {
        return Character.isDigit(sign) ? Character.forDigit((sign - '0' + 1) % 10, 10)
                : (char) ('A' + (sign - 'A' + 1) % 26);
    }
}
