package org.subhasta.auction.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.auction.model.Lots;
import org.subhasta.auction.model.Scoring.Marks;
import org.subhasta.auction.model.Terms;
import org.subhasta.kernel.Money;

/**
 * What a file of terms says.
 *
 * @param lots         of each lot its terms, in their order; one lot is called {@value #ONLY_LOT}
 *                     where the file names none
 * @param participants to be admitted to every lot, in their order; none where the file leaves it to
 *                     the acts
 */
public record AuctionFile(Lots.Order order, Map<String, Terms> lots,
                          List<Participant> participants) {

    /** The name of the lot of an auction that names none. */
    public static final String ONLY_LOT = "1";

    /** More lots are a fault. */
    public static final int MOST_LOTS = 500;

    /** One to be admitted. */
    public record Participant(String id, String alias, Marks marks, Optional<Money> position,
                              int line) {
    }
}
