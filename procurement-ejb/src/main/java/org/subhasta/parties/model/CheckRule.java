package org.subhasta.parties.model;

import static org.subhasta.parties.model.CheckDigits.digit;
import static org.subhasta.parties.model.CheckDigits.last;
import static org.subhasta.parties.model.CheckDigits.luhn;
import static org.subhasta.parties.model.CheckDigits.mod11and10;
import static org.subhasta.parties.model.CheckDigits.mod97;
import static org.subhasta.parties.model.CheckDigits.value;
import static org.subhasta.parties.model.CheckDigits.weighted;

import java.util.function.Predicate;

/**
 * How a register checks its numbers; the names are those that {@code registers.properties} uses.
 * Numbers come in their register's form, without the prefix of the register.
 *
 * <p>Sources: the registers' own rules as their countries publish them, and for VAT the algorithms
 * the member states gave for the VIES system (Regulation (EU) No 904/2010, article 31).
 */
public enum CheckRule {

    /** The form alone. */
    NONE(number -> true),
    LEI(CheckDigits::mod97),
    LUHN(CheckDigits::luhn),
    /** Austria, VAT: U and eight digits. */
    AT(CheckRule::austria),
    /** Belgium: the last two complete the first eight to a multiple of 97. */
    BE(n -> 97 - value(n, 0, 8) % 97 == value(n, 8, 10)),
    /** Bulgaria: nine digits of a company; ten are a person's and have the form alone. */
    BG(n -> n.length() == 10
            || twice(n, 8, new int[] {1, 2, 3, 4, 5, 6, 7, 8},
                    new int[] {3, 4, 5, 6, 7, 8, 9, 10})),
    CH(n -> (11 - weighted(n.substring(3), 5, 4, 3, 2, 7, 6, 5, 4) % 11) % 11 == last(n)),
    CY(CheckRule::cyprus),
    /** Czechia and Slovakia, companies: eight digits; nine or ten are a person's. */
    CZ(n -> n.length() != 8
            || (11 - weighted(n, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == last(n)),
    /** Germany, VAT, and Croatia. */
    MOD11_10(n -> mod11and10(n)),
    DK(n -> weighted(n, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
    /** Estonia, VAT. */
    EE(n -> weighted(n, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0),
    /** Estonia, commercial register, and Lithuania's register: one sum, or else a second. */
    EE_RIK(n -> twice(n, 7, new int[] {1, 2, 3, 4, 5, 6, 7}, new int[] {3, 4, 5, 6, 7, 8, 9})),
    ES(SpanishNumber::isRight),
    FI(n -> weighted(n, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0),
    FR(CheckRule::france),
    /** France: SIREN or SIRET. */
    FR_SIRENE(n -> luhn(n.substring(0, 9))
            // La Poste's branches have numbers beyond what the sum allows for.
            && (luhn(n) || n.startsWith("356000000"))),
    GR(n -> weighted(n, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == last(n)),
    HU(n -> weighted(n, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0),
    IE(CheckRule::ireland),
    LT(CheckRule::lithuania),
    LT_RC(n -> twice(n, 8, new int[] {1, 2, 3, 4, 5, 6, 7, 8}, new int[] {3, 4, 5, 6, 7, 8, 9, 1})),
    LU(n -> value(n, 0, 6) % 89 == value(n, 6, 8)),
    /** Latvia, companies; a person's number, which begins with 0 to 3, has the form alone. */
    LV(n -> digit(n, 0) <= 3
            || weighted(n, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3),
    MT(n -> weighted(n, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0),
    /** Netherlands, VAT: of a company the sum of its nine digits, of a person MOD 97-10. */
    NL(n -> weighted(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == digit(n, 8) || mod97("NL" + n)),
    NO(n -> (11 - weighted(n, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11 == last(n)),
    PL(n -> weighted(n, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == last(n)),
    PL_REGON(n -> weighted(n, 8, 9, 2, 3, 4, 5, 6, 7) % 11 % 10 == digit(n, 8)
            && (n.length() == 9
            || weighted(n, 2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8) % 11 % 10 == last(n))),
    PT(n -> (11 - weighted(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 % 10 == last(n)),
    RO(CheckRule::romania),
    /** Sweden, VAT: the organisation's ten digits and 01. */
    SE(n -> luhn(n.substring(0, 10))),
    SI(n -> weighted(n, 8, 7, 6, 5, 4, 3, 2) % 11 != 0
            && (11 - weighted(n, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == last(n)),
    /** Slovakia, VAT. */
    SK(n -> Long.parseLong(n) % 11 == 0);

    private final Predicate<String> right;

    CheckRule(Predicate<String> right) {
        this.right = right;
    }

    /** Whether the check digits of a number in its register's form are right. */
    public boolean isRight(String number) {
        return right.test(number);
    }

    /** A remainder of 11 that is no digit is replaced by that of other weights, and 10 by 0. */
    private static boolean twice(String n, int at, int[] weights, int[] otherwise) {
        int rest = weighted(n, weights) % 11;
        return (rest == 10 ? weighted(n, otherwise) % 11 % 10 : rest) == digit(n, at);
    }

    private static boolean austria(String number) {
        int sum = 4;
        for (int i = 1; i <= 7; i++) {
            int digit = digit(number, i);
            sum += i % 2 == 1 ? digit : digit / 5 + digit * 2 % 10;
        }
        return (10 - sum % 10) % 10 == last(number);
    }

    private static boolean cyprus(String number) {
        int[] odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += i % 2 == 0 ? odd[digit(number, i)] : digit(number, i);
        }
        return 'A' + sum % 26 == number.charAt(8);
    }

    private static boolean france(String number) {
        boolean monaco = number.startsWith("000", 2);
        String siren = number.substring(2);
        boolean numeric = number.chars().allMatch(Character::isDigit);
        // A key with letters comes of a sum that is not published: the SIREN alone tells.
        return (monaco || luhn(siren))
                && (!numeric || (12 + 3 * (value(siren, 0, 9) % 97)) % 97 == value(number, 0, 2));
    }

    private static boolean ireland(String number) {
        // Until 2013 a second character could be a letter; such numbers live on.
        String digits = Character.isDigit(number.charAt(1)) ? number.substring(0, 7)
                : "0" + number.substring(2, 7) + number.charAt(0);
        int second = number.length() == 9 && number.charAt(8) != 'W'
                ? 9 * (number.charAt(8) - 'A' + 1) : 0;
        int sum = weighted(digits, 8, 7, 6, 5, 4, 3, 2) + second;
        return "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23) == number.charAt(7);
    }

    private static boolean lithuania(String number) {
        int length = number.length() - 1;
        int[] first = new int[length];
        int[] second = new int[length];
        for (int i = 0; i < length; i++) {
            first[i] = 1 + i % 9;
            second[i] = 1 + (i + 2) % 9;
        }
        return twice(number, length, first, second);
    }

    private static boolean romania(String number) {
        String padded = "0".repeat(10 - number.length()) + number;
        return weighted(padded, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == last(padded);
    }
}
