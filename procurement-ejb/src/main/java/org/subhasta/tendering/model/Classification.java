package org.subhasta.tendering.model;

/**
 * A class of the Common Procurement Vocabulary (Regulation (EC) 213/2008).
 *
 * @param code  eight digits, without the check digit
 * @param label its words in English; {@code ""} where the code is in no list we have, which happens
 *              in imported data only
 */
public record Classification(String code, String label) {

    /** What a code looks like, as the database's CHECK constraints have it too. */
    public static final String PATTERN = "[0-9]{8}";

    public Classification {
        if (!code.matches(PATTERN)) {
            throw new IllegalArgumentException("a CPV code has eight digits");
        }
    }

    /** The first two digits: what it is in the widest sense, e.g. 45 for construction. */
    public String division() {
        return code.substring(0, 2);
    }
}
