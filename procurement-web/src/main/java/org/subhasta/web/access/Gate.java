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

/**
 * Stands before all pages: refuses what another site's page made the browser send, and leads people
 * to sign in where a page is not everybody's. The doors of the domain decide; this spares a page
 * that would fail.
 */
public final class Gate extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response,
            FilterChain chain) throws IOException, ServletException {
        String path = Places.path(request);
        Optional<Set<Role>> needed = Places.roles(path);
        if (!Places.isApi(path) && CrossSite.isForged(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (needed.isEmpty()) {
            chain.doFilter(request, response);
        } else if (request.getUserPrincipal() == null) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/sign-in?next=" + here(request));
            response.setHeader("Cache-Control", "no-store");
        } else if (needed.get().stream().map(Role::name).anyMatch(request::isUserInRole)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Where to come back to; what was posted is gone, so only its page. */
    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        boolean read = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        String address = request.getRequestURI() + (read && query != null ? "?" + query : "");
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }
}
