package org.subhasta.web.parties;

import jakarta.annotation.Priority;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.TokenCalls;
import org.subhasta.parties.TokenInUse;
import org.subhasta.parties.TokenPermission;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.web.access.Mechanism;
import org.subhasta.web.api.Problems;

/**
 * Keeps programs to what their token was made for, and from calling too often, before a body is
 * read, and lists what they call. What the token's owner may do is decided by the doors, as ever.
 * Acts in live auctions and watching them are neither counted nor listed here: auctions have a rate
 * of their own, and a receipt for each act.
 */
@Provider
@Priority(Priorities.AUTHENTICATION - 1)
public class TokenGuard implements ContainerRequestFilter, ContainerResponseFilter {

    @EJB
    TokenCalls calls;

    @Inject
    Problems problems;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!(request.getProperty(Mechanism.TOKEN) instanceof TokenInUse token)) {
            return;
        }
        String path = request.getUriInfo().getPath();
        Optional<Refusal> often = Permissions.isLive(path) ? Optional.empty() : calls.count(token);
        if (often.isPresent()) {
            request.abortWith(Response.fromResponse(
                            refused(Status.TOO_MANY_REQUESTS, often.get()))
                    .header(HttpHeaders.RETRY_AFTER, often.get().details().getFirst()).build());
            return;
        }
        Optional<TokenPermission> lacking = Permissions.needed(request.getMethod(), path)
                .filter(needed -> !token.permissions().contains(needed));
        lacking.ifPresent(needed -> request.abortWith(refused(Status.FORBIDDEN,
                Refusal.of(PartiesRefusal.TOKEN_LACKS_PERMISSION, needed.name()))));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        String path = request.getUriInfo().getPath();
        if (request.getProperty(Mechanism.TOKEN) instanceof TokenInUse token
                && !Permissions.isLive(path)) {
            calls.answered(token, request.getMethod(),
                    request.getUriInfo().getPath(false).replaceAll("^/+", ""),
                    answer.getStatus());
        }
    }

    private Response refused(Status status, Refusal refusal) {
        return problems.of(status, new Outcome.Refused<>(List.of(refusal)), Map.of());
    }
}
