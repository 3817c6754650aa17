package org.subhasta.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import org.subhasta.parties.SignedIn;

/**
 * What a session remembers of who signed in: too little to be wrong later. Roles are read anew with
 * each request, and a session made before the last change of the password is over.
 */
public record SignedSession(String person, int passwordChanges) implements Serializable {

    private static final String ATTRIBUTE = "org.subhasta.signed-in";

    /** Signs the session in, under a new id: one planted by somebody else is of no use (fixation). */
    public static void begin(HttpServletRequest request, SignedIn who) {
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        session.setAttribute(ATTRIBUTE, new SignedSession(who.person(), who.passwordChanges()));
    }

    /** Ends the session and all it holds. */
    public static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    static Optional<SignedSession> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ATTRIBUTE))
                .map(SignedSession.class::cast);
    }
}
