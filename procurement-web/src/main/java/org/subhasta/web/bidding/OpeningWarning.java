package org.subhasta.web.bidding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.subhasta.bidding.OpeningReports;
import org.subhasta.bidding.OpeningView;

/** Whether too few openers of a tender have rehearsed and its deadline is near. */
@Named
@RequestScoped
public class OpeningWarning {

    @Inject
    OpeningReports openings;

    public boolean of(String tender) {
        return openings.find(tender).filter(OpeningView::warned).isPresent();
    }
}
