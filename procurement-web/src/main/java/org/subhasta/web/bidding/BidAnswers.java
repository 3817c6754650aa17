package org.subhasta.web.bidding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.net.URI;
import java.util.Map;
import org.subhasta.bidding.Answer;
import org.subhasta.bidding.Receipt;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.OpeningRefusal;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.web.api.Problems;

/** How bids, announcements and acts of openers are answered over HTTP. */
@ApplicationScoped
public class BidAnswers {

    @Inject
    Problems problems;

    /**
     * A receipt, new or the first one; or the problem with the receipt of the refusal.
     *
     * @param location where the bid is, from the interface's root on, such as {@code bids/ID}
     */
    Response of(Answer answer, String location) {
        if (!answer.accepted()) {
            return problem(new Outcome.Refused<Receipt>(answer.refusals()), answer.receipt()
                    .map(receipt -> Map.of("receipt", receipt.jws())).orElse(Map.of()));
        }
        return Response.status(answer.repeated() ? Status.OK : Status.CREATED)
                .location(URI.create(location))
                .entity(Received.of(answer.receipt().orElseThrow()))
                .build();
    }

    Response problem(Outcome.Refused<?> refused) {
        return problem(refused, Map.of());
    }

    private Response problem(Outcome.Refused<?> refused, Map<String, String> evidence) {
        StatusType status = status(refused.first().code());
        Response problem = problems.of(status, refused, evidence);
        return status == Status.SERVICE_UNAVAILABLE
                ? Response.fromResponse(problem).header("Retry-After", "10").build() : problem;
    }

    private static StatusType status(Refusal.Code code) {
        return switch (code) {
            case BiddingRefusal refusal -> bidding(refusal);
            case OpeningRefusal refusal -> opening(refusal);
            default -> Problems.UNPROCESSABLE;
        };
    }

    private static StatusType bidding(BiddingRefusal refusal) {
        return switch (refusal) {
            case ENVELOPE_TOO_LARGE, TEXTS_TOO_LARGE -> Status.REQUEST_ENTITY_TOO_LARGE;
            case ENVELOPE_NOT_CANONICAL, ENVELOPE_MALFORMED -> Status.BAD_REQUEST;
            case BOX_UNKNOWN -> Status.NOT_FOUND;
            case SUPPLIER_NOT_APPROVED -> Status.FORBIDDEN;
            case OUTAGE_NOT_JUDGED, SIGNER_REVOCATION_UNKNOWN, TIME_STAMP_UNAVAILABLE ->
                    Status.SERVICE_UNAVAILABLE;
            case ID_REUSED, BOX_ABANDONED, LATE, BID_STANDS_ALREADY, NO_BID_STANDS,
                    REPLACES_ANOTHER, BOX_FULL, BOX_NOT_OPENED -> Status.CONFLICT;
            default -> Problems.UNPROCESSABLE;
        };
    }

    private static StatusType opening(OpeningRefusal refusal) {
        return switch (refusal) {
            case NOT_A_MEMBER, NO_SUCH_PART -> Status.NOT_FOUND;
            case ACT_TOO_LARGE -> Status.REQUEST_ENTITY_TOO_LARGE;
            case ACT_NOT_CANONICAL, OPENING_MALFORMED -> Status.BAD_REQUEST;
            case BOX_STILL_OPEN, OPENING_GIVEN_UP, EVALUATION_NOT_SIGNED, OPENING_OVER,
                    ACTED_ALREADY, REHEARSAL_OVER, REHEARSAL_NOT_BEGUN -> Status.CONFLICT;
            default -> Problems.UNPROCESSABLE;
        };
    }
}
