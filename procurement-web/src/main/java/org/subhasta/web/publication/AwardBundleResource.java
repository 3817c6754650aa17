package org.subhasta.web.publication;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.subhasta.publication.Bundles;

/** Everything an award rests on, as one file to check without the platform. */
@Path("awards/{id}/bundle.zip")
@Produces("application/zip")
public class AwardBundleResource {

    @Inject
    Bundles bundles;

    @Inject
    BundleAnswer answer;

    @GET
    @Operation(summary = "An award with all it rests on, to check without the platform")
    public Response get(@PathParam("id") String id, @Context Request conditions) {
        return answer.of("award-" + id, bundles.ofAward(id), conditions);
    }
}
