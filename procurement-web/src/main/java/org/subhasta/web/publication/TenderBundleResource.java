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

/**
 * Everything published of a tender, as one file to check without the platform. The whole address
 * stands on the class: Jakarta REST (3.7.2) would else send it to the class of {@code /tenders}.
 */
@Path("tenders/{id}/bundle.zip")
@Produces("application/zip")
public class TenderBundleResource {

    @Inject
    Bundles bundles;

    @Inject
    BundleAnswer answer;

    @GET
    @Operation(summary = "A tender with its journal, to check without the platform",
            description = "From the closing on with the entries of its box, once it is opened"
                    + " with the bids and the record, from the award on with the award. The same"
                    + " content gives the same bytes; the entity"
                    + " tag is their SHA-256.")
    public Response get(@PathParam("id") String id, @Context Request conditions) {
        return answer.of("tender-" + id, bundles.ofTender(id), conditions);
    }
}
