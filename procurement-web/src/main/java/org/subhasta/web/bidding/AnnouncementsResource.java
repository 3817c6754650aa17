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
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.subhasta.bidding.AnnouncedBid;
import org.subhasta.bidding.Announcements;
import org.subhasta.bidding.BidReports;
import org.subhasta.bidding.model.Announcement;
import org.subhasta.web.api.Problems;
import org.subhasta.web.api.SignedForm;

/** Announcing that an envelope is on its way, for suppliers on slow lines. */
@Path("tenders/{tender}/announcements")
@Produces(MediaType.APPLICATION_JSON)
public class AnnouncementsResource {

    @Inject
    Announcements announcements;
    @Inject
    BidReports bids;
    @Inject
    BidAnswers answers;
    @Inject
    Problems problems;

    /**
     * The last announcement of the caller's organisation.
     *
     * @param bid      id of the envelope that is to come
     * @param envelope SHA-256 of its bytes, hexadecimal
     * @param followed whether it came
     * @param receipt  the platform's signed answer: compact JWS
     */
    public record Announced(String bid, String envelope, Instant at, boolean followed,
            String receipt) {

        static Announced of(AnnouncedBid said) {
            return new Announced(said.bid().toString(), said.envelope(), said.at(),
                    said.followed(), said.receipt().jws());
        }
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Announce before the closing that an envelope is on its way",
            description = "For suppliers. Parts: statement (subhasta-announcement-1), signature."
                    + " The envelope may then arrive within the tender's grace.")
    public Response announce(@PathParam("tender") String tender, List<EntityPart> parts)
            throws IOException {
        Optional<SignedForm> form = SignedForm.read(parts, Announcement.MAXIMUM_BYTES);
        return form.isEmpty() ? problems.of(Status.BAD_REQUEST)
                : answers.of(announcements.announce(
                        tender, form.get().statement(), form.get().signature()),
                        "tenders/" + tender + "/announcements");
    }

    @GET
    @Operation(summary = "The last announcement of your organisation in this tender")
    public Response last(@PathParam("tender") String tender) {
        return bids.announced(tender).map(Announced::of)
                .map(said -> Response.ok(said).build()).orElseGet(problems::notFound);
    }
}
