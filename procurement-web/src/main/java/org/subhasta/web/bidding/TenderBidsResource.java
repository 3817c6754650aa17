package org.subhasta.web.bidding;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.subhasta.bidding.Answer;
import org.subhasta.bidding.BidReports;
import org.subhasta.bidding.Bids;
import org.subhasta.bidding.OpenedBid;
import org.subhasta.bidding.Submission;
import org.subhasta.bidding.model.SealedBid;
import org.subhasta.kernel.Outcome;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.web.api.Problems;

/** Bids in one tender: sending them, and reading them after the closing. */
@Path("tenders/{tender}/bids")
@Produces(MediaType.APPLICATION_JSON)
public class TenderBidsResource {

    @Inject
    Bids bids;
    @Inject
    BidReports reports;
    @Inject
    BidAnswers answers;
    @Inject
    Problems problems;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Submit, replace or withdraw a sealed bid",
            description = "For suppliers. Sending the same again is harmless: the first receipt"
                    + " comes back with status 200. A refusal is a problem (RFC 9457) with its code;"
                    + " from the check of the signature on it carries a signed receipt under"
                    + " evidence.receipt. At most 24 MiB: send larger bids as a form.")
    public Response submit(@PathParam("tender") String tender, BidInJson bid) {
        if (bid == null || bid.envelope() == null || bid.signature() == null) {
            return problems.of(Status.BAD_REQUEST);
        }
        try {
            List<Submission.Enclosure> enclosures = new ArrayList<>();
            for (BidInJson.TextInJson text
                    : bid.texts() == null ? List.<BidInJson.TextInJson>of() : bid.texts()) {
                byte[] content = Base64.getDecoder().decode(text.content());
                enclosures.add(new Submission.Enclosure(
                        text.name(), () -> new ByteArrayInputStream(content)));
            }
            return answer(bids.submit(new Submission(tender,
                    Base64.getDecoder().decode(bid.envelope()),
                    Base64.getDecoder().decode(bid.signature()), enclosures)));
        } catch (IllegalArgumentException | NullPointerException notBase64) {
            return problems.of(Status.BAD_REQUEST);
        }
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "The same as a form",
            description = "Parts: envelope (the signed bytes), signature (DER), and text once for"
                    + " each encrypted text with its file name, such as bid-0: what"
                    + " `./subhasta seal` writes.")
    public Response submit(@PathParam("tender") String tender, List<EntityPart> parts)
            throws IOException {
        byte[] envelope = null;
        byte[] signature = null;
        try (Spools spools = new Spools()) {
            List<Submission.Enclosure> enclosures = new ArrayList<>();
            for (EntityPart part : parts) {
                switch (part.getName()) {
                    case "envelope" -> envelope = part.getContent()
                            .readNBytes(Envelope.MAXIMUM_BYTES + 1);
                    case "signature" -> signature = part.getContent()
                            .readNBytes(SealedBid.MAXIMUM_SIGNATURE_BYTES + 1);
                    case "text" -> enclosures.add(spools.keep(
                            part.getFileName().orElse(""), part.getContent()));
                    default -> {
                        return problems.of(Status.BAD_REQUEST);
                    }
                }
            }
            if (envelope == null || signature == null) {
                return problems.of(Status.BAD_REQUEST);
            }
            return answer(bids.submit(new Submission(tender, envelope, signature, enclosures)));
        }
    }

    @GET
    @Operation(summary = "The bids that stood at the closing, once they are opened",
            description = "For officers of the procuring organisation and for auditors. Before"
                    + " that the answer is 409, whatever the box holds.")
    public Response opened(@PathParam("tender") String tender) {
        return switch (reports.opened(tender)) {
            case Outcome.Done<List<OpenedBid>>(List<OpenedBid> opened) -> Response.ok(
                    new BidList(opened.stream().map(BidAsData::opened).toList())).build();
            case Outcome.Refused<List<OpenedBid>> refused ->
                    answers.problem(refused);
        };
    }

    private Response answer(Answer answer) {
        return answers.of(answer, "bids/" + answer.receipt()
                .map(receipt -> receipt.bid().toString()).orElse(""));
    }
}
