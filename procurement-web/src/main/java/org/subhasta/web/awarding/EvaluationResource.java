package org.subhasta.web.awarding;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.subhasta.awarding.AwardView;
import org.subhasta.awarding.AwardingRefusal;
import org.subhasta.awarding.Awards;
import org.subhasta.awarding.EvaluationView;
import org.subhasta.awarding.Proposal;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.web.api.Problems;

/** Evaluating a tender's bids and deciding its award, for officers of the procuring organisation. */
@Path("tenders/{tender}/evaluation")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EvaluationResource {

    @Inject
    Awards awards;
    @Inject
    Problems problems;

    /**
     * A disqualification, or its taking back.
     *
     * @param version of the evaluation it is made upon
     * @param lot     absent for the whole bid
     */
    public record Saying(long version, String bid, String lot, String reason) {
    }

    /** Proposals made upon a version; lots that are not among them keep theirs. */
    public record Proposing(long version, List<Lot> lots) {
    }

    /**
     * What is proposed for a lot.
     *
     * @param bid     the bid it is awarded to
     * @param noAward true where nobody gets it; neither: undecided
     */
    public record Lot(String lot, String bid, boolean noAward, String reason) {
    }

    /** The decision of all lots as proposed, upon a version. */
    public record Deciding(long version) {
    }

    @GET
    @Operation(summary = "The opened bids, ranked lot by lot, and what is proposed",
            description = "From the closing on; before it the answer is 409.")
    public Response evaluation(@PathParam("tender") String tender) {
        return answer(awards.evaluation(tender));
    }

    @POST
    @Path("disqualifications")
    @Operation(summary = "Disqualify a bid, or its part for one lot, with a reason")
    public Response disqualify(@PathParam("tender") String tender, Saying saying) {
        return saying == null || saying.bid() == null ? problems.of(Status.BAD_REQUEST)
                : answer(awards.disqualify(tender, saying.version(), saying.bid(),
                        Optional.ofNullable(saying.lot()), saying.reason()));
    }

    @POST
    @Path("reinstatements")
    @Operation(summary = "Take a disqualification back, with a reason")
    public Response reinstate(@PathParam("tender") String tender, Saying saying) {
        return saying == null || saying.bid() == null ? problems.of(Status.BAD_REQUEST)
                : answer(awards.reinstate(tender, saying.version(), saying.bid(),
                        Optional.ofNullable(saying.lot()), saying.reason()));
    }

    @PUT
    @Path("proposals")
    @Operation(summary = "Propose what becomes of some lots or all; nothing is published")
    public Response propose(@PathParam("tender") String tender, Proposing proposing) {
        if (proposing == null || proposing.lots() == null || proposing.lots().stream()
                .anyMatch(lot -> lot.lot() == null || lot.noAward() && lot.bid() != null)) {
            return problems.of(Status.BAD_REQUEST);
        }
        Map<String, Proposal> proposals = new LinkedHashMap<>();
        proposing.lots().forEach(lot -> proposals.put(lot.lot(), proposal(lot)));
        return answer(awards.propose(tender, proposing.version(), proposals));
    }

    @POST
    @Path("award")
    @Operation(summary = "Decide all lots as proposed and publish the award with its notice",
            description = "For ever. The answer names the award; it is public at once.")
    public Response decide(@PathParam("tender") String tender, Deciding deciding) {
        if (deciding == null) {
            return problems.of(Status.BAD_REQUEST);
        }
        return switch (awards.decide(tender, deciding.version())) {
            case Outcome.Done<AwardView>(AwardView award) -> Response
                    .created(URI.create("awards/" + award.id()))
                    .entity(Map.of("id", award.id(),
                            "notice", award.notice().orElseThrow().sha256()))
                    .build();
            case Outcome.Refused<AwardView> refused -> problem(refused);
        };
    }

    private static Proposal proposal(Lot lot) {
        if (lot.noAward()) {
            return Proposal.noAward(lot.reason());
        }
        return lot.bid() == null ? Proposal.undecided(lot.reason())
                : Proposal.award(lot.bid(), lot.reason());
    }

    private Response answer(Outcome<EvaluationView> outcome) {
        return switch (outcome) {
            case Outcome.Done<EvaluationView>(EvaluationView view) ->
                    Response.ok(EvaluationAsData.of(view)).build();
            case Outcome.Refused<EvaluationView> refused -> problem(refused);
        };
    }

    private Response problem(Outcome.Refused<?> refused) {
        return problem(problems, refused);
    }

    static Response problem(Problems problems, Outcome.Refused<?> refused) {
        return problems.of(status(refused.first().code()), refused, Map.of());
    }

    private static StatusType status(Refusal.Code code) {
        if (code == BiddingRefusal.SIGNER_REVOCATION_UNKNOWN) {
            return Status.SERVICE_UNAVAILABLE;
        }
        return code instanceof AwardingRefusal refusal ? switch (refusal) {
            case EVALUATION_NOT_FOUND -> Status.NOT_FOUND;
            case BIDS_NOT_OPENED, TENDER_NOT_EVALUABLE, ALREADY_AWARDED, EVALUATION_CHANGED,
                    ALREADY_DISQUALIFIED, NOT_DISQUALIFIED, LOT_AUCTION_UNDER_WAY,
                    LOT_AUCTION_BEGUN, LOT_AUCTION_DECIDED, TECHNICAL_NOT_OPENED,
                    TECHNICAL_EVALUATED_ALREADY -> Status.CONFLICT;
            case TECHNICAL_EVALUATION_MALFORMED -> Status.BAD_REQUEST;
            case NOTICE_KEY_MISSING, NOTICE_KEY_EXPIRED, NOTICE_TIME_STAMP_UNAVAILABLE ->
                    Status.SERVICE_UNAVAILABLE;
            default -> Problems.UNPROCESSABLE;
        } : Problems.UNPROCESSABLE;
    }
}
