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

    /** Of one network at a time: a family's or an office's, never a crowd. */
    private static final int OF_ONE = 2;

    private final Semaphore known = new Semaphore(1, true);
    private final Semaphore strangers;
    private final Semaphore places;
    private final Duration patience;
    private final Map<String, Integer> inside = new ConcurrentHashMap<>();

    /**
     * Nobody's turn yet.
     *
     * @param strangers at a time
     * @param waiting   more of them wait for their turn at most
     * @param patience  longest wait
     */
    public Turns(int strangers, int waiting, Duration patience) {
        this.strangers = new Semaphore(strangers, true);
        this.places = new Semaphore(strangers + waiting);
        this.patience = patience;
    }

    /** Whether no further stranger may even wait. */
    public boolean isFull() {
        return places.availablePermits() == 0;
    }

    /** Does it when it is a known one's turn; empty where that takes too long. */
    public <T> Optional<T> ofKnown(Supplier<T> work) {
        return await(known, work);
    }

    /**
     * Does it when it is a stranger's turn.
     *
     * @return empty where too many wait already, or it takes too long
     */
    public <T> Optional<T> ofStranger(String network, Supplier<T> work) {
        if (inside.merge(network, 1, Integer::sum) > OF_ONE) {
            leave(network);
            return Optional.empty();
        }
        try {
            if (!places.tryAcquire()) {
                return Optional.empty();
            }
            try {
                return await(strangers, work);
            } finally {
                places.release();
            }
        } finally {
            leave(network);
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

    private void leave(String network) {
        inside.computeIfPresent(network, (same, now) -> now == 1 ? null : now - 1);
    }
}
