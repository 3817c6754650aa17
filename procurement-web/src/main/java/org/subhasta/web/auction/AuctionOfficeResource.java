package org.subhasta.web.auction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.subhasta.auction.ActAnswer;
import org.subhasta.auction.Admittance;
import org.subhasta.auction.AuctionDraft;
import org.subhasta.auction.AuctionView;
import org.subhasta.auction.Auctions;
import org.subhasta.auction.Order;
import org.subhasta.auction.model.Scoring.Marks;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Outcome;
import org.subhasta.web.api.Problems;

/** Preparing auctions and running them, for officers. */
@Path("/auctions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Auctions")
public class AuctionOfficeResource {

    @Inject
    Auctions auctions;
    @Inject
    AuctionAnswers answers;
    @Inject
    Problems problems;

    @POST
    @Path("/drafts")
    @Operation(summary = "Keep terms as a draft",
            description = "The body is a file of terms (docs/reference/auction-terms.md). Refused"
                    + " with every fault and every contradiction, each with its line.")
    public Response draft(String terms) {
        return switch (auctions.draft(terms)) {
            case Outcome.Done<AuctionDraft>(AuctionDraft draft) -> Response.created(
                    URI.create("auctions/drafts/" + draft.id())).entity(json(draft))
                    .build();
            case Outcome.Refused<AuctionDraft> refused -> answers.problem(refused);
        };
    }

    @PUT
    @Path("/drafts/{id}")
    @Operation(summary = "Change a draft")
    public Response change(@PathParam("id") String id, String terms) {
        return switch (auctions.change(id, terms)) {
            case Outcome.Done<AuctionDraft>(AuctionDraft draft) ->
                    Response.ok(json(draft)).build();
            case Outcome.Refused<AuctionDraft> refused -> answers.problem(refused);
        };
    }

    private static JsonObject json(AuctionDraft draft) {
        return Json.createObjectBuilder().add("id", draft.id()).add("title", draft.title())
                .build();
    }

    @POST
    @Path("/drafts/{id}/publication")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Publish a draft: its terms are never changed again")
    public Response publish(@PathParam("id") String id) {
        return switch (auctions.publish(id)) {
            case Outcome.Done<AuctionView>(AuctionView view) -> Response.created(
                    URI.create("auctions/" + id)).entity(AuctionAnswers.auction(view))
                    .build();
            case Outcome.Refused<AuctionView> refused -> answers.problem(refused);
        };
    }

    @POST
    @Path("/{id}/participants")
    @Operation(summary = "Admit an approved supplier, before the opening",
            description = "`organisation`; where the terms score them `weights` (an object of"
                    + " texts) and `cost`; `position`, an opened sealed bid; `currency` of the two."
                    + " Under which number the others see it is told to itself alone.")
    public Response admit(@PathParam("id") String id, JsonObject body) {
        Optional<Admittance> admittance = admittance(body);
        if (admittance.isEmpty()) {
            return problems.of(Status.BAD_REQUEST);
        }
        return switch (auctions.admit(id, admittance.get())) {
            case Outcome.Done<String>(String admitted) -> Response.ok(
                    Json.createObjectBuilder().add("organisation", admitted).build()).build();
            case Outcome.Refused<String> refused -> answers.problem(refused);
        };
    }

    /** Whom to admit and with what; empty where it is not said as it should be. */
    static Optional<Admittance> admittance(JsonObject body) {
        try {
            Map<String, BigDecimal> weights = body.containsKey("weights")
                    ? body.getJsonObject("weights").entrySet().stream().collect(Collectors.toMap(
                            Map.Entry::getKey, weight -> weight(weight.getValue()))) : Map.of();
            return Optional.of(new Admittance(body.getString("organisation"),
                    new Marks(weights, money(body, "cost")), money(body, "position")));
        } catch (RuntimeException missingOrOfAnotherKind) {
            return Optional.empty();
        }
    }

    private static BigDecimal weight(JsonValue value) {
        String text = ((JsonString) value).getString();
        if (!text.matches("[0-9](\\.[0-9]{1,6})?")) {
            throw new IllegalArgumentException("no weight: " + text);
        }
        return new BigDecimal(text);
    }

    private static Optional<Money> money(JsonObject body, String member) {
        return body.containsKey(member) ? Optional.of(
                Money.of(body.getString(member), body.getString("currency"))) : Optional.empty();
    }

    @POST
    @Path("/{id}/lots/{lot}/orders")
    @Operation(summary = "Pause, resume, cancel, extend, annul, exclude",
            description = "`order` is one of pause, resume, cancel, extend, annul, exclude;"
                    + " `reason`, which all can read; `by` (ISO 8601) to extend; `number` of the"
                    + " participant whose standing bid is annulled or who is excluded.")
    public Response order(@PathParam("id") String id, @PathParam("lot") String lot,
            JsonObject body) {
        Optional<Order> order = order(body);
        if (order.isEmpty()) {
            return problems.of(Status.BAD_REQUEST);
        }
        return switch (auctions.order(id, lot, order.get())) {
            case Outcome.Done<ActAnswer>(ActAnswer answer) -> Response.ok(
                    Json.createObjectBuilder().add("at", answer.at().toString()).build()).build();
            case Outcome.Refused<ActAnswer> refused -> answers.problem(refused);
        };
    }

    private static Optional<Order> order(JsonObject body) {
        try {
            String reason = body.getString("reason", "");
            return Optional.ofNullable(switch (body.getString("order")) {
                case "pause" -> new Order.Pause(reason);
                case "resume" -> new Order.Resume(reason);
                case "cancel" -> new Order.Cancel(reason);
                case "extend" -> new Order.Extend(Duration.parse(body.getString("by")), reason);
                case "annul" -> new Order.AnnulStanding(body.getString("number"), reason);
                case "exclude" -> new Order.Exclude(body.getString("number"), reason);
                default -> null;
            });
        } catch (DateTimeException | NullPointerException | ClassCastException malformed) {
            return Optional.empty();
        }
    }
}
