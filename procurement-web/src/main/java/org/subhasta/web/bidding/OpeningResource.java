package org.subhasta.web.bidding;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.subhasta.bidding.OpeningRecord;
import org.subhasta.bidding.OpeningReports;
import org.subhasta.bidding.OpeningTask;
import org.subhasta.bidding.OpeningView;
import org.subhasta.bidding.Openings;
import org.subhasta.bidding.PrintedRecord;
import org.subhasta.bidding.RecordPrints;
import org.subhasta.bidding.RehearsalTask;
import org.subhasta.bidding.Rehearsals;
import org.subhasta.bidding.model.Part;
import org.subhasta.documents.Documents;
import org.subhasta.journal.LogReports;
import org.subhasta.kernel.Outcome;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.LogProof;
import org.subhasta.signing.log.Malformed;
import org.subhasta.signing.sealing.OpeningAct;
import org.subhasta.web.api.Problems;
import org.subhasta.web.api.SignedForm;

/**
 * The opening of a tender's bids: for everybody who opens them, how far they are, and the record;
 * for the openers what their own tools need, and where its results go.
 */
@Path("tenders/{tender}/opening")
@Produces(MediaType.APPLICATION_JSON)
public class OpeningResource {

    @Inject
    OpeningReports reports;
    @Inject
    Openings openings;
    @Inject
    Rehearsals rehearsals;
    @Inject
    RecordPrints prints;
    @Inject
    Documents documents;
    @Inject
    LogReports log;
    @Inject
    BidAnswers answers;
    @Inject
    Problems problems;

    @GET
    @Operation(summary = "Committee, rehearsals and progress of the opening",
            description = "Public. Before the closing nothing in it depends on the bids.")
    public Response opening(@PathParam("tender") String tender) {
        return reports.find(tender).map(OpeningAsData::of)
                .map(data -> Response.ok(data).build()).orElseGet(problems::notFound);
    }

    @GET
    @Path("record")
    @Operation(summary = "The record: what every bid says and what proves it",
            description = "Public once all bids, or their technical parts, are opened; until then"
                    + " 404.")
    public Response record(@PathParam("tender") String tender) {
        return reports.record(tender).map(OpeningRecord::data)
                .map(data -> Response.ok(data).build()).orElseGet(problems::notFound);
    }

    @GET
    @Path("record.pdf")
    @Produces({"application/pdf", MediaType.APPLICATION_JSON})
    @Operation(summary = "The record as a signed document",
            description = "Public some seconds after the opening: PDF/A-3u and PDF/UA-1 with a PAdES"
                    + " signature. Where the prices are sealed still it is about the technical"
                    + " parts. Its entity tag is its SHA-256.")
    public Response print(@PathParam("tender") String tender, @Context Request conditions) {
        return prints.last(tender).map(record -> print(tender, record, conditions))
                .orElseGet(problems::notFound);
    }

    private Response print(String tender, PrintedRecord record, Request conditions) {
        EntityTag tag = new EntityTag(record.sha256());
        Response.ResponseBuilder unchanged = conditions.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).build();
        }
        StreamingOutput content = out -> documents.copy(record.sha256(), out);
        return Response.ok(content, "application/pdf").tag(tag)
                .header("Content-Length", record.size())
                .header("Content-Disposition",
                        "attachment; filename=\"opening-" + tender + ".pdf\"")
                .build();
    }

    @POST
    @Path("rehearsals")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Ask for a secret to tell back: CHALLENGE.json of ./subhasta rehearse",
            description = "For the tender's openers, until the closing. One asked for before is"
                    + " void.")
    public Response begin(@PathParam("tender") String tender) {
        return answer(rehearsals.begin(tender), task -> new Challenge(task));
    }

    @POST
    @Path("rehearsals/answer")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Tell the secret back: statement is rehearsal.json, signature"
            + " rehearsal.p7s")
    public Response rehearse(@PathParam("tender") String tender, List<EntityPart> parts)
            throws IOException {
        return SignedForm.read(parts, OpeningAct.MAXIMUM_BYTES)
                .map(form -> answer(rehearsals.answer(tender, form.statement(), form.signature()),
                        OpeningAsData::of))
                .orElseGet(() -> problems.of(Status.BAD_REQUEST));
    }

    @GET
    @Path("{part}/task")
    @Operation(summary = "What an opener's tool needs: the closing's proof and all envelopes",
            description = "For the tender's openers, after the closing; part is bid, technical or"
                    + " price. 503 in the first seconds, before the log covers the closing.")
    public Response task(@PathParam("tender") String tender, @PathParam("part") String part) {
        return task(tender, part, (task, proof) -> Response.ok(TaskAsData.of(task, proof)).build());
    }

    @GET
    @Path("{part}/task.zip")
    @Produces({"application/zip", MediaType.APPLICATION_JSON})
    @Operation(summary = "The same as files for ./subhasta open-share",
            description = "closing.tlog-proof and envelopes/{bid}.json. The log's key is not among"
                    + " them: take it from where you trust it.")
    public Response files(@PathParam("tender") String tender, @PathParam("part") String part) {
        return task(tender, part, (task, proof) -> Response
                .ok(TaskAsData.of(task, proof).zip(), "application/zip")
                .header("Content-Disposition", "attachment; filename=\"task-" + task.box() + "-"
                        + task.part().word() + ".zip\"")
                .build());
    }

    @POST
    @Path("acts")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Release shares: statement is opening-act.json, signature"
            + " opening-act.p7s")
    public Response act(@PathParam("tender") String tender, List<EntityPart> parts)
            throws IOException {
        return SignedForm.read(parts, OpeningAct.MAXIMUM_BYTES)
                .map(form -> answer(openings.act(tender, form.statement(), form.signature()),
                        OpeningAsData::of))
                .orElseGet(() -> problems.of(Status.BAD_REQUEST));
    }

    /** A secret sealed to an opener, as {@code ./subhasta rehearse} reads it. */
    public record Challenge(String tender, String opener, String certificate, String enc,
            String sealed) {

        Challenge(RehearsalTask task) {
            this(task.box(), task.opener(), task.certificate(), task.enc(), task.sealed());
        }
    }

    private interface Shape {
        Response of(OpeningTask task, LogProof proof);
    }

    private Response task(String tender, String word, Shape shape) {
        Optional<Part> part = Part.of(word);
        if (part.isEmpty()) {
            return problems.notFound();
        }
        return switch (openings.task(tender, part.get())) {
            case Outcome.Refused<OpeningTask> refused -> answers.problem(refused);
            case Outcome.Done<OpeningTask>(OpeningTask task) -> proof(task)
                    .map(proof -> shape.of(task, proof))
                    .orElseGet(() -> Response.fromResponse(problems.of(
                            Status.SERVICE_UNAVAILABLE, "PROOF_NOT_YET"))
                            .header("Retry-After", "5").build());
        };
    }

    private Optional<LogProof> proof(OpeningTask task) {
        try {
            return log.proof(Hash.hex(task.entry()));
        } catch (Malformed e) {
            throw new IllegalStateException("an entry's hash is no hash", e);
        }
    }

    private <T> Response answer(Outcome<T> outcome, Function<T, ?> data) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> Response.ok(data.apply(value)).build();
            case Outcome.Refused<T> refused -> answers.problem(refused);
        };
    }
}
