package org.subhasta.web.tendering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.subhasta.parties.Callers;
import org.subhasta.tendering.DraftView;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderSummary;
import org.subhasta.tendering.Tenders;
import org.subhasta.tendering.model.Phase;

/** The tenders of the officer's organisation, for the officer's desk. */
@Named
@RequestScoped
public class OfficeTenders {

    @Inject
    private Tenders tenders;
    @Inject
    private TenderReports reports;
    @Inject
    private Callers callers;

    private List<DraftView> drafts;
    private List<Group> groups;

    /** Tenders at the same stage: {@code evaluation}, {@code open} or {@code ended}. */
    public record Group(String name, List<TenderSummary> tenders) {
    }

    public List<DraftView> getDrafts() {
        if (drafts == null) {
            drafts = tenders.drafts();
        }
        return drafts;
    }

    /** What waits for the officer first, then what runs, then what is over. */
    public List<Group> getGroups() {
        if (groups == null) {
            List<TenderSummary> all = reports.of(callers.current().organisation());
            groups = Stream.of(
                    new Group("evaluation", of(all, Phase.EVALUATION)),
                    new Group("open", of(all, Phase.OPEN)),
                    new Group("ended", of(all, Phase.COMPLETE, Phase.UNSUCCESSFUL,
                            Phase.CANCELLED)))
                    .filter(group -> !group.tenders().isEmpty()).toList();
        }
        return groups;
    }

    public boolean isNone() {
        return getDrafts().isEmpty() && getGroups().isEmpty();
    }

    private static List<TenderSummary> of(List<TenderSummary> all, Phase... phases) {
        return all.stream().filter(tender -> List.of(phases).contains(tender.phase())).toList();
    }
}
