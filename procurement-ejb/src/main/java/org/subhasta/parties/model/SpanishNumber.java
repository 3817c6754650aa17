package org.subhasta.parties.model;

import static org.subhasta.parties.model.CheckDigits.digit;

/**
 * The tax number of Spain (NIF) in nine characters: of a company a letter, seven digits and a
 * digit or letter (Orden EHA/451/2008); of a person eight digits, or X, Y or Z and seven, and a
 * letter (Real Decreto 1065/2007, article 19).
 */
final class SpanishNumber {

    private SpanishNumber() {
    }

    static boolean isRight(String number) {
        char first = number.charAt(0);
        if (Character.isDigit(first)) {
            return person(number.substring(0, 8)) == number.charAt(8);
        }
        return switch (first) {
            case 'X', 'Y', 'Z' ->
                    person((first - 'X') + number.substring(1, 8)) == number.charAt(8);
            case 'K', 'L', 'M' -> person(number.substring(1, 8)) == number.charAt(8);
            default -> company(first, number);
        };
    }

    private static char person(String digits) {
        return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(digits) % 23);
    }

    private static boolean company(char kind, String number) {
        int sum = 0;
        for (int i = 1; i <= 7; i++) {
            int digit = digit(number, i);
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        int check = (10 - sum % 10) % 10;
        char last = number.charAt(8);
        boolean asLetter = "JABCDEFGHI".charAt(check) == last;
        boolean asDigit = Character.forDigit(check, 10) == last;
        if ("ABEH".indexOf(kind) >= 0) {
            return asDigit;
        }
        return "NPQRSW".indexOf(kind) >= 0 ? asLetter : asLetter || asDigit;
    }
}
