package org.subhasta.web.awarding;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.subhasta.awarding.TechnicalEvaluationView;
import org.subhasta.awarding.TechnicalEvaluations;
import org.subhasta.awarding.model.TechnicalVerdict;
import org.subhasta.bidding.SignedBytes;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.web.api.Problems;
import org.subhasta.web.api.SignedForm;

/** Which bids of a two-envelope tender pass, signed before any price can be known. */
@Path("tenders/{tender}/technical-evaluation")
@Produces(MediaType.APPLICATION_JSON)
public class TechnicalResource {

    private static final int LARGEST = 8 << 20;

    @Inject
    TechnicalEvaluations evaluations;
    @Inject
    Problems problems;

    /**
     * The technical evaluation for programs.
     *
     * @param signedAt when it was signed; absent before
     * @param leaf     of its entry in the journal, which the openers of prices verify
     */
    public record Evaluation(String tender, String title, List<Bid> bids, Instant signedAt,
            String leaf) {

        static Evaluation of(TechnicalEvaluationView view) {
            return new Evaluation(view.tender(), view.title(),
                    view.bids().stream().map(bid -> Bid.of(bid, view.signed())).toList(),
                    view.signed().map(TechnicalEvaluationView.Signed::at).orElse(null),
                    view.signed().map(TechnicalEvaluationView.Signed::leaf).orElse(null));
        }
    }

    /**
     * An opened technical part.
     *
     * @param invalid code of the reason why it is invalid; nothing is said about it then
     * @param verdict {@code passed} or {@code failed}, once it was signed
     */
    public record Bid(String id, String bidder, String name, String invalid, String verdict,
            String reason) {

        static Bid of(TechnicalEvaluationView.Bid bid,
                Optional<TechnicalEvaluationView.Signed> signed) {
            Optional<TechnicalVerdict> said = signed.stream()
                    .flatMap(one -> one.verdicts().stream())
                    .filter(one -> one.bid().equals(bid.bid().id().toString())).findFirst();
            return new Bid(bid.bid().id().toString(), bid.bid().bidder(), bid.bidderName(),
                    bid.bid().invalid().map(Refusal::code).map(Refusal.Code::name).orElse(null),
                    said.map(one -> one.passed() ? "passed" : "failed").orElse(null),
                    said.map(TechnicalVerdict::reason).orElse(null));
        }
    }

    /** What is to be said, of every valid bid once. */
    public record Saying(List<Verdict> bids) {
    }

    /** What is to be said of a bid: {@code passed} or {@code failed}, and why. */
    public record Verdict(String bid, String verdict, String reason) {

        boolean isSaid() {
            return bid != null && ("passed".equals(verdict) || "failed".equals(verdict));
        }
    }

    /** What was signed, in base64, and the signature (CMS, DER). */
    public record Published(String statement, String signature) {

        static Published of(SignedBytes signed) {
            return new Published(Base64.getEncoder().encodeToString(signed.content()),
                    Base64.getEncoder().encodeToString(signed.signature()));
        }
    }

    @GET
    @Operation(summary = "The opened technical parts, and what was said about them",
            description = "For officers of the procuring organisation and for auditors.")
    public Response find(@PathParam("tender") String tender) {
        return answer(evaluations.find(tender));
    }

    @GET
    @Path("published")
    @Operation(summary = "The signed statement, for everybody; 404 until it is signed")
    public Response published(@PathParam("tender") String tender) {
        return evaluations.published(tender).map(Published::of)
                .map(data -> Response.ok(data).build()).orElseGet(problems::notFound);
    }

    @POST
    @Path("statement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({"text/plain;charset=utf-8", MediaType.APPLICATION_JSON})
    @Operation(summary = "What an officer signs to say this: canonical JSON, nothing is kept")
    public Response statement(@PathParam("tender") String tender, Saying saying) {
        if (saying == null || saying.bids() == null || saying.bids().stream()
                .anyMatch(one -> one == null || !one.isSaid())) {
            return problems.of(Status.BAD_REQUEST);
        }
        List<TechnicalVerdict> verdicts = saying.bids().stream().map(one -> new TechnicalVerdict(
                one.bid(), one.verdict().equals("passed"),
                one.reason() == null ? "" : one.reason())).toList();
        return switch (evaluations.statement(tender, verdicts)) {
            case Outcome.Done<String>(String text) ->
                    Response.ok(text, "text/plain;charset=utf-8").build();
            case Outcome.Refused<String> refused -> EvaluationResource.problem(problems, refused);
        };
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Sign it, for ever: the prices of the bids that passed are released",
            description = "Parts: statement, as it was prepared, and signature (CMS, DER).")
    public Response sign(@PathParam("tender") String tender, List<EntityPart> parts)
            throws IOException {
        return SignedForm.read(parts, LARGEST)
                .map(form -> answer(
                        evaluations.sign(tender, form.statement(), form.signature())))
                .orElseGet(() -> problems.of(Status.BAD_REQUEST));
    }

    private Response answer(Outcome<TechnicalEvaluationView> outcome) {
        return switch (outcome) {
            case Outcome.Done<TechnicalEvaluationView>(TechnicalEvaluationView view) ->
                    Response.ok(Evaluation.of(view)).build();
            case Outcome.Refused<TechnicalEvaluationView> refused ->
                    EvaluationResource.problem(problems, refused);
        };
    }
}
