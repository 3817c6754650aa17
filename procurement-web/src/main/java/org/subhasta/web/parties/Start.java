package org.subhasta.web.parties;

import java.util.Set;
import org.subhasta.parties.Role;

/** The page on which somebody begins. */
final class Start {

    private Start() {
    }

    static String of(Set<Role> roles) {
        if (roles.contains(Role.OFFICER)) {
            return "/office";
        } else if (roles.contains(Role.SUPPLIER)) {
            return "/desk";
        } else if (roles.contains(Role.OPENER)) {
            return "/desk/openings";
        } else if (roles.contains(Role.ADMINISTRATOR)) {
            return "/administration";
        }
        return roles.contains(Role.AUDITOR) ? "/office/registrations" : "/";
    }
}
