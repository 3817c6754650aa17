package org.subhasta.auction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * Where requests for one lot wait. One worker at a time takes all that wait and has them done
 * together: with one waiting that is one in a transaction, with a thousand it is a thousand, and no
 * time is spent waiting for more. Taken in turns from all who ask, so that whoever floods it delays
 * nobody else; bounded for each, and in all.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
final class Lane<Q, A> {

    /** Of one who asks; more are not taken. */
    static final int MOST_OF_ONE = 64;
    /** Of all together. */
    static final int MOST = 32_768;
    /** After so many failures, one after another, it is not for the requests that they fail. */
    static final int MOST_FAILURES = 3;
    /** Done together at most: a bound for the length of the transaction. */
    static final int MOST_AT_ONCE = 1_024;

    private final Executor executor;
    private final Function<List<Q>, List<A>> work;
    private final Map<String, ArrayDeque<Waiting<Q, A>>> waiting = new LinkedHashMap<>();
    private int count;
    private boolean isWorking;

    private record Waiting<Q, A>(Q request, CompletableFuture<A> answer) {
    }

    /** The work failed and nothing of it was done: it may be tried again. */
    static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Undone(RuntimeException cause) {
            super(cause);
        }
    }

    /**
     * @param work gives an answer to each request, in order, or throws for all of them: {@link
     *             Undone} where it is sure that none had an effect
     */
    Lane(Executor executor, Function<List<Q>, List<A>> work) {
        this.executor = executor;
        this.work = work;
    }

    /**
     * Takes a request.
     *
     * @param from who asks
     * @return what will be answered; empty where too many wait already
     */
    Optional<CompletableFuture<A>> offer(String from, Q request) {
        CompletableFuture<A> answer = new CompletableFuture<>();
        boolean begin;
        synchronized (this) {
            ArrayDeque<Waiting<Q, A>> own = waiting.get(from);
            if (count >= MOST || own != null && own.size() >= MOST_OF_ONE) {
                return Optional.empty();
            }
            if (own == null) {
                own = new ArrayDeque<>();
                waiting.put(from, own);
            }
            own.add(new Waiting<>(request, answer));
            count++;
            begin = !isWorking;
            isWorking = true;
        }
        if (begin) {
            begin();
        }
        return Optional.of(answer);
    }

    private void begin() {
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException e) {
            for (List<Waiting<Q, A>> taken = take(); !taken.isEmpty(); taken = take()) {
                fail(taken, e);
            }
        }
    }

    private void work() {
        for (List<Waiting<Q, A>> taken = take(); !taken.isEmpty(); taken = take()) {
            try {
                work(taken);
            } catch (Undone e) {
                oneByOne(taken, e);
            } catch (RuntimeException | Error e) {
                fail(taken, e);
            }
        }
    }

    private void work(List<Waiting<Q, A>> taken) {
        List<A> answers = work.apply(taken.stream().map(Waiting::request).toList());
        for (int i = 0; i < taken.size(); i++) {
            taken.get(i).answer().complete(answers.get(i));
        }
    }

    /** Whichever of them spoilt the work of all, it spoils its own alone. */
    private void oneByOne(List<Waiting<Q, A>> taken, Undone all) {
        if (taken.size() == 1) {
            fail(taken, all.getCause());
            return;
        }
        int failures = 0;
        for (int i = 0; i < taken.size(); i++) {
            List<Waiting<Q, A>> one = List.of(taken.get(i));
            try {
                work(one);
                failures = 0;
            } catch (Undone e) {
                fail(one, e.getCause());
                if (++failures == MOST_FAILURES) {
                    fail(taken.subList(i + 1, taken.size()), e.getCause());
                    return;
                }
            } catch (RuntimeException | Error e) {
                fail(taken.subList(i, taken.size()), e);
                return;
            }
        }
    }

    /** Whoever waits learns of it; an act sent again is harmless. */
    private static <Q, A> void fail(List<Waiting<Q, A>> waiting, Throwable why) {
        waiting.forEach(one -> one.answer().completeExceptionally(why));
    }

    /** One of each who asks, and round again; nothing left ends the work. */
    private synchronized List<Waiting<Q, A>> take() {
        List<Waiting<Q, A>> taken = new ArrayList<>();
        while (count > 0 && taken.size() < MOST_AT_ONCE) {
            Iterator<ArrayDeque<Waiting<Q, A>>> turns = waiting.values().iterator();
            while (turns.hasNext() && taken.size() < MOST_AT_ONCE) {
                ArrayDeque<Waiting<Q, A>> own = turns.next();
                taken.add(own.remove());
                count--;
                if (own.isEmpty()) {
                    turns.remove();
                }
            }
        }
        isWorking = !taken.isEmpty();
        return taken;
    }
}
