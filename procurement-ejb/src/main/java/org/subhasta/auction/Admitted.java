package org.subhasta.auction;

import java.util.List;

/**
 * Who takes part in an auction, without saying who is behind which number.
 *
 * @param organisations those admitted, by identifier
 * @param numbers       of each lot that has opened, under which the others see them
 */
public record Admitted(List<String> organisations, List<Number> numbers) {

    public Admitted {
        organisations = List.copyOf(organisations);
        numbers = List.copyOf(numbers);
    }

    /**
     * One in a lot.
     *
     * @param excluded whether an officer took it out there
     */
    public record Number(String lot, String alias, boolean excluded) {
    }
}
