package org.subhasta.web.trust;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.subhasta.trust.PlatformTrust;
import org.subhasta.web.api.Problems;

/** What an authority of the platform's own publishes. */
@Path("authorities")
public class AuthoritiesResource {

    @Inject
    PlatformTrust trust;

    @Inject
    Problems problems;

    @GET
    @Path("demonstration.crl")
    @Produces("application/pkix-crl")
    @Operation(summary = "What the demonstration's authority has revoked",
            description = "An X.509 revocation list in DER; 404 without a demonstration.")
    public Response demonstration() {
        return trust.demonstrationList().map(list -> Response.ok(list).build())
                .orElseGet(problems::notFound);
    }
}
