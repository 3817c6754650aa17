package org.subhasta.parties;

/**
 * What somebody may do on the platform. A person may have several roles; each grant is journaled.
 * The constants of {@link Names} are for {@code @RolesAllowed}, which takes strings only.
 */
public enum Role {

    /** Runs the platform: creates authorities and their officers. Sees no bids, decides nothing. */
    ADMINISTRATOR,
    /** Acts for a contracting authority: publishes, opens, evaluates, awards, approves suppliers. */
    OFFICER,
    /** Acts for an organisation that bids. */
    SUPPLIER,
    /** Sees everything that may be seen and changes nothing. */
    AUDITOR,
    /** Holds a share of the keys to sealed bids as a member of opening committees. */
    OPENER;

    /** The roles' names as constants. */
    public static final class Names {
        public static final String ADMINISTRATOR = "ADMINISTRATOR";
        public static final String OFFICER = "OFFICER";
        public static final String SUPPLIER = "SUPPLIER";
        public static final String AUDITOR = "AUDITOR";
        public static final String OPENER = "OPENER";

        private Names() {
        }
    }
}
