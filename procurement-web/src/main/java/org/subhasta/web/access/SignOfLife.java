package org.subhasta.web.access;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * {@code /session}: asked by a page on which somebody types for long or watches an auction, so that
 * the session does not end under their hands. Asking is the sign of life; the answer is 204, or 401
 * where nobody is signed in any longer, for the page to say so before anything is lost.
 */
@WebServlet("/session")
public class SignOfLife extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(request.getUserPrincipal() == null
                ? HttpServletResponse.SC_UNAUTHORIZED : HttpServletResponse.SC_NO_CONTENT);
    }
}
