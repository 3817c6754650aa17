package org.subhasta.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.subhasta.parties.Role;
import org.subhasta.parties.model.Assurance;

/**
 * Stands before all pages: refuses what another site's page made the browser send, and leads people
 * to sign in where a page is not everybody's, and to a second factor where its acts need one. The
 * doors of the domain decide; this spares filling in a page that would fail.
 */
public final class Gate extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response,
            FilterChain chain) throws IOException, ServletException {
        String path = Places.path(request);
        Optional<Set<Role>> needed = Places.roles(path);
        boolean signedIn = request.getUserPrincipal() != null;
        if (!Places.isApi(path) && CrossSite.isForged(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (signedIn && Places.isBinding(path) && !isSure(request)) {
            lead("/account/second-factor", request, response);
        } else if (needed.isEmpty()) {
            chain.doFilter(request, response);
        } else if (!signedIn) {
            lead("/sign-in", request, response);
        } else if (needed.get().stream().map(Role::name).anyMatch(request::isUserInRole)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isSure(HttpServletRequest request) {
        return request.getAttribute(Mechanism.ASSURANCE) instanceof Assurance assurance
                && assurance.isAtLeast(Assurance.SUBSTANTIAL);
    }

    private static void lead(
            String address, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address + "?next=" + here(request));
        response.setHeader("Cache-Control", "no-store");
    }

    /** Where to come back to; what was posted is gone, so only its page. */
    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        boolean read = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        String address = request.getRequestURI() + (read && query != null ? "?" + query : "");
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }
}
