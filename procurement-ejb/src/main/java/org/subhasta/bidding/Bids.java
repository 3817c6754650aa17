package org.subhasta.bidding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;
import org.subhasta.signing.Sha256;

/** Submitting, replacing and withdrawing sealed bids: for suppliers. */
@Stateless
@RolesAllowed(Role.Names.SUPPLIER)
public class Bids {

    @Inject
    private Callers callers;
    @Inject
    private Suppliers suppliers;
    @Inject
    private Arrivals arrivals;
    @Inject
    private Counter counter;

    /**
     * Judges a sealed bid that arrived whole and answers with a signed receipt.
     *
     * <p>Sending the same bytes again is harmless: the first receipt comes back. Refused for any
     * reason of {@link BiddingRefusal} up to {@code TEXT_NOT_LISTED}, in its order.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Answer submit(Submission submission) {
        Caller caller = callers.current();
        Optional<Refusal> barred = suppliers.barred(caller, submission.box());
        if (barred.isPresent()) {
            return Answer.refused(barred.get());
        }
        // Two transactions one after the other, and none around them: who held a connection while
        // waiting for a second could wait for ever, where as many do the same as there are.
        Arrivals.Arrival arrival = arrivals.record(submission.box(), caller.organisation(),
                delivery(submission));
        return counter.judge(caller, submission, arrival);
    }

    private static String delivery(Submission submission) {
        Sha256 digest = Sha256.running();
        digest.update(submission.envelope(), 0, submission.envelope().length);
        digest.update(submission.signature(), 0, submission.signature().length);
        return digest.hex();
    }
}
