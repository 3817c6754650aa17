package org.subhasta.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.subhasta.parties.Accounts;
import org.subhasta.parties.Role;

/** Who is looking, as far as the header of a page needs to know. Rights are checked at doors. */
@Named
@RequestScoped
public class Viewer {

    @Inject
    HttpServletRequest request;

    @EJB
    Accounts accounts;

    private String name;

    public boolean isSignedIn() {
        return request.getUserPrincipal() != null;
    }

    /** The person's own name; empty where nobody is signed in. */
    public String getName() {
        if (name == null) {
            name = isSignedIn() ? accounts.mine().name() : "";
        }
        return name;
    }

    public boolean isOfficer() {
        return request.isUserInRole(Role.Names.OFFICER);
    }

    public boolean isSupplier() {
        return request.isUserInRole(Role.Names.SUPPLIER);
    }

    public boolean isAdministrator() {
        return request.isUserInRole(Role.Names.ADMINISTRATOR);
    }

    public boolean isOpener() {
        return request.isUserInRole(Role.Names.OPENER);
    }

    public boolean isAuditor() {
        return request.isUserInRole(Role.Names.AUDITOR);
    }
}
