package org.subhasta.auction.model;

import org.subhasta.kernel.Money;

/**
 * A bid that counts.
 *
 * @param id       as the bidder made it
 * @param ranking  the ranking price of the amount
 * @param sequence in which bids were accepted: among equal ranking prices the earlier leads. An
 *                 automatic standing bid has the sequence of its limit.
 * @param phase    in which it was made, from 0; −1: an opening position
 */
public record Bid(String id, String participant, BidKind kind, Money amount, Fraction ranking,
                  long sequence, int phase) {

    /** The same bid, standing at another amount. */
    Bid at(Money other, Fraction itsRanking) {
        return new Bid(id, participant, kind, other, itsRanking, sequence, phase);
    }

    /** Its place in the ranking. */
    Place place(Direction direction) {
        return new Place(direction == Direction.DESCENDING
                ? ranking : Fraction.ZERO.minus(ranking), sequence);
    }

    /** Orders bids: better ranking price first, then the earlier. */
    record Place(Fraction ranking, long sequence) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int order = ranking.compareTo(other.ranking);
            return order != 0 ? order : Long.compare(sequence, other.sequence);
        }
    }
}
