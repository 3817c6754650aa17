package org.subhasta.web.bidding;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.subhasta.bidding.ReceiptReports;

/** What receipts are checked against. */
@Path("receipts")
public class ReceiptResource {

    @Inject
    ReceiptReports receipts;

    @GET
    @Path("authority.pem")
    @Produces("application/x-pem-file")
    @Operation(summary = "The certificate authority behind the platform's key",
            description = "Receipts verify against it:"
                    + " ./subhasta verify --trust authority.pem R.jws")
    public String authority() {
        return receipts.authority();
    }
}
