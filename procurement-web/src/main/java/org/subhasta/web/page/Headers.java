package org.subhasta.web.page;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Headers that tell browsers to be strict. The content policy of pages is PrimeFaces' to send
 * (it adds the nonce of its scripts; two policies would cancel it), the one of all else is ours.
 */
final class Headers {

    private Headers() {
    }

    /** For a page: all but the content policy. */
    static void page(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        // A page of one person must not be shown to the next who uses the machine.
        response.setHeader("Cache-Control", "no-cache");
    }

    /** For files and interfaces: what is downloaded runs nothing, whatever it contains. */
    static void other(HttpServletResponse response, String path) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        if (!path.startsWith("/jakarta.faces.resource/")) {
            response.setHeader("Content-Security-Policy",
                    "default-src 'none'; frame-ancestors 'none'; sandbox");
        }
    }
}
