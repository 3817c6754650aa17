package org.subhasta.web.parties;

import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.subhasta.parties.KeyRequest;
import org.subhasta.parties.KeyRequestReports;
import org.subhasta.parties.KeyRequestView;
import org.subhasta.parties.KeyRequests;
import org.subhasta.signing.KeyUse;

/** Requests for certificates (PKCS#10): made by whoever holds a key, decided by officers. */
@Path("key-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class KeyRequestsResource {

    @Inject
    KeyRequests requests;
    @Inject
    KeyRequestReports reports;
    @Inject
    Answers answers;

    /**
     * A request for a certificate.
     *
     * @param use       {@code SIGNING}, or an opener's {@code ENCRYPTION}
     * @param pkcs10    DER in base64; its challengePassword is the SHA-256 of the statement in
     *                  lower-case hexadecimal
     * @param statement of {@code GET /certificates/statement}, exactly as it was given
     */
    public record NewRequest(KeyUse use, String pkcs10, String statement) {

        KeyRequest request() {
            try {
                return new KeyRequest(use, Base64.getDecoder().decode(pkcs10),
                        Objects.requireNonNullElse(statement, ""));
            } catch (IllegalArgumentException e) {
                throw new BadRequestException(e);
            }
        }
    }

    /** A list under a name of its own, so that more can be said beside it later. */
    public record RequestList(List<KeyRequestView> requests) {
    }

    @GET
    @Operation(summary = "Your requests for certificates, the latest first")
    public RequestList mine() {
        return new RequestList(reports.mine());
    }

    @POST
    @Operation(summary = "Ask for a certificate for a key that you made and keep")
    public Response request(NewRequest asked) {
        if (asked == null || asked.use() == null || asked.pkcs10() == null) {
            throw new BadRequestException();
        }
        return answers.created(requests.request(asked.request()));
    }

    @GET
    @Path("waiting")
    @Operation(summary = "Requests that wait for an officer, the longest waiting first")
    public RequestList waiting() {
        return new RequestList(reports.waiting());
    }

    @POST
    @Path("{id}/approval")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Approve: the certificate is issued with the names on record")
    public Response approve(@PathParam("id") String id) {
        return answers.of(requests.approve(id));
    }

    @POST
    @Path("{id}/refusal")
    @Operation(summary = "Refuse, with the reason")
    public Response refuse(@PathParam("id") String id, RegistrationsResource.Reason why) {
        return answers.of(requests.refuse(id, why == null ? null : why.reason()));
    }

    @POST
    @Path("{id}/withdrawal")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Take your own request back while it waits")
    public Response withdraw(@PathParam("id") String id) {
        return answers.of(requests.withdraw(id));
    }
}
