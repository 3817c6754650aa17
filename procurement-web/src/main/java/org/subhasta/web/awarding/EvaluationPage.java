package org.subhasta.web.awarding;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.awarding.Awards;
import org.subhasta.awarding.AwardingRefusal;
import org.subhasta.awarding.EvaluationView;
import org.subhasta.awarding.LotAuctions;
import org.subhasta.awarding.Proposal;
import org.subhasta.bidding.BoxReports;
import org.subhasta.bidding.BoxView;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.kernel.Outcome;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Viewer;
import org.subhasta.web.page.Visit;

/**
 * The bids of a tender ranked lot by lot, and what is proposed for each:
 * {@code /office/tenders/{id}/bids}. The version the form was made upon travels with the form, so
 * that the door notices when somebody else was quicker.
 */
@Named
@RequestScoped
public class EvaluationPage {

    @Inject
    Awards awards;
    @Inject
    LotAuctions auctions;
    @Inject
    BoxReports boxes;
    @Inject
    Opened opened;
    @Inject
    Messages messages;
    @Inject
    Viewer viewer;
    @Inject
    Visit visit;

    private EvaluationView evaluation;
    private BoxView box;
    private final List<LotRow> rows = new ArrayList<>();
    private long seen;

    @PostConstruct
    void load() {
        evaluation = opened.find().orElse(null);
        if (evaluation != null) {
            seen = evaluation.version();
            boolean sent = visit.parameter("seen") != null;
            for (EvaluationView.Lot lot : evaluation.lots()) {
                String typed = visit.parameter(LotRow.name(lot));
                rows.add(new LotRow(lot, sent && typed == null ? "" : typed));
            }
        } else if (opened.isSealed()) {
            box = boxes.find(visit.parameter("id")).orElseThrow();
        }
    }

    private void show(EvaluationView view) {
        evaluation = view;
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(view.lots().get(i));
        }
    }

    /** Leaves where there is nothing to see. */
    public void require() {
        if (evaluation == null && box == null) {
            opened.leave();
        } else if (evaluation != null && evaluation.award().isPresent()) {
            visit.go("/awards/" + evaluation.award().get());
        }
    }

    public void save() {
        if (keep()) {
            messages.done("awarding.evaluation.saved");
            visit.go(address() + "/bids");
        }
    }

    /** What is typed is kept first: the proposals must not undo it. */
    public void lowest() {
        if (keep() && done(awards.proposeLowest(evaluation.tender(), seen))) {
            messages.done("awarding.evaluation.lowest.done");
            visit.go(address() + "/bids");
        }
    }

    public void check() {
        if (keep() && done(awards.check(evaluation.tender(), seen))) {
            visit.go(address() + "/award");
        }
    }

    /** What is typed is kept first; then the terms of the auction are to be written. */
    public void auction(String lot) {
        if (keep()) {
            messages.value(auctions.begin(evaluation.tender(), seen, lot)).ifPresent(draft ->
                    visit.go("/office/auctions/" + draft + "/draft"));
        }
    }

    private boolean keep() {
        Map<String, Proposal> proposals = new LinkedHashMap<>();
        for (LotRow row : rows) {
            if (row.getLot().needsChoice()) {
                proposals.put(row.getLot().id(), row.proposal());
            }
        }
        return done(awards.propose(evaluation.tender(), seen, proposals));
    }

    /** Takes over what came of it; after a refusal what others changed meanwhile is shown too. */
    private boolean done(Outcome<EvaluationView> outcome) {
        Optional<EvaluationView> value = messages.value(outcome);
        value.ifPresent(this::take);
        if (outcome instanceof Outcome.Refused<EvaluationView> refused
                && refused.first().code() == AwardingRefusal.EVALUATION_CHANGED
                && awards.evaluation(evaluation.tender())
                        instanceof Outcome.Done<EvaluationView>(EvaluationView latest)) {
            take(latest);
        }
        return value.isPresent();
    }

    private void take(EvaluationView view) {
        show(view);
        seen = view.version();
    }

    private String address() {
        return "/office/tenders/" + evaluation.tender();
    }

    public EvaluationView getEvaluation() {
        return evaluation;
    }

    /** Whether the technical parts are opened, and what is missing is to evaluate them. */
    public boolean isTechnical() {
        return box != null && box.state() instanceof BoxState.TechnicalOpened;
    }

    /** Present while the bids are sealed. */
    public BoxView getBox() {
        return box;
    }

    public List<LotRow> getRows() {
        return rows;
    }

    /** Whether the reader may decide; auditors only read. */
    public boolean isDeciding() {
        return viewer.isOfficer();
    }

    public long getDecided() {
        return evaluation.lots().stream()
                .filter(lot -> lot.needsChoice() && lot.problem().isEmpty()).count();
    }

    public long getToDecide() {
        return evaluation.lots().stream().filter(EvaluationView.Lot::needsChoice).count();
    }

    /** How many lots have one lowest bid and nothing chosen. */
    public long getPlain() {
        return rows.stream().filter(row -> row.getChoice().isEmpty()
                && row.getLot().needsChoice() && !row.isTied() && !row.isAuctioning()).count();
    }

    public long getSeen() {
        return seen;
    }

    public void setSeen(long seen) {
        this.seen = seen;
    }
}
