package org.subhasta.parties.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void who_is_known_has_a_turn_while_strangers_hold_all_of_theirs() throws Exception {
        Turns turns = new Turns(1, 8, LONG);
        try (ExecutorService strangers = hold(turns, 1)) {
            assertEquals(Optional.of("in"), turns.ofKnown("a browser", () -> "in"));
            end.countDown();
        }
    }

    @Test
    void one_known_browser_does_not_fill_the_line_of_all_others() throws Exception {
        Turns turns = new Turns(1, 8, LONG);
        CountDownLatch inside = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> turns.ofKnown("greedy", () -> held(inside)));
            inside.await();
            Future<Optional<String>> second =
                    threads.submit(() -> turns.ofKnown("greedy", () -> "more"));
            Future<Optional<String>> third =
                    threads.submit(() -> turns.ofKnown("greedy", () -> "more"));
            while (!second.isDone() && !third.isDone()) {
                Thread.sleep(5);
            }
            Future<Optional<String>> other =
                    threads.submit(() -> turns.ofKnown("another", () -> "in"));
            end.countDown();
            // Whichever came first waited; the other was refused at once.
            assertEquals(Set.of(Optional.of("more"), Optional.empty()),
                    Set.of(second.get(), third.get()));
            assertEquals(Optional.of("in"), other.get());
        }
    }

    @Test
    void no_more_strangers_wait_than_there_are_places() throws Exception {
        Turns turns = new Turns(1, 2, LONG);
        try (ExecutorService threads = hold(turns, 1)) {
            List<Future<Optional<String>>> waiting = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                String network = "waiting " + i;
                waiting.add(threads.submit(() -> turns.ofStranger(network, () -> "done")));
            }
            while (!turns.isFull()) {
                Thread.sleep(5);
            }
            assertEquals(Optional.empty(), turns.ofStranger("one more", () -> "never"));
            end.countDown();
            for (Future<Optional<String>> one : waiting) {
                assertEquals(Optional.of("done"), one.get());
            }
            assertEquals(Optional.of("again"), turns.ofStranger("one more", () -> "again"));
        }
    }

    @Test
    void one_network_has_two_turns_or_places_however_many_there_are() throws Exception {
        Turns turns = new Turns(5, 5, LONG);
        CountDownLatch inside = new CountDownLatch(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2; i++) {
                threads.submit(() -> turns.ofStranger("192.0.2.1", () -> held(inside)));
            }
            inside.await();
            assertEquals(Optional.empty(), turns.ofStranger("192.0.2.1", () -> "never"));
            assertEquals(Optional.of("in"), turns.ofStranger("192.0.2.2", () -> "in"));
            end.countDown();
        }
        assertEquals(Optional.of("in"), turns.ofStranger("192.0.2.1", () -> "in"));
    }

    @Test
    void nobody_waits_for_ever() throws Exception {
        Turns turns = new Turns(1, 8, SHORT);
        try (ExecutorService strangers = hold(turns, 1)) {
            assertEquals(Optional.empty(), turns.ofStranger("192.0.2.1", () -> "never"));
            end.countDown();
        }
    }

    @Test
    void a_turn_that_fails_is_over() {
        Turns turns = new Turns(1, 0, SHORT);
        for (int i = 0; i < 5; i++) {
            assertThrows(IllegalStateException.class, () -> turns.ofStranger("192.0.2.1", () -> {
                throw new IllegalStateException("fails");
            }));
        }
        assertTrue(turns.ofStranger("192.0.2.1", () -> "in").isPresent());
    }

    /** Strangers of networks of their own who hold their turns until the end. */
    private ExecutorService hold(Turns turns, int many) throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(many);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        for (int i = 0; i < many; i++) {
            String network = "holding " + i;
            threads.submit(() -> turns.ofStranger(network, () -> held(inside)));
        }
        assertTrue(inside.await(30, TimeUnit.SECONDS));
        return threads;
    }

    private String held(CountDownLatch inside) {
        inside.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "held";
    }
}
