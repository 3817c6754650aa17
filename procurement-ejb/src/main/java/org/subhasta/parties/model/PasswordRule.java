package org.subhasta.parties.model;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.subhasta.kernel.Refusal;

/**
 * Which passwords are accepted, after NIST SP 800-63B: length counts, composition rules do not, and
 * what everybody tries first is refused. The upper limit is bcrypt's: it looks at 72 bytes and
 * silently ignores the rest, so longer ones are refused in words.
 */
public final class PasswordRule {

    /** Least length in characters. */
    public static final int SHORTEST = 12;
    /** Greatest length in bytes of UTF-8. */
    public static final int LONGEST_BYTES = 72;

    /** Words that, with digits and signs around them, make up most of the lists attackers use. */
    private static final Set<String> COMMON = Set.of("password", "passwort", "passphrase", "qwerty",
            "qwertyuiop", "qwertz", "qwertzuiop", "azerty", "azertyuiop", "asdfghjkl", "zxcvbnm",
            "letmein", "welcome", "administrator", "admin", "changeme", "changeit", "iloveyou",
            "sunshine", "princess", "football", "baseball", "monkey", "dragon", "superman",
            "batman", "starwars", "trustno", "whatever", "abcdefghijkl", "abcdefghijklmnop",
            "secret", "default", "contrasena", "contraseña", "motdepasse", "bienvenue", "bonjour",
            "subhasta", "procurement", "correcthorsebatterystaple", "passwordpassword");

    private PasswordRule() {
    }

    /** What is wrong with a password chosen by the person of that name and address. */
    public static List<Refusal> judge(String field, String password, String name, String email) {
        List<Refusal> refusals = new ArrayList<>();
        String chosen = normal(password);
        if (chosen.codePointCount(0, chosen.length()) < SHORTEST) {
            refusals.add(Refusal.at(field, PartiesRefusal.PASSWORD_TOO_SHORT,
                    String.valueOf(SHORTEST)));
        } else if (isTooLong(chosen)) {
            refusals.add(Refusal.at(field, PartiesRefusal.PASSWORD_TOO_LONG,
                    String.valueOf(LONGEST_BYTES)));
        } else if (isCommon(chosen)) {
            refusals.add(Refusal.at(field, PartiesRefusal.PASSWORD_TOO_COMMON));
        } else if (tells(chosen, name) || tells(chosen, email)
                || tells(chosen, email.replaceAll("@.*", ""))) {
            refusals.add(Refusal.at(field, PartiesRefusal.PASSWORD_TELLS_OWNER));
        }
        return refusals;
    }

    /** One form for what different keyboards send for the same characters (NFKC). */
    public static String normal(String password) {
        return Normalizer.normalize(password == null ? "" : password, Normalizer.Form.NFKC);
    }

    /** Whether bcrypt would ignore the end of it. */
    public static boolean isTooLong(String password) {
        return password != null && (password.length() > LONGEST_BYTES
                || normal(password).getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES);
    }

    private static boolean isCommon(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        boolean fewCharacters = lower.chars().distinct().count() < 4;
        String word = lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        return fewCharacters || word.isEmpty() && runs(lower) || COMMON.contains(word);
    }

    /** Digits that only count on, up or down: 123456789012, 987654321098. */
    private static boolean runs(String digits) {
        boolean up = true;
        boolean down = true;
        for (int i = 1; i < digits.length(); i++) {
            int step = Math.floorMod(digits.charAt(i) - digits.charAt(i - 1), 10);
            up &= step == 1;
            down &= step == 9;
        }
        return up || down;
    }

    /** Contains it wholly and is little more: a name of three letters may well occur in a phrase. */
    private static boolean tells(String password, String what) {
        String word = what.toLowerCase(Locale.ROOT).replace(" ", "");
        String plain = password.toLowerCase(Locale.ROOT).replace(" ", "");
        return word.length() >= 4 && plain.contains(word) && plain.length() < word.length() + 8;
    }
}
