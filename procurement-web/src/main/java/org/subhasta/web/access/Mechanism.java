package org.subhasta.web.access;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.subhasta.parties.Role;
import org.subhasta.parties.Sessions;
import org.subhasta.parties.SignedIn;
import org.subhasta.parties.TokenInUse;
import org.subhasta.parties.Tokens;
import org.subhasta.parties.model.Assurance;
import org.subhasta.web.page.Sentences;

/** Finds out who calls, with every request. Whether they may is not decided here. */
@ApplicationScoped
public class Mechanism implements HttpAuthenticationMechanism {

    /** Request attribute: the caller's name, for the head of the page. */
    public static final String NAME = "org.subhasta.name";

    /** Request attribute: the {@link TokenInUse} that a program calls with. */
    public static final String TOKEN = "org.subhasta.token";

    /** Request attribute: how sure it is who calls. */
    static final String ASSURANCE = "org.subhasta.assurance";

    private static final String BEARER = "Bearer ";

    @EJB
    private Sessions sessions;

    @EJB
    private Tokens tokens;

    @Inject
    private Sentences sentences;

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request,
            HttpServletResponse response, HttpMessageContext context) {
        String path = Places.path(request);
        if (Places.isFile(path)) {
            return context.doNothing();
        }
        return Places.isApi(path) ? byToken(request, response, context)
                : bySession(request, context);
    }

    private AuthenticationStatus byToken(HttpServletRequest request, HttpServletResponse response,
            HttpMessageContext context) {
        String given = request.getHeader("Authorization");
        if (given == null) {
            return context.doNothing();
        }
        Optional<TokenInUse> token = given.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? tokens.owner(given.substring(BEARER.length()).strip(), Visitors.of(request))
                : Optional.empty();
        token.ifPresent(found -> request.setAttribute(TOKEN, found));
        return token.map(found ->
                        admit(found.owner(), Assurance.SUBSTANTIAL, request, context))
                .orElseGet(() -> unknownToken(response));
    }

    private AuthenticationStatus bySession(
            HttpServletRequest request, HttpMessageContext context) {
        return SignedSession.id(request)
                .flatMap(session -> sessions.current(session, Visitors.of(request)))
                .map(open -> admit(open.who(), open.assurance(), request, context))
                .orElseGet(context::doNothing);
    }

    private static AuthenticationStatus admit(SignedIn caller, Assurance assurance,
            HttpServletRequest request, HttpMessageContext context) {
        request.setAttribute(NAME, caller.name());
        request.setAttribute(ASSURANCE, assurance);
        return context.notifyContainerAboutLogin(caller.person(),
                caller.roles().stream().map(Role::name).collect(Collectors.toSet()));
    }

    /** RFC 6750, 3.1, as a problem after RFC 9457. */
    private AuthenticationStatus unknownToken(HttpServletResponse response) {
        String detail = sentences.in(Locale.ENGLISH).get("access.token-unknown");
        byte[] body = Json.createObjectBuilder()
                .add("type", "about:blank").add("title", "Unauthorized")
                .add("status", HttpServletResponse.SC_UNAUTHORIZED)
                .add("code", "TOKEN_UNKNOWN").add("detail", detail)
                .build().toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        response.setContentType("application/problem+json");
        try {
            response.getOutputStream().write(body);
            // Once it is on its way, no error page for people takes its place.
            response.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }
}
