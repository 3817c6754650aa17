package org.subhasta.auction.format;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a file: the thing, or its faults.
 *
 * @param faults none where there is a value
 */
public record Read<T>(Optional<T> value, List<Fault> faults) {

    public Read {
        faults = List.copyOf(faults);
    }

    static <T> Read<T> faulty(Fault fault) {
        return new Read<>(Optional.empty(), List.of(fault));
    }
}
