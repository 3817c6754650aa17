package org.subhasta.web.auction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.subhasta.auction.AuctionOutcomes;
import org.subhasta.auction.AuctionReports;
import org.subhasta.auction.AuctionView;
import org.subhasta.auction.Watch;
import org.subhasta.kernel.Outcome;
import org.subhasta.web.api.Problems;

/** Reading auctions: everybody may, each what the terms show to the audience they belong to. */
@Path("/auctions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Auctions")
public class AuctionsResource {

    @Inject
    AuctionReports reports;
    @Inject
    AuctionOutcomes outcomes;
    @Inject
    AuctionAnswers answers;
    @Inject
    LiveTickets tickets;
    @Inject
    Problems problems;

    @GET
    @Operation(summary = "Published auctions, the newest first",
            description = "At most 100 at once, from the place that `from` says, counted from 0."
                    + " With `mine=true` those to which your organisation was admitted.")
    public JsonObject list(@QueryParam("from") @DefaultValue("0") int from,
            @QueryParam("mine") @DefaultValue("false") boolean mine) {
        List<AuctionView> found = mine ? reports.mine() : reports.published(from);
        JsonArrayBuilder items = Json.createArrayBuilder();
        found.forEach(view -> items.add(AuctionAnswers.auction(view)));
        return Json.createObjectBuilder().add("items", items).build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "An auction with the state of its lots")
    public Response find(@PathParam("id") String id) {
        return reports.find(id).map(view -> Response.ok(AuctionAnswers.auction(view)).build())
                .orElseGet(problems::notFound);
    }

    @GET
    @Path("/{id}/terms.json")
    @Operation(summary = "The terms as they were published",
            description = "Of a hidden reserve the commitment; price and salt once all has ended.")
    public Response terms(@PathParam("id") String id) {
        return reports.find(id).map(AuctionView::terms)
                .map(terms -> Response.ok(terms).build()).orElseGet(problems::notFound);
    }

    @GET
    @Path("/{id}/lots/{lot}")
    @Operation(summary = "A lot as you may see it now",
            description = "Without a token as everybody sees it; a participant sees the own bids"
                    + " and the best possible next one. Nobody is shown a name before the end.")
    public Response lot(@PathParam("id") String id, @PathParam("lot") String lot) {
        return reports.lot(id, lot).map(view -> Response.ok(answers.lot(view))
                .header("Cache-Control", "no-store").build()).orElseGet(problems::notFound);
    }

    @GET
    @Path("/{id}/lots/{lot}/history")
    @Operation(summary = "What everybody could see of a lot so far, as it came",
            description = "`prices` with `at` and `price`: a clock's while it runs, else the"
                    + " leading one. `notices` with `at`, `what` and `reason`: what officers did."
                    + " First to last; of very many the latest 1 000.")
    public Response history(@PathParam("id") String id, @PathParam("lot") String lot) {
        return reports.past(id, lot).map(past -> Response.ok(AuctionAnswers.past(past))
                .header("Cache-Control", "no-store").build()).orElseGet(problems::notFound);
    }

    @POST
    @Path("/{id}/lots/{lot}/watch")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "A ticket to watch a lot live, over a WebSocket",
            description = "Answers `path`, good once and for 60 seconds: connect there and you are"
                    + " sent a lot as you may see it, then every change of that.")
    public Response watch(@PathParam("id") String id, @PathParam("lot") String lot,
            @Context HttpServletRequest request) {
        Optional<Watch> watch = reports.watch(id, lot);
        if (watch.isEmpty()) {
            return problems.notFound();
        }
        return tickets.issue(watch.get(), request.getRemoteAddr())
                .map(ticket -> Response.ok(Json.createObjectBuilder()
                        .add("path", "/live/" + ticket).build()).build())
                .orElseGet(() -> problems.of(Status.TOO_MANY_REQUESTS));
    }

    @GET
    @Path("/{id}/acts.jsonl")
    @Produces("application/jsonl")
    @Operation(summary = "All acts of an ended auction, for ./subhasta simulate",
            description = "One JSON object a line, in the order in which they were judged. 409"
                    + " before all lots have ended.")
    public Response acts(@PathParam("id") String id) {
        return switch (reports.acts(id)) {
            case Outcome.Done<String>(String acts) -> Response.ok(acts).build();
            case Outcome.Refused<String> refused -> answers.problem(refused);
        };
    }

    @GET
    @Path("/{id}/outcome.json")
    @Operation(summary = "What comes of the acts when they are judged again, after the end",
            description = "As `./subhasta simulate` writes it of `terms.json` and `acts.jsonl`"
                    + " (docs/reference/auction-acts.md): every act with its answer and who stood"
                    + " where after it; of many acts and participants the leading bid alone.")
    public Response outcome(@PathParam("id") String id) {
        return switch (outcomes.outcome(id)) {
            case Outcome.Done<Consumer<PrintWriter>>(Consumer<PrintWriter> outcome) -> {
                StreamingOutput body = out -> outcome.accept(
                        new PrintWriter(out, false, StandardCharsets.UTF_8));
                yield Response.ok(body).build();
            }
            case Outcome.Refused<?> refused -> answers.problem(refused);
        };
    }
}
