package org.subhasta.parties;

import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Work that the platform itself does as if somebody had called, and whom this thread stands in for
 * meanwhile. The type is public only because a bean's method takes it; nobody outside this package
 * can make one, so {@link Callers#as} is the only way.
 */
public final class StandIn<T> {

    private static final ThreadLocal<Caller> CALLER = new ThreadLocal<>();

    private final Caller caller;
    private final Callable<T> work;

    StandIn(Caller caller, Callable<T> work) {
        this.caller = caller;
        this.work = work;
    }

    static Optional<Caller> current() {
        return Optional.ofNullable(CALLER.get());
    }

    T run() throws Exception {
        Caller before = CALLER.get();
        CALLER.set(caller);
        try {
            return work.call();
        } finally {
            if (before == null) {
                CALLER.remove();
            } else {
                CALLER.set(before);
            }
        }
    }
}
