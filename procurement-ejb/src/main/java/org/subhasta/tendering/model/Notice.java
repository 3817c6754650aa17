package org.subhasta.tendering.model;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.PriceBasis;
import org.subhasta.kernel.Money;

/**
 * Everything published about a tender, complete and judged. Its canonical JSON is stored once; its
 * SHA-256 stands in every bid, so that each bidder signs exactly what was published.
 *
 * @param id             the tender's identifier
 * @param title          1 to {@value Admission#TITLE_LENGTH} characters
 * @param description    1 to {@value Admission#TEXT_LENGTH} characters
 * @param buyer          who contracts
 * @param place          may be empty
 * @param classification the main subject
 * @param additional     further ones
 * @param procedure      who may take part
 * @param prices         whether bids are net or gross
 * @param partialBids    whether a bid may cover some of the lots only
 * @param currency       of all prices and estimates
 * @param deadline       bids at this instant are late
 * @param lots           1 to {@value Admission#MOST_LOTS}
 * @param documents      with their hashes
 * @param opening        to whom bids are sealed, and how they are opened; empty only in notices from
 *                       before bids were sealed
 * @param publishedAt    when it was published
 */
public record Notice(String id, String title, String description, Buyer buyer, String place,
                     Classification classification, List<Classification> additional,
                     Procedure procedure, PriceBasis prices, boolean partialBids,
                     Currency currency, Deadline deadline, List<Lot> lots,
                     List<TenderDocument> documents, Optional<OpeningTerms> opening,
                     Instant publishedAt) {

    /** The format's name, the first thing in every notice. */
    public static final String FORMAT = "subhasta-notice-1";

    public Notice {
        additional = List.copyOf(additional);
        lots = List.copyOf(lots);
        documents = List.copyOf(documents);
        if (lots.isEmpty()) {
            throw new IllegalArgumentException("a tender has at least one lot");
        }
    }

    /** The sum of the estimates, where every lot has one. */
    public Optional<Money> value() {
        return lots.stream().allMatch(lot -> lot.estimatedValue().isPresent())
                ? lots.stream().map(lot -> lot.estimatedValue().orElseThrow()).reduce(Money::plus)
                : Optional.empty();
    }

    /**
     * Who contracts.
     *
     * @param id         the organisation's identifier; {@code ""} in imported records
     * @param name       as it is registered
     * @param scheme     which register, e.g. {@code ES-CIF}; may be empty
     * @param identifier its number in that register; may be empty
     */
    public record Buyer(String id, String name, String scheme, String identifier) {
    }
}
