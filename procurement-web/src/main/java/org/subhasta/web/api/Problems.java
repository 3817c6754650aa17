package org.subhasta.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.subhasta.kernel.Outcome;
import org.subhasta.web.page.Texts;

/** Makes the answers to what is refused, missing or malformed, in the words that pages use too. */
@ApplicationScoped
public class Problems {

    /** Understood and well-formed, but against a rule (RFC 9110, 15.5.21). */
    public static final StatusType UNPROCESSABLE = new StatusType() {
        @Override
        public int getStatusCode() {
            return 422;
        }

        @Override
        public Status.Family getFamily() {
            return Status.Family.CLIENT_ERROR;
        }

        @Override
        public String getReasonPhrase() {
            return "Unprocessable Content";
        }
    };

    @Inject
    Texts texts;

    /** A capability's refusal, with status 422. */
    public Response of(Outcome.Refused<?> refused) {
        return of(UNPROCESSABLE, refused, Map.of());
    }

    /** A capability's refusal that has a fitting status of its own, such as 409, with evidence. */
    public Response of(
            StatusType status, Outcome.Refused<?> refused, Map<String, String> evidence) {
        List<Problem.Error> errors = refused.refusals().stream()
                .map(r -> new Problem.Error(r.field(), r.code().name(), texts.of(r)))
                .toList();
        Problem.Error first = errors.getFirst();
        return answer(new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(),
                first.detail(), first.code(), errors, evidence));
    }

    /** There is nothing here, or it is not the caller's to see: the same answer for both. */
    public Response notFound() {
        return of(Status.NOT_FOUND);
    }

    /** A problem that is no capability's refusal; its sentence stands at {@code api.<status>}. */
    public Response of(StatusType status) {
        String code = status.getReasonPhrase().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
        return of(status, code);
    }

    /** As {@link #of(StatusType)}, with a code and sentence ({@code api.<code>}) of its own. */
    public Response of(StatusType status, String code) {
        String key = "api." + code;
        String detail = texts.containsKey(key) ? texts.get(key) : status.getReasonPhrase();
        return answer(new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(),
                detail, code, List.of(), Map.of()));
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
    }
}
