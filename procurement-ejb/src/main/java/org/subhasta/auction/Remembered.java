package org.subhasta.auction;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** What was found lately, so much at most: the longest unused goes first. For many threads. */
final class Remembered<K, V> {

    private final Map<K, V> found;

    Remembered(int most) {
        found = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    synchronized Optional<V> get(K key) {
        return Optional.ofNullable(found.get(key));
    }

    synchronized void put(K key, V value) {
        found.put(key, value);
    }

    /** Of two that were found the one that counts, which is told. */
    synchronized V merge(K key, V value, BinaryOperator<V> which) {
        return found.merge(key, value, which);
    }

    synchronized void forget(K key) {
        found.remove(key);
    }
}
