package org.subhasta.bidding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Duty;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.parties.model.Assurance;

/** Who may send anything to a box at all. */
@ApplicationScoped
class Suppliers {

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private OrganisationReports organisations;

    Optional<Refusal> barred(Caller caller, String box) {
        if (box == null || entities.find(BoxRow.class, box) == null) {
            return Optional.of(Refusal.of(BiddingRefusal.BOX_UNKNOWN));
        }
        // A role of a supplier has who belongs to one, and nobody else.
        return organisations.find(caller.organisation()).filter(OrganisationView::approved)
                .isPresent() ? caller.lacks(Duty.BID).or(() -> caller.doubt(Assurance.SUBSTANTIAL))
                : Optional.of(Refusal.of(BiddingRefusal.SUPPLIER_NOT_APPROVED));
    }
}
