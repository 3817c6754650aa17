package org.subhasta.web.parties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.web.api.Problems;

/** Turns what the doors of {@link org.subhasta.parties} answer into responses. */
@ApplicationScoped
class Answers {

    @Inject
    Problems problems;

    /** 200 with the thing, 404 where it is nobody's or another's, 422 with all reasons. */
    Response of(Outcome<?> outcome) {
        return answer(outcome, Response.Status.OK);
    }

    /** As {@link #of}, with 201 where something was made. */
    Response created(Outcome<?> outcome) {
        return answer(outcome, Response.Status.CREATED);
    }

    Response found(Optional<?> thing) {
        return thing.map(found -> Response.ok(found).build()).orElseGet(problems::notFound);
    }

    private Response answer(Outcome<?> outcome, Response.Status done) {
        return switch (outcome) {
            case Outcome.Done<?>(Object value) -> Response.status(done).entity(value).build();
            case Outcome.Refused<?> refused
                    when refused.first().code() == PartiesRefusal.PARTY_NOT_FOUND ->
                    problems.notFound();
            case Outcome.Refused<?> refused -> problems.of(refused);
        };
    }
}
