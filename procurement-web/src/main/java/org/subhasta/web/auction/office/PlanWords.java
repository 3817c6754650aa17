package org.subhasta.web.auction.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.auction.model.Direction;
import org.subhasta.auction.model.Payment;
import org.subhasta.auction.model.Plan;
import org.subhasta.auction.model.Plan.Window;
import org.subhasta.auction.model.Reserve;
import org.subhasta.auction.model.Scoring;
import org.subhasta.auction.model.Terms;

/** What will happen, in plain words and in the order in which it will. */
public final class PlanWords {

    private PlanWords() {
    }

    /**
     * One entry of the timeline.
     *
     * @param when at what instant, or between which
     */
    public record Entry(String heading, String when, List<String> sentences) {
        public Entry {
            sentences = List.copyOf(sentences);
        }
    }

    /** A lot at a glance. */
    public record LotLine(String name, String title, String openingPrice, String opens,
            String ends) {
    }

    /**
     * The opening, each phase, and the end, of the first lot: the others run as it does.
     *
     * @param following whether it follows the opening of a tender's lot, whose bidders take part
     */
    static List<Entry> timeline(Plan plan, boolean following, Speech speech) {
        Plan.OfLot lot = plan.lots().getFirst();
        Terms terms = lot.terms();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(speech.of("opens"), window(lot.opens(), speech),
                following ? List.of(speech.of("opens.following"))
                        : List.of(speech.of("opens.admission"),
                                speech.of("opens.fewest", terms.minimumParticipants()))));
        for (Plan.OfPhase phase : lot.phases()) {
            List<String> sentences = new ArrayList<>();
            if (!phase.phase().pause().isZero()) {
                sentences.add(speech.of("pause", speech.length(phase.phase().pause())));
            }
            sentences.addAll(PhaseWords.of(terms, phase.place(), speech));
            entries.add(new Entry(speech.of("phase", phase.place() + 1, speech.of(
                    PhaseWords.heading(phase.phase().mechanism()))),
                    speech.of("from-to", window(phase.begins(), speech),
                            window(phase.ends(), speech)), sentences));
        }
        entries.add(new Entry(speech.of("ends"), window(lot.ends(), speech),
                result(terms, speech)));
        return List.copyOf(entries);
    }

    private static String window(Window window, Speech speech) {
        String earliest = speech.instant(window.earliest());
        if (window.isExact()) {
            return earliest;
        }
        return window.latest().map(latest ->
                        speech.of("between", earliest, speech.instant(latest)))
                .orElseGet(() -> speech.of("not-before", earliest));
    }

    private static List<String> result(Terms terms, Speech speech) {
        List<String> sentences = new ArrayList<>();
        boolean down = terms.direction() == Direction.DESCENDING;
        sentences.add(speech.of(switch (terms.scoring()) {
            case Scoring.PriceAlone price -> down ? "wins.down" : "wins.up";
            case Scoring.Quality quality -> "wins.quality";
            case Scoring.LifeCycleCost cost -> "wins.cost";
            case Scoring.Mixed mixed -> "wins.mixed";
        }));
        terms.scoring().criteria().forEach(one -> sentences.add(speech.of("wins.criterion",
                one.name(), one.largest().toPlainString())));
        sentences.add(speech.of("wins.tie"));
        terms.reserve().ifPresent(reserve -> sentences.add(switch (reserve) {
            case Reserve.Published open ->
                    speech.of("reserve.open", speech.money(open.price()));
            case Reserve.Hidden hidden ->
                    speech.of("reserve.hidden", speech.money(hidden.price()));
        }));
        sentences.add(speech.of(terms.payment() == Payment.OWN_BID ? "pays.own" : "pays.second"));
        sentences.add(speech.of("names"));
        return sentences;
    }

    /** Where there are several lots, each with its times. */
    static List<LotLine> lots(Plan plan, Map<String, String> titles, Speech speech) {
        return plan.lots().stream().map(lot -> new LotLine(lot.lot(),
                Optional.ofNullable(titles.get(lot.lot())).orElse(""),
                lot.terms().openingPrice().map(speech::money).orElse(""),
                window(lot.opens(), speech), window(lot.ends(), speech))).toList();
    }
}
