package org.subhasta.auction.format;

import java.util.ArrayList;
import java.util.List;
import org.subhasta.auction.model.Direction;
import org.subhasta.auction.model.Mechanism;
import org.subhasta.auction.model.Payment;
import org.subhasta.auction.model.Phase;
import org.subhasta.auction.model.Terms;
import org.subhasta.auction.model.Visibility;
import org.subhasta.auction.model.Who;

/**
 * What keeps terms from following the opening of a lot's bids: all who bid have to be able to improve,
 * nobody's price may get worse than it was opened, and nobody may be recognised by it (Directive
 * 2014/24/EU, article 35).
 */
final class FollowingFaults {

    /** Who takes part is known by then: more cannot be asked for than that it is an auction. */
    private static final int MOST_ASKED_FOR = 2;

    private final List<Fault> faults = new ArrayList<>();

    private FollowingFaults() {
    }

    static List<Fault> of(AuctionFile file) {
        FollowingFaults all = new FollowingFaults();
        all.check(file.lots().size() == 1, "lots", "has one lot.");
        all.check(file.lots().values().iterator().next());
        return List.copyOf(all.faults);
    }

    private void check(Terms terms) {
        check(terms.direction() == Direction.DESCENDING, "direction", "is to buy: prices fall.");
        check(terms.reserve().isEmpty(), "reserve",
                "has no reserve: the opened prices are offers already.");
        check(terms.payment() == Payment.OWN_BID, "payment", "pays the winner the own bid: no price"
                + " may get worse than it was opened.");
        check(terms.minimumParticipants() <= MOST_ASKED_FOR, "minimumParticipants",
                "asks for 2 participants at most: who takes part is known.");
        check(!terms.phases().getFirst().mechanism().isClock(), "phases[0].mechanism",
                "begins with bids and not with a clock: no price may get worse than it was opened.");
        for (int i = 0; i < terms.phases().size(); i++) {
            check(terms.phases().get(i), i);
        }
    }

    private void check(Phase phase, int place) {
        Who who = switch (phase.mechanism()) {
            case Mechanism.Sealed sealed -> sealed.who();
            case Mechanism.BestOffer offer -> offer.who();
            default -> new Who.Everyone();
        };
        check(who instanceof Who.Everyone || who instanceof Who.Best && place > 0,
                "phases[" + place + "].who",
                "lets all its bidders bid, and later perhaps the best of them.");
        Visibility seen = phase.visibility();
        check(seen.participants() != Visibility.Level.EVERYTHING_BUT_NAMES
                        && seen.everyone() != Visibility.Level.EVERYTHING_BUT_NAMES,
                "phases[" + place + "].visibility", "shows bidders and the public at most the"
                        + " leading price: the record of the opening tells whose the others are.");
    }

    private void check(boolean holds, String place, String rule) {
        if (!holds) {
            String sentence = "An auction that follows the opening of bids " + rule;
            faults.add(new Fault(1, "“" + place + "”: " + sentence, place, sentence));
        }
    }
}
