package org.subhasta.web.auction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.subhasta.auction.OwnAct;
import org.subhasta.auction.OwnActs;
import org.subhasta.web.api.Problems;

/** What the caller's organisation did in an auction, for suppliers. */
@Path("/auctions/{id}/lots/{lot}/receipts")
@RequestScoped
@Tag(name = "Auctions")
public class OwnActsResource {

    @Inject
    OwnActs acts;
    @Inject
    Problems problems;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Your organisation's acts that were judged, the latest first",
            description = "At most 1 000. `leaf` names the act, and its receipt.")
    public JsonObject list(@PathParam("id") String id, @PathParam("lot") String lot) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        acts.judged(id, lot).forEach(act -> items.add(json(act)));
        return Json.createObjectBuilder().add("items", items).build();
    }

    private static JsonObjectBuilder json(OwnAct act) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("leaf", act.leaf())
                .add("id", act.id().toString()).add("at", act.at().toString())
                .add("act", act.act())
                .add("outcome", act.code().isEmpty() ? "accepted" : "refused");
        act.amount().ifPresent(amount -> json.add("amount", amount));
        act.code().ifPresent(code -> json.add("code", code));
        return json;
    }

    @GET
    @Path("/{leaf}")
    @Produces("application/jose")
    @Operation(summary = "The receipt of an act, again",
            description = "A compact JWS: what it says is what it said when the act was judged.")
    public Response receipt(@PathParam("id") String id, @PathParam("lot") String lot,
            @PathParam("leaf") String leaf) {
        return acts.receipt(id, lot, leaf).map(jws -> Response.ok(jws)
                .header("Cache-Control", "private, no-store")
                .header("Content-Disposition", "attachment; filename=\"receipt-" + leaf + ".jws\"")
                .build()).orElseGet(problems::notFound);
    }
}
