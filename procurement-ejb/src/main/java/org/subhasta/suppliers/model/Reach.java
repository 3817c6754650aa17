package org.subhasta.suppliers.model;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * How codes that narrow from the left find each other (CPV: 45, 452, 45210000; NUTS: NL, NL3,
 * NL326): whoever asks for a code finds what stands in it, and what is so wide that it covers it.
 */
public final class Reach {

    private Reach() {
    }

    /** What a CPV code says: without the zeros at its end, two digits at least. */
    public static String category(String code) {
        String part = code.replaceAll("0+$", "");
        return part.length() < 2 ? code.substring(0, 2) : part;
    }

    /** What codes are stored with: {@code in:} each that they stand in, {@code of:} each itself. */
    public static Set<String> stored(Collection<String> codes) {
        Set<String> keys = new TreeSet<>();
        for (String code : codes) {
            keys.add("of:" + code);
            for (int length = 2; length <= code.length(); length++) {
                keys.add("in:" + code.substring(0, length));
            }
        }
        return keys;
    }

    /** What is looked for: any of these. */
    public static Set<String> asked(String code) {
        Set<String> keys = new TreeSet<>(Set.of("in:" + code));
        for (int length = 2; length < code.length(); length++) {
            keys.add("of:" + code.substring(0, length));
        }
        return keys;
    }
}
