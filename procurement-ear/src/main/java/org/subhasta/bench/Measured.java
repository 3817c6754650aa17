package org.subhasta.bench;

import java.util.Arrays;
import java.util.List;

/** A rate, and within which time 99 of 100 were done. */
record Measured(double perSecond, double p99Milliseconds) {

    /** @param latencies of each that was done, in nanoseconds */
    static Measured of(List<long[]> latencies, long nanos) {
        long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Measured(all.length * 1e9 / nanos,
                all.length == 0 ? 0 : all[(int) (all.length * 99L / 100)] / 1e6);
    }

    static Measured median(List<Measured> turns) {
        return new Measured(
                turns.stream().mapToDouble(Measured::perSecond).sorted()
                        .toArray()[turns.size() / 2],
                turns.stream().mapToDouble(Measured::p99Milliseconds).sorted()
                        .toArray()[turns.size() / 2]);
    }
}
