package org.subhasta.web.bidding;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.subhasta.bidding.OpeningDuty;
import org.subhasta.bidding.Openings;
import org.subhasta.bidding.model.Part;
import org.subhasta.parties.OpenerKey;
import org.subhasta.parties.OpenerView;
import org.subhasta.parties.Openers;

/** Who can be chosen into opening committees, and what an opener has to do. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class OpenersResource {

    @Inject
    Openers openers;
    @Inject
    Openings openings;

    /** Those who may be chosen. */
    public record Candidates(List<Candidate> items) {
    }

    /**
     * Somebody who may be chosen.
     *
     * @param id         what a draft's {@code opening.openers} names
     * @param signing    fingerprint of the certificate that acts are signed with; absent without one
     * @param encryption fingerprint of the certificate that shares are sealed to
     * @param validUntil when the first of the two ends
     */
    public record Candidate(String id, String name, String organisation, String signing,
            String encryption, Instant validUntil) {

        static Candidate of(OpenerView view) {
            Optional<Instant> until = view.signing().flatMap(signing -> view.encryption()
                    .map(encryption -> signing.validUntil().isBefore(encryption.validUntil())
                            ? signing.validUntil() : encryption.validUntil()));
            return new Candidate(view.person(), view.name(), view.organisationName(),
                    view.signing().map(OpenerKey::fingerprint).orElse(null),
                    view.encryption().map(OpenerKey::fingerprint).orElse(null),
                    until.orElse(null));
        }
    }

    /** What the caller has to do. */
    public record Duties(List<Duty> items) {
    }

    /**
     * An opening the caller is a member of.
     *
     * @param toOpen the part to act on now; absent where there is none, or the caller has acted
     */
    public record Duty(String tender, Instant closesAt, String state, boolean rehearsed,
            boolean warned, String toOpen, Instant endsAt) {

        static Duty of(OpeningDuty duty) {
            return new Duty(duty.box(), duty.closesAt(), OpeningAsData.word(duty.state()),
                    duty.rehearsed(), duty.warned(), duty.toOpen().map(Part::word).orElse(null),
                    duty.endsAt().orElse(null));
        }
    }

    @GET
    @Path("openers")
    @Operation(summary = "Who may be members of opening committees",
            description = "Public, as committees are. A draft names them by id.")
    public Candidates candidates() {
        return new Candidates(openers.all().stream().map(Candidate::of).toList());
    }

    @GET
    @Path("openings")
    @Operation(summary = "The openings you are a member of, those with something to do first",
            description = "For openers.")
    public Duties mine() {
        return new Duties(openings.mine().stream().map(Duty::of).toList());
    }
}
