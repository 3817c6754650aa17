package org.subhasta.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.subhasta.web.access.Mechanism;

/** Who is looking, as far as the header of a page needs to know. Rights are checked at doors. */
@Named
@RequestScoped
public class Viewer {

    @Inject
    HttpServletRequest request;

    public boolean isSignedIn() {
        return request.getUserPrincipal() != null;
    }

    public String getName() {
        Object name = request.getAttribute(Mechanism.NAME);
        return name == null ? "" : name.toString();
    }

    public boolean isOfficer() {
        return request.isUserInRole("OFFICER");
    }

    public boolean isSupplier() {
        return request.isUserInRole("SUPPLIER");
    }

    public boolean isAdministrator() {
        return request.isUserInRole("ADMINISTRATOR");
    }

    public boolean isAuditor() {
        return request.isUserInRole("AUDITOR");
    }
}
