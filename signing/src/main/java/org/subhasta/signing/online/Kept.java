package org.subhasta.signing.online;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What was fetched lately, failures too. One fetch per key at a time: others who want the same wait
 * for it. Measured on the machine's monotone clock, which nobody sets.
 */
final class Kept<K, V> {

    /** Fetches. */
    interface Source<V> {

        V fetch() throws IOException;
    }

    private static final class Place<V> {

        private V value;
        private IOException failure;
        private long fetched;
    }

    private final Map<K, Place<V>> places;
    private final Duration kept;
    private final Duration failureKept;

    Kept(int maximum, Duration kept, Duration failureKept) {
        this.kept = kept;
        this.failureKept = failureKept;
        this.places = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Place<V>> eldest) {
                return size() > maximum;
            }
        };
    }

    /**
     * The value kept, or a fresh one.
     *
     * @param serves whether the one kept will do; if not it is fetched again, but no sooner than a
     *               failure would be
     */
    V get(K key, Predicate<V> serves, Source<V> source) throws IOException {
        Place<V> place;
        synchronized (places) {
            place = places.computeIfAbsent(key, none -> new Place<>());
        }
        synchronized (place) {
            if (isDue(place, serves)) {
                fetch(place, source);
            }
            if (place.failure != null) {
                throw place.failure;
            }
            return place.value;
        }
    }

    private boolean isDue(Place<V> place, Predicate<V> serves) {
        if (place.value == null && place.failure == null) {
            return true;
        }
        long age = System.nanoTime() - place.fetched;
        return age > kept.toNanos()
                || age > failureKept.toNanos() && (place.value == null
                        || !serves.test(place.value));
    }

    private static <V> void fetch(Place<V> place, Source<V> source) {
        place.value = null;
        place.failure = null;
        try {
            place.value = source.fetch();
        } catch (IOException e) {
            place.failure = e;
        }
        place.fetched = System.nanoTime();
    }
}
