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
import org.subhasta.awarding.AwardView;
import org.subhasta.awarding.Awards;
import org.subhasta.awarding.EvaluationView;
import org.subhasta.awarding.Proposal;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Outcome;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** What will be published, to look at once more: {@code /office/tenders/{id}/award}. */
@Named
@RequestScoped
public class AwardCheckPage {

    @Inject
    Awards awards;
    @Inject
    Opened opened;
    @Inject
    Messages messages;
    @Inject
    Visit visit;

    private EvaluationView evaluation;
    private long seen;

    /** A lot as it will be decided: the winner and price, or nobody. */
    public record Line(EvaluationView.Lot lot, Optional<EvaluationView.Standing> winner) {
    }

    /** What one supplier wins. */
    public record Sum(String name, Money total, int lots) {
    }

    @PostConstruct
    void load() {
        evaluation = opened.find().orElse(null);
        seen = evaluation == null ? 0 : evaluation.version();
    }

    /** Back to the evaluation while anything is undecided. */
    public void require() {
        if (evaluation == null) {
            opened.leave();
        } else if (evaluation.award().isPresent()) {
            visit.go("/awards/" + evaluation.award().get());
        } else if (evaluation.undecided() > 0 && messages.getProblems().isEmpty()) {
            visit.go("/office/tenders/" + evaluation.tender() + "/bids");
        }
    }

    public void publish() {
        Outcome<AwardView> decided = awards.decide(evaluation.tender(), seen);
        messages.value(decided).ifPresent(award -> {
            messages.done("awarding.published");
            visit.go("/awards/" + award.id());
        });
    }

    public List<Line> getLines() {
        return evaluation.lots().stream().map(lot -> new Line(lot, lot.ranking().stream()
                .filter(s -> lot.needsChoice()
                        && lot.proposal().bid().equals(Optional.of(s.bid())))
                .findFirst())).toList();
    }

    public List<Sum> getSums() {
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (Line line : getLines()) {
            line.winner().ifPresent(w -> sums.merge(w.bidderName(),
                    new Sum(w.bidderName(), w.price(), 1),
                    (a, b) -> new Sum(a.name(), a.total().plus(b.total()), a.lots() + 1)));
        }
        return new ArrayList<>(sums.values());
    }

    /** Whether an empty place in the list is what an officer chose. */
    public boolean isChosenNoAward(EvaluationView.Lot lot) {
        return lot.needsChoice() && lot.proposal().kind() == Proposal.Kind.NO_AWARD;
    }

    public List<EvaluationView.Bid> getDisqualified() {
        return evaluation.bids().stream().filter(b -> b.disqualified().isPresent()).toList();
    }

    public EvaluationView getEvaluation() {
        return evaluation;
    }

    public long getSeen() {
        return seen;
    }

    public void setSeen(long seen) {
        this.seen = seen;
    }
}
