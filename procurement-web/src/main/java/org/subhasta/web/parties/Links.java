package org.subhasta.web.parties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Whole addresses, to be handed to somebody else. */
@Named
@ApplicationScoped
public class Links {

    /** The address as seen from outside: the platform's own, then the path. */
    public String to(String path) {
        String address = System.getProperty("subhasta.address", "");
        return (address.endsWith("/") ? address.substring(0, address.length() - 1) : address)
                + path;
    }
}
