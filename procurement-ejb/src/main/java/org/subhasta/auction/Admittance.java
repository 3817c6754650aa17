package org.subhasta.auction;

import java.util.Optional;
import org.subhasta.auction.model.Scoring.Marks;
import org.subhasta.kernel.Money;

/**
 * Who is to be admitted, and with what.
 *
 * @param organisation an approved supplier
 * @param marks        as the terms score them
 * @param position     an opened sealed bid that stands from the start
 */
public record Admittance(String organisation, Marks marks, Optional<Money> position) {
}
