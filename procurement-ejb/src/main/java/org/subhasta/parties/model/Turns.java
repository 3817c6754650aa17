package org.subhasta.parties.model;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a few at a time do what costs much of a processor, such as hashing a password, so that a
 * flood of it leaves processors and threads for everybody else. Who is known has a turn that
 * strangers never take; of strangers each network waits for few turns, and all together for no more
 * than do not matter.
 */
public final class Turns {

    /** Of one network, or one browser, at a time: a family's or an office's, never a crowd. */
    private static final int OF_ONE = 2;

    private final Lane known;
    private final Lane strangers;
    private final Duration patience;

    /** Those who take turns with each other. */
    private record Lane(Semaphore turns, Semaphore places, Map<String, Integer> inside) {

        Lane(int turns, int waiting) {
            this(new Semaphore(turns, true), new Semaphore(turns + waiting),
                    new ConcurrentHashMap<>());
        }

        void leave(String who) {
            inside.computeIfPresent(who, (same, now) -> now == 1 ? null : now - 1);
        }
    }

    /**
     * Nobody's turn yet.
     *
     * @param strangers at a time
     * @param waiting   more of them wait for their turn at most, and as many of those known
     * @param patience  longest wait
     */
    public Turns(int strangers, int waiting, Duration patience) {
        this.known = new Lane(1, waiting);
        this.strangers = new Lane(strangers, waiting);
        this.patience = patience;
    }

    /** Whether no further stranger may even wait. */
    public boolean isFull() {
        return strangers.places.availablePermits() == 0;
    }

    /**
     * Does it when it is a known one's turn.
     *
     * @param browser what they are known by
     * @return empty where too many wait already, or it takes too long
     */
    public <T> Optional<T> ofKnown(String browser, Supplier<T> work) {
        return queue(known, browser, work);
    }

    /**
     * Does it when it is a stranger's turn.
     *
     * @return empty where too many wait already, or it takes too long
     */
    public <T> Optional<T> ofStranger(String network, Supplier<T> work) {
        return queue(strangers, network, work);
    }

    private <T> Optional<T> queue(Lane lane, String who, Supplier<T> work) {
        if (lane.inside.merge(who, 1, Integer::sum) > OF_ONE) {
            lane.leave(who);
            return Optional.empty();
        }
        try {
            if (!lane.places.tryAcquire()) {
                return Optional.empty();
            }
            try {
                return await(lane.turns, work);
            } finally {
                lane.places.release();
            }
        } finally {
            lane.leave(who);
        }
    }

    private <T> Optional<T> await(Semaphore turn, Supplier<T> work) {
        try {
            if (!turn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            turn.release();
        }
    }
}
