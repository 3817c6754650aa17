package org.subhasta.web.auction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.subhasta.auction.Admittance;
import org.subhasta.auction.AuctionView;
import org.subhasta.auction.model.Scoring.Marks;
import org.subhasta.awarding.AwardingRefusal;
import org.subhasta.awarding.LotAuctions;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.web.api.Problems;

/** Reverse auctions that follow the opening of a tender's lots, for officers. */
@Path("tenders/{tender}/evaluation/auctions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Auctions")
public class LotAuctionsResource {

    @Inject
    LotAuctions auctions;
    @Inject
    AuctionAnswers answers;
    @Inject
    Problems problems;

    /** The evaluation's version it is made upon, and the lot. */
    public record Beginning(long version, String lot) {
    }

    @POST
    @Operation(summary = "Begin the draft of a reverse auction for a lot whose notice announced it",
            description = "Change it as any draft: `PUT auctions/drafts/{id}`.")
    public Response begin(@PathParam("tender") String tender, Beginning beginning) {
        if (beginning == null || beginning.lot() == null) {
            return problems.of(Status.BAD_REQUEST);
        }
        return switch (auctions.begin(tender, beginning.version(), beginning.lot())) {
            case Outcome.Done<String>(String draft) -> Response.created(
                    URI.create("auctions/drafts/" + draft)).entity(
                            Json.createObjectBuilder().add("id", draft).build()).build();
            case Outcome.Refused<String> refused -> answers.problem(refused);
        };
    }

    @GET
    @Path("{draft}")
    @Operation(summary = "Who would take part, and the versions a publication has to name")
    public Response taking(
            @PathParam("tender") String tender, @PathParam("draft") String draft) {
        return switch (of(tender, draft)) {
            case Outcome.Done<LotAuctions.Taking>(LotAuctions.Taking taking) ->
                    Response.ok(json(taking)).build();
            case Outcome.Refused<LotAuctions.Taking> refused -> answers.problem(refused);
        };
    }

    /** Of another tender there is no such draft. */
    private Outcome<LotAuctions.Taking> of(String tender, String draft) {
        Outcome<LotAuctions.Taking> found = auctions.taking(draft);
        return found instanceof Outcome.Done<LotAuctions.Taking>(LotAuctions.Taking taking)
                && !taking.tender().equals(tender)
                ? Outcome.refused(Refusal.of(AwardingRefusal.LOT_AUCTION_UNKNOWN)) : found;
    }

    private static JsonObject json(LotAuctions.Taking taking) {
        JsonArrayBuilder bidders = Json.createArrayBuilder();
        taking.bidders().forEach(bidder -> bidders.add(Json.createObjectBuilder()
                .add("organisation", bidder.organisation()).add("name", bidder.name())
                .add("position", bidder.price().decimal())
                .add("currency", bidder.price().currency().getCurrencyCode())));
        return Json.createObjectBuilder().add("lot", taking.lot())
                .add("version", taking.version()).add("draftVersion", taking.draftVersion())
                .add("bidders", bidders).build();
    }

    @POST
    @Path("{draft}/publication")
    @Operation(summary = "Publish it and admit all bidders of the lot with their opened prices",
            description = "`version` of the evaluation, `draftVersion`; where the terms score more"
                    + " than the price `bidders`, each with `organisation`, `weights`, `cost` and"
                    + " `currency`.")
    public Response publish(@PathParam("tender") String tender,
            @PathParam("draft") String draft, JsonObject body) {
        if (of(tender, draft) instanceof Outcome.Refused<LotAuctions.Taking> refused) {
            return answers.problem(refused);
        }
        Optional<Map<String, Marks>> marks = marks(body);
        if (marks.isEmpty()) {
            return problems.of(Status.BAD_REQUEST);
        }
        return switch (auctions.publish(draft, body.getJsonNumber("draftVersion").longValue(),
                body.getJsonNumber("version").longValue(), marks.get())) {
            case Outcome.Done<AuctionView>(AuctionView view) -> Response.created(
                    URI.create("auctions/" + draft)).entity(AuctionAnswers.auction(view))
                    .build();
            case Outcome.Refused<AuctionView> refused -> answers.problem(refused);
        };
    }

    /** By organisation; empty where anything is not said as it should be. */
    private static Optional<Map<String, Marks>> marks(JsonObject body) {
        try {
            body.getJsonNumber("version").longValueExact();
            body.getJsonNumber("draftVersion").longValueExact();
            Map<String, Marks> marks = new HashMap<>();
            for (JsonValue one : body.containsKey("bidders")
                    ? body.getJsonArray("bidders") : JsonValue.EMPTY_JSON_ARRAY) {
                Admittance admittance =
                        AuctionOfficeResource.admittance(one.asJsonObject()).orElseThrow();
                marks.put(admittance.organisation(), admittance.marks());
            }
            return Optional.of(marks);
        } catch (RuntimeException missingOrOfAnotherKind) {
            return Optional.empty();
        }
    }
}
