package org.subhasta.parties.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * What is remembered of many who try something, by a key for each, in bounded memory: a flood of
 * invented keys makes it forget what matters least.
 *
 * @param <V> immutable
 */
final class Remembered<V> {

    private final int most;
    private final V none;
    private final Comparator<V> forgottenFirst;
    private final BiPredicate<V, Instant> forgiven;
    private final Map<String, V> values = new ConcurrentHashMap<>();

    /**
     * Nothing yet.
     *
     * @param most           about that many are remembered
     * @param none           what is known of whoever is not remembered
     * @param forgottenFirst what matters least goes first
     * @param forgiven       whether it does not matter any longer
     */
    Remembered(int most, V none, Comparator<V> forgottenFirst,
            BiPredicate<V, Instant> forgiven) {
        this.most = most;
        this.none = none;
        this.forgottenFirst = forgottenFirst;
        this.forgiven = forgiven;
    }

    V get(String key) {
        return values.getOrDefault(key, none);
    }

    /** Changes what is known of somebody; nobody else changes it meanwhile. */
    V change(String key, Instant now, UnaryOperator<V> change) {
        if (values.size() >= most && !values.containsKey(key)) {
            sweep(now);
        }
        return values.compute(key,
                (same, known) -> change.apply(known == null ? none : known));
    }

    void forget(String key) {
        values.remove(key);
    }

    int size() {
        return values.size();
    }

    /** Makes room for a quarter more at once, so that a flood does not sort at every attempt. */
    private synchronized void sweep(Instant now) {
        if (values.size() < most) {
            return;
        }
        values.values().removeIf(value -> forgiven.test(value, now));
        List<Map.Entry<String, V>> all = values.entrySet().stream()
                .map(one -> Map.entry(one.getKey(), one.getValue()))
                .sorted(Map.Entry.comparingByValue(forgottenFirst)).toList();
        int kept = most - Math.max(1, most / 4);
        // What changed since is not the same any longer, and stays.
        all.subList(0, Math.max(0, all.size() - kept))
                .forEach(one -> values.remove(one.getKey(), one.getValue()));
    }
}
