package org.subhasta.auction.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several lots under one schedule. Each is an auction of its own, with its own terms, participants
 * and acts; they share nothing but when they open. So a lot can be replayed, and verified, from its
 * own acts alone, and lots that run at once do not wait for each other.
 */
public final class Lots {

    /** When lots open. */
    public sealed interface Order {

        /** All together. */
        record Parallel() implements Order {
        }

        /** Each so much later than the one before, ended or not. */
        record Staggered(Duration interval) implements Order {
        }

        /** Each so much later than the one before has ended. */
        record OneAfterAnother(Duration pause) implements Order {
        }
    }

    /**
     * What happened to a lot: an act the schedule itself caused, with its answer.
     *
     * @param act such as has to be recorded for the lot like any other
     */
    public record Scheduled(String lot, Instant at, Act act) {
    }

    /** The lots later, each lot's facts of the time that passed, and openings that became known. */
    public record Advance(Lots lots, Map<String, List<Fact>> facts, List<Scheduled> scheduled) {
    }

    private final Order order;
    private final Map<String, Auction> auctions;

    private Lots(Order order, Map<String, Auction> auctions) {
        this.order = order;
        this.auctions = auctions;
    }

    /**
     * The lots before their opening.
     *
     * @param terms of each lot, in their order; each opens as the schedule says, counted from the
     *              opening of the first
     */
    public static Lots begin(Order order, Map<String, Terms> terms) {
        Map<String, Auction> auctions = new LinkedHashMap<>();
        Optional<Instant> opening = terms.values().iterator().next().opensAt();
        for (Map.Entry<String, Terms> lot : terms.entrySet()) {
            int place = auctions.size();
            Optional<Instant> opensAt = switch (order) {
                case Order.Parallel parallel -> opening;
                case Order.Staggered(Duration interval) ->
                        opening.map(at -> at.plus(interval.multipliedBy(place)));
                case Order.OneAfterAnother after -> place == 0 ? opening : Optional.empty();
            };
            auctions.put(lot.getKey(), Auction.begin(lot.getValue().opening(opensAt)));
        }
        return new Lots(order, auctions);
    }

    /** The lots in their order, as they stand. */
    public Map<String, Auction> auctions() {
        return Collections.unmodifiableMap(auctions);
    }

    public Optional<Auction> auction(String lot) {
        return Optional.ofNullable(auctions.get(lot));
    }

    /** All lots at a later instant. */
    public Advance advance(Instant to) {
        Map<String, Auction> later = new LinkedHashMap<>(auctions);
        Map<String, List<Fact>> facts = new LinkedHashMap<>();
        List<Scheduled> scheduled = new ArrayList<>();
        Optional<Instant> endBefore = Optional.empty();
        for (Map.Entry<String, Auction> lot : auctions.entrySet()) {
            List<Fact> passed = new ArrayList<>();
            Auction auction = lot.getValue();
            if (order instanceof Order.OneAfterAnother(Duration pause) && endBefore.isPresent()
                    && auction.awaitsOpening()) {
                Instant known = latest(endBefore.get(), auction.now());
                Act opening = new Act.SetOpening(
                        latest(endBefore.get().plus(pause), known));
                Auction.Judgement judged = auction.judge(opening, known);
                scheduled.add(new Scheduled(lot.getKey(), known, opening));
                passed.addAll(facts(judged));
                auction = judged.auction();
            }
            Auction.Advance advance = auction.advance(to);
            passed.addAll(advance.facts());
            later.put(lot.getKey(), advance.auction());
            facts.put(lot.getKey(), List.copyOf(passed));
            endBefore = advance.auction().endedAt();
        }
        return new Advance(new Lots(order, later), facts, scheduled);
    }

    private static List<Fact> facts(Auction.Judgement judged) {
        List<Fact> facts = new ArrayList<>(judged.passed());
        if (judged.answer() instanceof Answer.Accepted(List<Fact> accepted)) {
            facts.addAll(accepted);
        }
        return facts;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The lots with one of them replaced by what became of it. */
    public Lots with(String lot, Auction auction) {
        Map<String, Auction> later = new LinkedHashMap<>(auctions);
        later.put(lot, auction);
        return new Lots(order, later);
    }
}
