package org.subhasta.tendering.model;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.subhasta.kernel.Money;

/**
 * A part of a tender that can be awarded on its own.
 *
 * @param id             unique in its tender
 * @param title          {@code ""} only in imported data
 * @param description    may be empty
 * @param quantity       how much, where it can be counted; positive
 * @param unit           of what, in words; may be empty
 * @param classification where it differs from the tender's
 * @param estimatedValue what the buyer expects it to cost; positive in what is written here
 * @param auction        whether a reverse auction may follow the opening of its bids, which has to
 *                       be said beforehand (Directive 2014/24/EU, article 35; eForms BT-767-Lot)
 */
public record Lot(String id, String title, String description, Optional<BigDecimal> quantity,
                  String unit, Optional<Classification> classification,
                  Optional<Money> estimatedValue, boolean auction) {

    public Lot {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(unit, "unit");
        if (id.isBlank()) {
            throw new IllegalArgumentException("a lot has an id");
        }
    }
}
