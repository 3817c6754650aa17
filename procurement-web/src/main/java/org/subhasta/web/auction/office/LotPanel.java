package org.subhasta.web.auction.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.subhasta.auction.Admitted;
import org.subhasta.auction.AuctionView.LotLine;
import org.subhasta.auction.model.AudienceView;
import org.subhasta.auction.model.Result;
import org.subhasta.auction.model.Terms;
import org.subhasta.kernel.Money;

/**
 * A lot as the officer's page shows it.
 *
 * @param state {@code waiting}, {@code running}, {@code paused} or {@code ended}
 * @param phase which one runs or comes next: a key under {@code auctionoffice.plan.}
 * @param rows  by rank, then those without a standing bid; after the end by organisation
 */
public record LotPanel(String name, String title, String state, String phase, int place,
        AudienceView view, List<Row> rows) {

    /**
     * One participant.
     *
     * @param name the number; after the end the organisation, where it stands
     */
    public record Row(String name, Optional<Integer> rank, Optional<Money> amount,
            boolean excluded) {
    }

    static LotPanel of(LotLine line, AudienceView view, Map<String, String> titles, Terms terms,
            List<Admitted.Number> numbers) {
        int place = Math.min(view.phase(), terms.phases().size() - 1);
        return new LotPanel(line.lot(), titles.getOrDefault(line.lot(), ""), line.state(),
                PhaseWords.heading(terms.phases().get(place).mechanism()), place + 1, view,
                rows(line, view, numbers));
    }

    private static List<Row> rows(LotLine line, AudienceView view,
            List<Admitted.Number> numbers) {
        List<Row> rows = new ArrayList<>();
        Map<String, Row> standing = new HashMap<>();
        for (AudienceView.Line one : view.standings()) {
            Row row = new Row(one.name(), Optional.of(one.rank()), Optional.of(one.amount()),
                    false);
            rows.add(row);
            standing.put(one.name(), row);
        }
        if (view.status() != AudienceView.Status.ENDED) {
            numbers.stream().filter(one -> one.lot().equals(line.lot())
                            && !standing.containsKey(one.alias()))
                    .forEach(one -> rows.add(new Row(one.alias(), Optional.empty(),
                            Optional.empty(), one.excluded())));
        }
        return rows;
    }

    public boolean isEnded() {
        return state.equals("ended");
    }

    public boolean isPaused() {
        return state.equals("paused");
    }

    /** Who won, the organisation; null where nobody has. */
    public String getWinner() {
        return view.result().orElse(null) instanceof Result.Won won ? won.winner() : null;
    }

    /** What the winner pays or is paid. */
    public Money getPaid() {
        return view.result().orElse(null) instanceof Result.Won won ? won.paid() : null;
    }

    /** Why nobody won: a key under {@code auctionoffice.result.}; null before the end. */
    public String getFailure() {
        return switch (view.result().orElse(null)) {
            case Result.Unsuccessful(Result.Why why) ->
                    why.name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Result.Cancelled cancelled -> "cancelled";
            case Result.Won won -> null;
            case null -> null;
        };
    }

    /** The reason for which it was cancelled; null where it was not. */
    public String getReason() {
        return view.result().orElse(null) instanceof Result.Cancelled(String reason)
                ? reason : null;
    }
}
