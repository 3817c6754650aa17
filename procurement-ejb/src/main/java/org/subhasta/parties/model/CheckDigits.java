package org.subhasta.parties.model;

import java.math.BigInteger;

/**
 * The sums by which registers make their numbers proof against slips of the keyboard. Each takes a
 * number that already has its register's form, in capitals and without separators.
 */
final class CheckDigits {

    private CheckDigits() {
    }

    /** ISO 7064, MOD 97-10, letters counting from A = 10: the LEI's (ISO 17442). */
    static boolean mod97(String number) {
        StringBuilder digits = new StringBuilder();
        number.chars().forEach(c -> digits.append(Character.getNumericValue(c)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /** ISO 7064, MOD 11,10. */
    static boolean mod11and10(String number) {
        int product = 10;
        for (int i = 0; i < number.length() - 1; i++) {
            int sum = (product + digit(number, i)) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + digit(number, number.length() - 1)) % 10 == 1;
    }

    /** ISO/IEC 7812-1, annex B: every second digit from the right doubled, the sum ends in 0. */
    static boolean luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = digit(number, number.length() - 1 - i);
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }

    /** The sum of the digits, each times its weight; digits beyond the weights do not count. */
    static int weighted(String number, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digit(number, i) * weights[i];
        }
        return sum;
    }

    static int digit(String number, int at) {
        return Character.digit(number.charAt(at), 10);
    }

    static int last(String number) {
        return digit(number, number.length() - 1);
    }

    static int value(String number, int from, int to) {
        return Integer.parseInt(number.substring(from, to));
    }
}
