package org.subhasta.suppliers;

/**
 * A register of organisations outside, asked over whatever it offers. The platform brings a
 * {@linkplain SimulatedRegister simulated one}; an operator's own is a CDI bean of this type marked
 * {@code @Alternative} with a {@code @Priority}.
 */
public interface Register {

    /** What people call it; stands beside each fact. */
    String source();

    /**
     * What it says of one of its entries.
     *
     * @param scheme code of the register, as with {@code OrganisationView}
     * @param number the organisation's there
     * @throws SilentException where it does not answer, or not in time
     */
    Answer ask(String scheme, String number) throws SilentException;

    /**
     * An answer; all texts empty where it knows no such entry.
     *
     * @param name    registered name
     * @param address in one line
     * @param status  in the register's own words
     */
    record Answer(String name, String address, String status) {

        static final Answer UNKNOWN = new Answer("", "", "");

        public boolean isKnown() {
            return !name.isEmpty();
        }
    }

    /** No answer, which says nothing of the organisation. */
    class SilentException extends Exception {

        private static final long serialVersionUID = 1L;

        public SilentException(String why) {
            super(why);
        }
    }
}
