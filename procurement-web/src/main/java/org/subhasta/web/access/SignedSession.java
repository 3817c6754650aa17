package org.subhasta.web.access;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.subhasta.parties.Sessions;
import org.subhasta.parties.SignedIn;
import org.subhasta.parties.model.SignInMethod;

/**
 * Who is signed in, as the browser's session remembers it: the identifier of a session of the
 * domain, and nothing else, so that it cannot be wrong later.
 */
@RequestScoped
public class SignedSession {

    /** As long as the domain remembers it. */
    private static final Duration KNOWN = Duration.ofDays(180);
    private static final String ATTRIBUTE = "org.subhasta.session";

    @Inject
    HttpServletRequest request;

    @EJB
    Sessions sessions;

    /**
     * Signs in, in place of whoever was, and under a new id: one planted by somebody else is of no
     * use (fixation).
     */
    public void begin(SignedIn who, SignInMethod method) {
        id().ifPresent(sessions::end);
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        session.setAttribute(
                ATTRIBUTE, sessions.begin(who, method, request.getHeader("User-Agent")));
        remember();
    }

    /** Gives the browser's session a new id where what it may do grew. */
    public void renew() {
        request.changeSessionId();
        remember();
    }

    /** Whoever is signed in to the end is known here from now on. */
    private void remember() {
        id().flatMap(session -> sessions.remember(session, Visitors.of(request)))
                .ifPresent(secret -> Faces.addResponseCookie(Visitors.BROWSER, secret, null, "/",
                        (int) KNOWN.toSeconds(), true, Map.of("SameSite", "Strict")));
    }

    /** Ends the session and all it holds. */
    public void end() {
        id().ifPresent(sessions::end);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** The session's identifier, whether somebody is signed in by it or only about to be. */
    public Optional<String> id() {
        return id(request);
    }

    static Optional<String> id(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ATTRIBUTE))
                .map(String.class::cast);
    }
}
