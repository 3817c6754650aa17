package org.subhasta.web.api;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import org.subhasta.journal.ActsRefused;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

/**
 * Whatever goes wrong under {@code /api} is answered by a problem, and nothing of an exception's
 * inside is ever shown: without this, messages and class names would reach the body.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());
    /** Headers of a failure that say how to put it right. */
    private static final List<String> KEPT = List.of("Allow", "WWW-Authenticate", "Retry-After");

    @Inject
    Problems problems;

    @Context
    SecurityContext security;

    @Override
    public Response toResponse(Throwable thrown) {
        // First of all, because those who read JSON wrap it in what says that the JSON is malformed.
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof BoundedStream.TooLarge) {
                return problems.of(Status.REQUEST_ENTITY_TOO_LARGE);
            }
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof EJBAccessException) {
                return security.getUserPrincipal() == null ? unauthorised() : problems.of(Status.FORBIDDEN);
            }
            if (t instanceof ActsRefused refused) {
                return problems.of(Status.SERVICE_UNAVAILABLE,
                        new Outcome.Refused<>(List.of(Refusal.of(refused.code()))), Map.of());
            }
            if (t instanceof OptimisticLockException) {
                return problems.of(Status.CONFLICT, "CHANGED_MEANWHILE");
            }
            if (t instanceof JsonException || t instanceof JsonbException) {
                return problems.of(Status.BAD_REQUEST);
            }
        }
        if (thrown instanceof WebApplicationException web) {
            return ofStatus(web.getResponse());
        }
        LOG.log(Level.ERROR, "unexpected failure in a resource", thrown);
        return problems.of(Status.INTERNAL_SERVER_ERROR);
    }

    private Response unauthorised() {
        return Response.fromResponse(problems.of(Status.UNAUTHORIZED))
                .header("WWW-Authenticate", "Bearer").build();
    }

    private Response ofStatus(Response given) {
        if (given.getStatusInfo().getFamily() == Status.Family.REDIRECTION) {
            return given;
        }
        Response.ResponseBuilder answer =
                Response.fromResponse(problems.of(given.getStatusInfo()));
        KEPT.stream().filter(given.getHeaders()::containsKey)
                .forEach(name -> answer.header(name, given.getHeaderString(name)));
        return answer.build();
    }
}
