package org.subhasta.parties;

import java.util.List;

/**
 * The accounts of the demonstration, offered on the sign-in page. A CDI bean of the capability that
 * makes them; asked only while the system runs as a demonstration.
 */
public interface DemonstrationAccounts {

    /**
     * One of them. The password is public: the account works on this machine only (P6).
     *
     * @param organisation whom the person acts for; {@code ""} for the platform itself
     */
    record Account(String name, String organisation, Role role, String email, String password) {
    }

    /** All of them, in the order in which they are offered. */
    List<Account> list();
}
