package org.subhasta.web.awarding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.subhasta.awarding.AwardReports;
import org.subhasta.awarding.AwardView;
import org.subhasta.web.page.Say;
import org.subhasta.web.page.Texts;
import org.subhasta.web.page.Visit;

/** One award: {@code /awards/{id}}. */
@Named
@RequestScoped
public class AwardPage {

    /** With more lots their rankings are folded, under an overview. */
    private static final int FEW_LOTS = 6;

    @Inject
    AwardReports awards;
    @Inject
    Visit visit;
    @Inject
    Texts texts;
    @Inject
    Say say;

    private AwardView award;
    private final Map<String, Long> covered = new HashMap<>();

    public void load() {
        Optional<AwardView> found = Optional.ofNullable(visit.parameter("id"))
                .flatMap(awards::find);
        if (found.isEmpty()) {
            visit.notFound();
            return;
        }
        award = found.get();
        award.lots().forEach(lot -> lot.ranking().forEach(
                standing -> covered.merge(standing.bid(), 1L, Long::sum)));
    }

    public AwardView getAward() {
        return award;
    }

    public boolean isRecorded() {
        return award.source() == AwardView.Source.RECORDED;
    }

    public boolean isFolded() {
        return award.lots().size() > FEW_LOTS;
    }

    /** How many lots this bid covers. */
    public long covered(String bid) {
        return covered.getOrDefault(bid, 0L);
    }

    public long getAwardedLots() {
        return award.lots().stream()
                .filter(lot -> lot.result() == AwardView.LotResult.AWARDED).count();
    }

    /** The outcome in one sentence. */
    public String getVerdict() {
        long awarded = getAwardedLots();
        if (isRecorded()) {
            return texts.of("awarding.verdict.recorded." + AwardFilter.word(award.outcome()),
                    award.winners().size());
        }
        if (awarded == 0) {
            return texts.get("awarding.verdict.none");
        }
        if (award.lots().size() == 1) {
            AwardView.Lot lot = award.lots().getFirst();
            return texts.of("awarding.verdict.one", lot.winner().orElseThrow().name(),
                    say.money(lot.price().orElseThrow()));
        }
        return texts.of(awarded == award.lots().size()
                        ? "awarding.verdict.all" : "awarding.verdict.some",
                awarded, award.lots().size(), award.winners().size());
    }
}
