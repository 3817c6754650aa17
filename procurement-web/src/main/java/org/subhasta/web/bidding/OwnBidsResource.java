package org.subhasta.web.bidding;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.subhasta.bidding.BidReports;
import org.subhasta.bidding.OpenedBid;
import org.subhasta.bidding.model.Part;
import org.subhasta.documents.Documents;
import org.subhasta.web.api.Problems;

/** The bids of the caller's organisation, with receipts. Anybody else's is not found. */
@Path("bids")
@Produces(MediaType.APPLICATION_JSON)
public class OwnBidsResource {

    @Inject
    BidReports bids;
    @Inject
    Documents documents;
    @Inject
    Problems problems;

    @GET
    @Operation(summary = "The bids of your organisation, the newest first")
    public BidList all() {
        return new BidList(bids.mine().stream().map(BidAsData::own).toList());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One bid of your organisation, with what was signed and the receipt")
    public Response one(@PathParam("id") String id) {
        return uuid(id).flatMap(bids::mine)
                .map(bid -> BidAsData.own(bid).with(bids.signed(bid.id()).orElseThrow()))
                .map(data -> Response.ok(data).build())
                .orElseGet(problems::notFound);
    }

    @GET
    @Path("{id}/attachments/{part}/{name}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "A file of a bid that you may read")
    public Response attachment(@PathParam("id") String id, @PathParam("part") String part,
            @PathParam("name") String name) {
        Optional<OpenedBid.File> file = uuid(id).flatMap(uuid ->
                Part.of(part).flatMap(one -> bids.attachment(uuid, one, name)));
        if (file.isEmpty()) {
            return problems.notFound();
        }
        StreamingOutput content = out -> {
            if (file.get().sha256().isPresent()) {
                documents.copy(file.get().sha256().get(), out);
            }
        };
        return Response.ok(content, MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header("Content-Disposition", "attachment")
                .header("Content-Length", file.get().size())
                .build();
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
