package org.subhasta.awarding.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.Money;

/**
 * The bids for one lot, the best first, and those that are out.
 *
 * @param lot          the lot's id
 * @param ranked       by price, ties beside one another in the order of their ids (which says
 *                     nothing about them, but is the same for everybody who recomputes it); where
 *                     an auction decided the lot, as its ranking has them
 * @param disqualified by the price that was opened
 */
public record LotRanking(String lot, List<Ranked> ranked, List<Out> disqualified) {

    /**
     * A bid in the ranking.
     *
     * @param rank from 1; equal prices share it and the next rank is left out: 1, 1, 3
     * @param tied whether another bid in the ranking has the same price
     */
    public record Ranked(PricedBid bid, Money price, int rank, boolean tied) {
    }

    /**
     * A bid out of the ranking of this lot.
     *
     * @param price  that was opened
     * @param reason {@code ""} where it is not disqualified, but its bidder stood with no price at
     *               the end of the auction
     */
    public record Out(PricedBid bid, Money price, String reason) {
    }

    public LotRanking {
        ranked = List.copyOf(ranked);
        disqualified = List.copyOf(disqualified);
    }

    /** Ranks the bids for a lot (W1). All prices for a lot are in one currency. */
    public static LotRanking of(
            String lot, List<PricedBid> bids, List<Disqualification> disqualifications) {
        List<PricedBid> in = new ArrayList<>();
        List<Out> out = new ArrayList<>();
        for (PricedBid bid : inOrder(lot, bids)) {
            Optional<Disqualification> why = disqualifications.stream()
                    .filter(d -> d.concerns(bid.id(), lot))
                    // Out as a whole is the stronger statement where both were made.
                    .min(Comparator.comparing(d -> d.lot().isPresent()));
            why.ifPresentOrElse(
                    d -> out.add(new Out(bid, bid.prices().get(lot), d.reason())),
                    () -> in.add(bid));
        }
        return new LotRanking(lot, in.stream().map(bid -> rank(bid, lot, in)).toList(), out);
    }

    /**
     * Ranks the bids for a lot as the auction left them that followed their opening (W6): the
     * prices are those of its end, and nobody is tied.
     */
    public static LotRanking of(String lot, List<PricedBid> bids,
            List<Disqualification> disqualifications, LotAuction auction) {
        LotRanking opened = of(lot, bids, disqualifications);
        List<Ranked> in = opened.ranked().stream()
                .filter(one -> auction.price(one.bid().bidder()).isPresent())
                .sorted(Comparator.comparing(one -> auction.place(one.bid().bidder()))).toList();
        List<Ranked> ranked = new ArrayList<>();
        for (Ranked one : in) {
            ranked.add(new Ranked(one.bid(), auction.price(one.bid().bidder()).orElseThrow(),
                    ranked.size() + 1, false));
        }
        List<Out> out = new ArrayList<>(opened.disqualified());
        opened.ranked().stream().filter(one -> !in.contains(one))
                .forEach(one -> out.add(new Out(one.bid(), one.price(), "")));
        return new LotRanking(lot, ranked, out);
    }

    /** Whether anybody bid for it, disqualified or not. */
    public boolean hasBids() {
        return !ranked.isEmpty() || !disqualified.isEmpty();
    }

    /**
     * Whether there is something left for the officer to decide: also where bids are left that are
     * not disqualified, but stood with no price at the end of the auction.
     */
    public boolean needsChoice() {
        return !ranked.isEmpty() || disqualified.stream().anyMatch(one -> one.reason().isEmpty());
    }

    /** The bids with the lowest price: none, one, or several that are tied. */
    public List<Ranked> first() {
        return ranked.stream().filter(r -> r.rank() == 1).toList();
    }

    /** Where this bid stands; empty where it is disqualified or did not bid for the lot. */
    public Optional<Ranked> find(String bid) {
        return ranked.stream().filter(r -> r.bid().id().equals(bid)).findFirst();
    }

    private static List<PricedBid> inOrder(String lot, List<PricedBid> bids) {
        return bids.stream()
                .filter(bid -> bid.prices().containsKey(lot))
                .sorted(Comparator.comparing((PricedBid bid) -> bid.prices().get(lot))
                        .thenComparing(PricedBid::id))
                .toList();
    }

    private static Ranked rank(PricedBid bid, String lot, List<PricedBid> in) {
        Money price = bid.prices().get(lot);
        int lower = 0;
        int equal = 0;
        for (PricedBid other : in) {
            int order = other.prices().get(lot).compareTo(price);
            lower += order < 0 ? 1 : 0;
            equal += order == 0 ? 1 : 0;
        }
        return new Ranked(bid, price, lower + 1, equal > 1);
    }
}
