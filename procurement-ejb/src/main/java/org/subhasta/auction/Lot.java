package org.subhasta.auction;

import org.subhasta.auction.model.Auction;
import org.subhasta.journal.Subject;

/**
 * A lot of a published auction: what never changes of it.
 *
 * @param position  from 1, in the order of the terms
 * @param name      as the terms call it
 * @param beginning its auction before anybody was admitted
 */
record Lot(String auction, int position, String name, Auction beginning) {

    /** A lot has numbers of its own in the journal, as it has a lock of its own. */
    Subject subject() {
        return Subject.of("auction", AuctionRecord.subject(auction, position - 1));
    }

    Key key() {
        return new Key(auction, position);
    }

    /** Which lot. */
    record Key(String auction, int position) {
    }
}
