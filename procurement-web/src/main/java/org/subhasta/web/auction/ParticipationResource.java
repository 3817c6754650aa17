package org.subhasta.web.auction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.subhasta.auction.Participation;
import org.subhasta.kernel.Outcome;
import org.subhasta.web.api.Problems;

/** Taking part in auctions, for suppliers who were admitted. */
@Path("/auctions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Auctions")
public class ParticipationResource {

    @Inject
    Participation participation;
    @Inject
    AuctionAnswers answers;
    @Inject
    Problems problems;

    /**
     * Something signed.
     *
     * @param statement the signed text
     * @param signature base64 of the signature (CMS, DER)
     */
    public record EntryInJson(String statement, String signature) {
    }

    /**
     * An act.
     *
     * @param act       the signed text, canonical JSON
     * @param signature detached JWS over its UTF-8
     */
    public record ActInJson(String act, String signature) {
    }

    @GET
    @Path("/{id}/entry-statement")
    @Operation(summary = "What you sign to enter with a certificate",
            description = "`certificate` is the SHA-256 of its DER, hexadecimal.")
    public Response statement(@PathParam("id") String id,
            @QueryParam("certificate") String certificate) {
        if (certificate == null || !certificate.matches("[0-9a-f]{64}")
                || !id.matches("[0-9a-z]{12}")) {
            return problems.of(Status.BAD_REQUEST);
        }
        return Response.ok(Json.createObjectBuilder().add("statement",
                participation.statement(id, certificate)).build()).build();
    }

    @POST
    @Path("/{id}/entries")
    @Operation(summary = "Enter with a certificate: from then on its key signs your bids",
            description = "Answers the number under which the others see you before the end.")
    public Response enter(@PathParam("id") String id, EntryInJson entry) {
        if (entry == null || entry.statement() == null || entry.signature() == null) {
            return problems.of(Status.BAD_REQUEST);
        }
        byte[] signature;
        try {
            signature = Base64.getDecoder().decode(entry.signature());
        } catch (IllegalArgumentException notBase64) {
            return problems.of(Status.BAD_REQUEST);
        }
        return switch (participation.enter(
                id, entry.statement().getBytes(StandardCharsets.UTF_8), signature)) {
            case Outcome.Done<String>(String number) -> Response.ok(
                    Json.createObjectBuilder().add("number", number).build()).build();
            case Outcome.Refused<String> refused -> answers.problem(refused);
        };
    }

    @POST
    @Path("/{id}/acts")
    @Operation(summary = "Bid, leave a limit, confirm, or take back",
            description = "The signed act as docs/reference/auction-live.md has it. The answer"
                    + " comes when it is durable, with a signed receipt. Sending the same again is"
                    + " harmless: the first answer comes back with status 200.")
    public Response act(@PathParam("id") String id, ActInJson act) {
        if (act == null || act.act() == null || act.signature() == null) {
            return problems.of(Status.BAD_REQUEST);
        }
        return answers.of(participation.act(
                id, act.act().getBytes(StandardCharsets.UTF_8), act.signature()));
    }
}
