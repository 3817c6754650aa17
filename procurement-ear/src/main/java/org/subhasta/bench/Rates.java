package org.subhasta.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * How often acts can be done in a second by one thread. They take turns, so that whatever else the
 * machine does meets all of them alike; of the turns the median counts.
 */
final class Rates {

    private static final long WARM_UP_NANOS = 3_000_000_000L;
    private static final long TURN_NANOS = 1_000_000_000L;
    private static final int TURNS = 7;

    /** Something that is done again and again. */
    interface Act {

        /** Does it once; what it returns keeps the compiler from leaving it out. */
        Object once() throws Exception;
    }

    private static volatile Object sink;

    private Rates() {
    }

    /** The rates of these acts, in their order. */
    static double[] of(Act... acts) throws Exception {
        for (Act act : acts) {
            turn(act, WARM_UP_NANOS);
        }
        List<double[]> turns = new ArrayList<>();
        for (int i = 0; i < TURNS; i++) {
            double[] one = new double[acts.length];
            for (int j = 0; j < acts.length; j++) {
                one[j] = turn(acts[j], TURN_NANOS);
            }
            turns.add(one);
        }
        double[] medians = new double[acts.length];
        for (int j = 0; j < acts.length; j++) {
            int act = j;
            medians[j] = median(turns.stream().map(one -> one[act]).toList());
        }
        return medians;
    }

    static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }

    private static double turn(Act act, long nanos) throws Exception {
        long begin = System.nanoTime();
        long done = 0;
        long now = begin;
        while (now - begin < nanos) {
            sink = act.once();
            done++;
            now = System.nanoTime();
        }
        return done * 1e9 / (now - begin);
    }
}
