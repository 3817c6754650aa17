package org.subhasta.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where requests for one lot wait. The worker runs when the test lets it. */
class LaneTest {

    private final List<Runnable> workers = new ArrayList<>();
    private final List<List<String>> done = new ArrayList<>();
    private final Lane<String, String> lane = new Lane<>(workers::add, requests -> {
        done.add(requests);
        if (requests.contains("broken")) {
            throw new IllegalStateException("broken");
        }
        if (requests.stream().anyMatch(request -> request.startsWith("poison"))) {
            throw new Lane.Undone(new IllegalArgumentException("poison"));
        }
        return requests.stream().map(request -> request + " done").toList();
    });

    private CompletableFuture<String> offer(String from, String request) {
        return lane.offer(from, request).orElseThrow();
    }

    private void work() {
        workers.removeFirst().run();
    }

    @Test
    @DisplayName("All that wait are done together, by one worker")
    void together() {
        CompletableFuture<String> first = offer("A", "a1");
        CompletableFuture<String> second = offer("B", "b1");
        assertEquals(1, workers.size());
        work();
        assertEquals(List.of(List.of("a1", "b1")), done);
        assertEquals("a1 done", first.join());
        assertEquals("b1 done", second.join());
        offer("A", "a2");
        work();
        assertEquals(List.of("a2"), done.getLast());
    }

    @Test
    @DisplayName("They are taken in turns from all who ask, in the order of each")
    void in_turns() {
        for (int i = 1; i <= 3; i++) {
            offer("flood", "f" + i);
        }
        offer("A", "a1");
        offer("B", "b1");
        work();
        assertEquals(List.of(List.of("f1", "a1", "b1", "f2", "f3")), done);
    }

    @Test
    @DisplayName("Of one who asks no more than a bound wait; the others are taken still")
    void bounded() {
        for (int i = 0; i < Lane.MOST_OF_ONE; i++) {
            offer("flood", "f" + i);
        }
        assertTrue(lane.offer("flood", "one more").isEmpty());
        assertTrue(lane.offer("A", "a").isPresent());
        work();
        assertTrue(lane.offer("flood", "again").isPresent());
    }

    @Test
    @DisplayName("Where the work fails all learn of it, and it goes on with the next")
    void failure() {
        CompletableFuture<String> with = offer("A", "a");
        CompletableFuture<String> broken = offer("B", "broken");
        work();
        assertThrows(CompletionException.class, with::join);
        assertThrows(CompletionException.class, broken::join);
        CompletableFuture<String> next = offer("A", "a2");
        work();
        assertEquals("a2 done", next.join());
    }

    @Test
    @DisplayName("A request that spoils the work of all spoils its own alone")
    void poison() {
        CompletableFuture<String> before = offer("A", "a");
        CompletableFuture<String> poison = offer("B", "poison");
        CompletableFuture<String> after = offer("C", "c");
        work();
        assertEquals("a done", before.join());
        assertEquals("c done", after.join());
        assertEquals(IllegalArgumentException.class,
                assertThrows(CompletionException.class, poison::join).getCause().getClass());
    }

    @Test
    @DisplayName("Where one after another fails the rest are not tried")
    void all_fail() {
        for (int i = 0; i < 20; i++) {
            offer("A", "poison " + i);
        }
        CompletableFuture<String> last = offer("A", "a");
        work();
        assertThrows(CompletionException.class, last::join);
        assertEquals(1 + Lane.MOST_FAILURES, done.size());
    }

    @Test
    @DisplayName("Where nobody works all learn of it")
    void rejected() {
        Lane<String, String> closed = new Lane<>(task -> {
            throw new RejectedExecutionException("closing");
        }, requests -> requests);
        assertThrows(CompletionException.class, closed.offer("A", "a").orElseThrow()::join);
        assertThrows(CompletionException.class, closed.offer("A", "b").orElseThrow()::join);
    }
}
