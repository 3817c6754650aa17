package org.subhasta.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ComputedOnceTest {

    private final ComputedOnce<String, Integer> once = new ComputedOnce<>(2);
    private final AtomicInteger computed = new AtomicInteger();

    private int of(String key) {
        return once.of(key, one -> computed.incrementAndGet());
    }

    @Test
    void who_asks_again_is_told_what_was_computed() {
        assertEquals(of("a"), of("a"));
        assertEquals(1, computed.get());
    }

    @Test
    void of_many_who_ask_at_once_one_computes_and_the_others_wait() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() ->
                once.of("a", key -> {
                    begun.countDown();
                    await(asked);
                    return computed.incrementAndGet();
                }), Thread::startVirtualThread);
        await(begun);
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> {
            asked.countDown();
            return of("a");
        }, Thread::startVirtualThread);
        assertEquals(first.join(), second.join());
        assertEquals(1, computed.get());
    }

    @Test
    void the_longest_unused_is_computed_anew() {
        of("a");
        of("b");
        of("a");
        of("c");
        assertEquals(1, of("a"));
        assertEquals(4, of("b"));
    }

    @Test
    void a_failure_is_thrown_and_not_remembered() {
        assertThrows(IllegalStateException.class, () -> once.of("a", key -> {
            throw new IllegalStateException();
        }));
        assertEquals(1, of("a"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
