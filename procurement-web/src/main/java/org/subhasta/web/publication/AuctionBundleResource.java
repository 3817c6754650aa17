package org.subhasta.web.publication;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.subhasta.kernel.Outcome;
import org.subhasta.publication.Bundles;
import org.subhasta.web.api.Problems;

/** Everything published of an auction, as one file to judge it again without the platform. */
@Path("auctions/{id}/bundle.zip")
@Produces("application/zip")
public class AuctionBundleResource {

    @Inject
    Bundles bundles;

    @Inject
    BundleAnswer answer;

    @Inject
    Problems problems;

    @GET
    @Operation(summary = "An auction with its journal, to check without the platform",
            description = "Once all lots have ended with the signed acts and whatever the terms"
                    + " hid. The same content gives the same bytes; the entity tag is their"
                    + " SHA-256.")
    public Response get(@PathParam("id") String id, @Context Request conditions) {
        Optional<Outcome<byte[]>> made = bundles.ofAuction(id);
        return made.isPresent() && made.get() instanceof Outcome.Refused<byte[]> refused
                ? problems.of(refused)
                : answer.of("auction-" + id, made.map(one ->
                        ((Outcome.Done<byte[]>) one).value()), conditions);
    }
}
