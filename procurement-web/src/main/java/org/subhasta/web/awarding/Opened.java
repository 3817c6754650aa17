package org.subhasta.web.awarding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.subhasta.awarding.Awards;
import org.subhasta.awarding.AwardingRefusal;
import org.subhasta.awarding.EvaluationView;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;
import org.subhasta.web.page.Visit;

/** Finds the evaluation a page is about, for the pages that share it, or leads elsewhere. */
@RequestScoped
public class Opened {

    @Inject
    Awards awards;
    @Inject
    Callers callers;
    @Inject
    Visit visit;

    private Outcome<EvaluationView> outcome;

    /** The evaluation of {@code /office/tenders/{id}/…}; empty where it cannot be seen, or yet. */
    Optional<EvaluationView> find() {
        if (outcome == null && mayAsk()) {
            outcome = awards.evaluation(visit.parameter("id"));
        }
        return outcome instanceof Outcome.Done<EvaluationView>(EvaluationView view)
                ? Optional.of(view) : Optional.empty();
    }

    /** Whether the bids are still sealed, the only refusal these pages show themselves. */
    boolean isSealed() {
        return find().isEmpty() && outcome instanceof Outcome.Refused<EvaluationView> refused
                && refused.first().code() == AwardingRefusal.BIDS_NOT_OPENED;
    }

    /** Leaves for the sign-in, or for the page that says there is nothing here. */
    void leave() {
        if (callers.signedIn().isEmpty()) {
            visit.go("/sign-in?next=" + visit.getAddress());
        } else {
            visit.notFound();
        }
    }

    private boolean mayAsk() {
        Optional<Caller> caller = callers.signedIn();
        return caller.filter(c -> c.is(Role.OFFICER) || c.is(Role.AUDITOR)).isPresent()
                && visit.parameter("id") != null;
    }
}
