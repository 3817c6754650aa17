package org.subhasta.web.publication;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.subhasta.publication.Bundles;
import org.subhasta.signing.Sha256;
import org.subhasta.web.api.Problems;

/** Everything published of a tender or an award, as one file to check without the platform. */
@Path("")
@Produces("application/zip")
public class BundlesResource {

    @Inject
    Bundles bundles;
    @Inject
    Problems problems;

    @GET
    @Path("tenders/{id}/bundle.zip")
    @Operation(summary = "A tender with its journal, to check without the platform",
            description = "From the closing on with the entries of its box, from the award on with"
                    + " the bids and the award. The same content gives the same bytes; the entity"
                    + " tag is their SHA-256.")
    public Response tender(@PathParam("id") String id, @Context Request conditions) {
        return answer("tender-" + id, bundles.ofTender(id), conditions);
    }

    @GET
    @Path("awards/{id}/bundle.zip")
    @Operation(summary = "An award with all it rests on, to check without the platform")
    public Response award(@PathParam("id") String id, @Context Request conditions) {
        return answer("award-" + id, bundles.ofAward(id), conditions);
    }

    private Response answer(String name, Optional<byte[]> bundle, Request conditions) {
        if (bundle.isEmpty()) {
            return problems.notFound();
        }
        EntityTag tag = new EntityTag(Sha256.hex(bundle.get()));
        Response.ResponseBuilder unchanged = conditions.evaluatePreconditions(tag);
        return unchanged != null ? unchanged.tag(tag).build()
                : Response.ok(bundle.get()).tag(tag).header("Content-Disposition",
                        "attachment; filename=\"" + name + ".zip\"").build();
    }
}
