package org.subhasta.bidding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.subhasta.bidding.model.BidStatement;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.parties.Role;
import org.subhasta.parties.model.OrganisationKind;

/** Submitting, replacing and withdrawing bids: for suppliers. */
@Stateless
@RolesAllowed(Role.Names.SUPPLIER)
public class Bids {

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private Callers callers;
    @Inject
    private OrganisationReports organisations;
    @Inject
    private Counter counter;

    /**
     * Judges a bid that arrived and answers with a signed receipt.
     *
     * <p>Sending the same bytes again is harmless: the first receipt comes back. Refused for any
     * reason of {@link org.subhasta.bidding.model.BiddingRefusal}, in its order; a file may also be
     * refused for a reason of the documents' own, such as its type.
     */
    public Answer submit(Submission submission) {
        Caller caller = callers.current();
        return switch (readable(submission)) {
            case Outcome.Refused<BidStatement> refused ->
                    new Answer(false, false, refused.refusals(), Optional.empty());
            case Outcome.Done<BidStatement>(BidStatement said) -> barred(caller, submission.box())
                    .map(refusal -> Answer.refused(refusal))
                    .orElseGet(() -> counter.take(Delivery.of(caller, submission, said)));
        };
    }

    private static Outcome<BidStatement> readable(Submission submission) {
        if (submission.signature().length > BidStatement.MAXIMUM_SIGNATURE_BYTES) {
            return Outcome.refused(Refusal.at("signature", BiddingRefusal.BID_TOO_LARGE,
                    Integer.toString(BidStatement.MAXIMUM_SIGNATURE_BYTES)));
        }
        if (submission.signature().length == 0) {
            return Outcome.refused(Refusal.at(
                    "signature", BiddingRefusal.BID_MALFORMED, "signature"));
        }
        return Statements.read(submission.statement());
    }

    /** Who may not send bids to this box at all. */
    private Optional<Refusal> barred(Caller caller, String box) {
        if (entities.find(BoxRow.class, box) == null) {
            return Optional.of(Refusal.of(BiddingRefusal.BOX_UNKNOWN));
        }
        Optional<OrganisationView> supplier = organisations.find(caller.organisation())
                .filter(organisation -> organisation.kind() == OrganisationKind.SUPPLIER);
        if (supplier.isEmpty()) {
            return Optional.of(Refusal.of(BiddingRefusal.NOT_A_SUPPLIER));
        }
        return supplier.get().approved()
                ? Optional.empty()
                : Optional.of(Refusal.of(BiddingRefusal.SUPPLIER_NOT_APPROVED));
    }
}
