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
import org.subhasta.publication.Checking;

/**
 * Stands before all pages: refuses what another site's page made the browser send, and leads people
 * to sign in where a page is not everybody's. The doors of the domain decide; this spares a page
 * that would fail. Declared first in {@code web.xml}.
 */
public final class Gate extends HttpFilter {

    private static final long serialVersionUID = 1L;
    /** Enough for every form of ours, the longest draft included. */
    private static final long MOST_BYTES = 2L * 1024 * 1024;
    /** Where everybody may send files, which are looked at and not kept; with room for the form. */
    private static final String CHECKED = "/verify";
    private static final long MOST_CHECKED_BYTES = Checking.MAXIMUM_BYTES + 1024L * 1024;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response,
            FilterChain chain) throws IOException, ServletException {
        String path = Places.path(request);
        Optional<Set<Role>> needed = Places.roles(path);
        if (!Places.isApi(path) && CrossSite.isForged(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (!Places.isApi(path) && isTooMuch(request, path)) {
            response.setHeader("Connection", "close");
            // Without an error page: making one would read the form.
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
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

    /**
     * Fields of a form are read into memory before any page sees them, so nobody may send many who
     * is not signed in, and files come only in forms made for them. What does not say how long it
     * is, no browser sent.
     */
    private static boolean isTooMuch(HttpServletRequest request, String path) {
        String type = request.getContentType();
        boolean files = request.getUserPrincipal() != null && type != null
                && type.startsWith("multipart/");
        boolean endless = request.getContentLengthLong() < 0
                && request.getHeader("Transfer-Encoding") != null;
        long most = path.equals(CHECKED) ? MOST_CHECKED_BYTES : MOST_BYTES;
        return !(files && !path.equals(CHECKED))
                && (endless || request.getContentLengthLong() > most);
    }

    /** Where to come back to; what was posted is gone, so only its page. */
    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        boolean read = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        String address = request.getRequestURI() + (read && query != null ? "?" + query : "");
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }
}
