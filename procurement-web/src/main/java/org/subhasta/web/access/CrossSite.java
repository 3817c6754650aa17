package org.subhasta.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * Whether a request that changes something was made by another site's page in the visitor's
 * browser. Browsers say so themselves (Fetch Metadata, Origin); what says neither is no browser,
 * and has no cookie to misuse.
 */
final class CrossSite {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private CrossSite() {
    }

    static boolean isForged(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !isOwn(origin, request.getHeader("Host"));
    }

    /** Only hosts are compared: behind a proxy the scheme differs. */
    static boolean isOwn(String origin, String host) {
        return host != null && origin.replaceFirst("^[a-z]+://", "").equalsIgnoreCase(host);
    }
}
