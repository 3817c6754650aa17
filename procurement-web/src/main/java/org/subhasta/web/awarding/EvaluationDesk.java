package org.subhasta.web.awarding;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.subhasta.parties.Callers;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderSummary;
import org.subhasta.tendering.model.Phase;

/** The part of the officer's desk that shows which tenders wait for an evaluation. */
@Named
@RequestScoped
public class EvaluationDesk {

    @Inject
    TenderReports tenders;
    @Inject
    Callers callers;

    private List<TenderSummary> waiting;

    @PostConstruct
    void load() {
        waiting = callers.signedIn().map(caller -> tenders.of(caller.organisation()))
                .orElse(List.of()).stream()
                .filter(tender -> tender.phase() == Phase.EVALUATION).toList();
    }

    public List<TenderSummary> getWaiting() {
        return waiting;
    }
}
