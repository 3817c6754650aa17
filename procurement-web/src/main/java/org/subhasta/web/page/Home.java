package org.subhasta.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.subhasta.awarding.AwardReports;
import org.subhasta.awarding.AwardSearch;
import org.subhasta.tendering.TenderList;
import org.subhasta.tendering.TenderQuery;
import org.subhasta.tendering.TenderReports;

/** The first page: what closes soon, what was decided last. */
@Named
@RequestScoped
public class Home {

    private static final int LINES = 5;

    @EJB
    TenderReports tenders;

    @EJB
    AwardReports awards;

    private TenderList open;
    private AwardSearch.Result latest;

    /** The tenders that close next, and how many are open in all. */
    public TenderList getOpen() {
        if (open == null) {
            open = tenders.search(TenderQuery.open(LINES));
        }
        return open;
    }

    public long getAwardsInAll() {
        return latest().found();
    }

    public List<AwardSearch.Line> getAwards() {
        return latest().lines();
    }

    private AwardSearch.Result latest() {
        if (latest == null) {
            latest = awards.search(AwardSearch.newest(LINES));
        }
        return latest;
    }
}
