package org.subhasta.web.page;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Headers that depend on what is answered; the others are the server's configuration. The content
 * policy of pages is PrimeFaces' to send (it adds the nonce of its scripts, and a second policy
 * would forbid what it allows), the one of all else is ours.
 */
final class Headers {

    private Headers() {
    }

    /** For a page: what one person saw must not be shown to the next who uses the machine. */
    static void page(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-cache");
    }

    /** For files and interfaces: what is downloaded runs nothing, whatever it contains. */
    static void other(HttpServletResponse response, String path) {
        if (!path.startsWith("/jakarta.faces.resource/")) {
            response.setHeader("Content-Security-Policy",
                    "default-src 'none'; frame-ancestors 'none'; sandbox");
        }
    }
}
