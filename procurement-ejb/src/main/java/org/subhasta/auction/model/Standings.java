package org.subhasta.auction.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.auction.model.Bid.Place;
import org.subhasta.auction.model.PriceRule.Bound;
import org.subhasta.kernel.Money;

/**
 * Who stands where, while one transition works on it. What stands is a fold over the bids that came
 * to count, in their order ({@link #take}); so an annulment is the same fold without the bid.
 */
final class Standings {

    private final Terms terms;
    private Tree<String, Participant> participants;
    private Tree<Place, String> ranking;
    private Optional<Taken> taken;

    /** What stood before, of those whose standing this transition touched. */
    private final Map<String, Optional<Bid>> touched = new LinkedHashMap<>();
    /** Whether changes of rank are counted as news for those whose rank changes. */
    private boolean ranksAreNews;

    /** The price of a clock, and who took it. */
    record Taken(String participant, Money price) {
    }

    Standings(Terms terms, Tree<String, Participant> participants, Tree<Place, String> ranking,
              Optional<Taken> taken) {
        this.terms = terms;
        this.participants = participants;
        this.ranking = ranking;
        this.taken = taken;
    }

    Terms terms() {
        return terms;
    }

    Tree<String, Participant> participants() {
        return participants;
    }

    Tree<Place, String> ranking() {
        return ranking;
    }

    Optional<Taken> taken() {
        return taken;
    }

    void taken(Taken price) {
        taken = Optional.of(price);
    }

    void ranksAreNews(boolean news) {
        ranksAreNews = news;
    }

    Participant participant(String id) {
        return participants.get(id).orElseThrow();
    }

    void put(Participant participant) {
        participants = participants.with(participant.id(), participant);
    }

    Optional<Bid> leader() {
        return standingAt(0);
    }

    Optional<Bid> standingAt(int rank) {
        return ranking.at(rank).flatMap(id -> participant(id).standing());
    }

    /** What limits the prices of a phase that is no clock. */
    Bound limit(int phase) {
        return taken.filter(price -> phase > 0).map(price -> Bound.beyond(price.price()))
                .orElseGet(() -> Bound.at(terms.openingPrice().orElseThrow()));
    }

    /** Lets a bid count: it stands, or in an automatic phase it is a limit from now on. */
    void take(Bid bid) {
        Participant bidder = participant(bid.participant());
        if (bid.phase() >= 0 && terms.phases().get(bid.phase()).mechanism()
                instanceof Mechanism.OpenOutcry outcry && outcry.automatic()) {
            AutomaticBids.take(this, outcry, bid);
        } else {
            put(bidder.history(bidder.history().with(bid)));
            stand(bid);
        }
    }

    /** Makes this the participant's standing bid. */
    void stand(Bid bid) {
        Participant bidder = participant(bid.participant());
        touched.putIfAbsent(bidder.id(), bidder.standing());
        Place place = bid.place(terms.direction());
        int from = ranking.size();
        long raised = 0;
        if (bidder.standing().isPresent()) {
            Place before = bidder.standing().get().place(terms.direction());
            from = ranking.indexOf(before);
            raised = ranking.raised(before);
            ranking = ranking.without(before);
        }
        int to = ranking.indexOf(place);
        ranking = ranking.with(place, bidder.id()).raise(to, to + 1, raised);
        put(bidder.standing(Optional.of(bid)));
        if (ranksAreNews && from != to) {
            ranking = ranking.raise(Math.min(from, to), Math.max(from, to) + 1, 1);
        }
    }

    /** Computes everything again from the bids that count, excluded participants' apart. */
    void recompute() {
        List<Bid> bids = new ArrayList<>();
        for (Participant one : participants.values()) {
            touched.putIfAbsent(one.id(), one.standing());
            long raised = one.standing().map(bid ->
                    ranking.raised(bid.place(terms.direction()))).orElse(0L);
            List<Bid> counting = one.excluded() ? List.of() : one.history().list();
            bids.addAll(counting);
            put(one.told(raised).standing(Optional.empty())
                    .history(one.excluded() ? one.history() : Chain.empty()));
        }
        ranking = Tree.empty();
        ranksAreNews = false;
        bids.sort(Comparator.comparingLong(Bid::sequence));
        bids.forEach(this::take);
    }

    /** Those whose standing amount changed since asked last, with what stood before. */
    List<String> changed() {
        List<String> changed = new ArrayList<>();
        touched.forEach((id, before) -> {
            if (!before.map(Bid::amount).equals(participant(id).standing().map(Bid::amount))) {
                changed.add(id);
            }
        });
        touched.clear();
        return changed;
    }

    /** How many facts of a participant's own are counted: notices, and changes of rank. */
    long notices(Participant participant) {
        return participant.notices() + participant.standing().map(bid ->
                ranking.raised(bid.place(terms.direction()))).orElse(0L);
    }

    /** All who are still in, in the order of admission. */
    List<Participant> in() {
        return participants.values().stream().filter(Participant::isIn)
                .sorted(Comparator.comparingInt(Participant::admission)).toList();
    }
}
