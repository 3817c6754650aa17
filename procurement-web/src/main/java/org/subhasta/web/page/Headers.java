package org.subhasta.web.page;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * Headers that depend on what is answered; the others are the server's configuration. The content
 * policy of pages is PrimeFaces' to send (it adds the nonce of its scripts, and a second policy
 * would forbid what it allows), the one of all else is ours.
 */
final class Headers {

    private static final String POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private Headers() {
    }

    /** For a page: what one person saw must not be shown to the next who uses the machine. */
    static void page(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control",
                request.getUserPrincipal() == null ? "no-cache" : "no-store");
    }

    /** For files and interfaces: what is downloaded runs nothing, whatever it contains. */
    static HttpServletResponse other(HttpServletResponse response, String path) {
        return path.startsWith("/jakarta.faces.resource/") ? response : new Sandboxed(response);
    }

    /** Sends the policy with the first byte and not before: an error becomes a page after all. */
    private static final class Sandboxed extends HttpServletResponseWrapper {

        Sandboxed(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            sandbox();
            return super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            sandbox();
            return super.getWriter();
        }

        private void sandbox() {
            setHeader("Content-Security-Policy", POLICY);
        }
    }
}
