package org.subhasta.auction;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * What is costly to compute and never changes: computed by the first who asks while the others of
 * the same wait for it, and remembered, so much at most. A failure is remembered for nobody. For
 * many threads.
 */
final class ComputedOnce<K, V> {

    private final Remembered<K, CompletableFuture<V>> found;

    ComputedOnce(int most) {
        found = new Remembered<>(most);
    }

    /** What is known for the key, or what {@code how} makes of it. */
    V of(K key, Function<K, V> how) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> first = found.merge(key, mine, (known, late) -> known);
        if (first == mine) {
            compute(key, how, mine);
        }
        try {
            return first.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void compute(K key, Function<K, V> how, CompletableFuture<V> answer) {
        try {
            answer.complete(how.apply(key));
        } catch (RuntimeException | Error e) {
            // Whoever waits learns why; whoever comes later has it tried again.
            found.forget(key);
            answer.completeExceptionally(e);
        }
    }
}
