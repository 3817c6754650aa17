package org.subhasta.web.awarding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.awarding.AwardReports;
import org.subhasta.awarding.AwardSearch;
import org.subhasta.bidding.BoxReports;
import org.subhasta.bidding.BoxView;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;

/** The awards of the tender a page shows, and whether its reader may evaluate it. */
@Named
@RequestScoped
public class AwardsOfTender {

    @Inject
    AwardReports awards;
    @Inject
    BoxReports boxes;
    @Inject
    Callers callers;

    private final Map<String, List<AwardSearch.Line>> found = new HashMap<>();

    public List<AwardSearch.Line> of(String tender) {
        return found.computeIfAbsent(tender, awards::ofTender);
    }

    /** Whether the bids are open, nothing is awarded, and the reader is one of the officers. */
    public boolean canEvaluate(String tender) {
        Optional<BoxView> box = boxes.find(tender).filter(BoxView::isClosed);
        return box.isPresent() && of(tender).isEmpty() && callers.signedIn()
                .filter(caller -> caller.is(Role.OFFICER)
                        && caller.actsFor(box.get().terms().organisation())).isPresent();
    }
}
