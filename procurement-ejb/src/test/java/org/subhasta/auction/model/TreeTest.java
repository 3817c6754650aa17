package org.subhasta.auction.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The tree against the JDK's, over seeded random changes. */
class TreeTest {

    @Test
    void it_holds_what_a_sorted_map_holds_and_knows_places_and_counts() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Tree<Integer, Integer> tree = Tree.empty();
            TreeMap<Integer, Integer> map = new TreeMap<>();
            TreeMap<Integer, Long> counts = new TreeMap<>();
            for (int step = 0; step < 400; step++) {
                int key = random.nextInt(120);
                switch (random.nextInt(5)) {
                    case 0, 1 -> {
                        tree = tree.with(key, step);
                        map.put(key, step);
                        counts.putIfAbsent(key, 0L);
                    }
                    case 2 -> {
                        tree = tree.without(key);
                        map.remove(key);
                        counts.remove(key);
                    }
                    default -> {
                        int from = random.nextInt(130) - 5;
                        int until = random.nextInt(130) - 5;
                        tree = tree.raise(from, until, 1);
                        List<Integer> keys = new ArrayList<>(map.keySet());
                        for (int i = Math.max(0, from); i < Math.min(keys.size(), until); i++) {
                            counts.merge(keys.get(i), 1L, Long::sum);
                        }
                    }
                }
                assertSame(tree, map, counts, "seed " + seed + ", step " + step);
            }
        }
    }

    private static void assertSame(Tree<Integer, Integer> tree, TreeMap<Integer, Integer> map,
                                   TreeMap<Integer, Long> counts, String when) {
        assertEquals(new ArrayList<>(map.values()), tree.values(), when);
        assertEquals(map.size(), tree.size(), when);
        int place = 0;
        for (Integer key : map.keySet()) {
            assertEquals(Optional.of(map.get(key)), tree.get(key), when);
            assertEquals(Optional.of(map.get(key)), tree.at(place), when);
            assertEquals(place, tree.indexOf(key), when);
            assertEquals(counts.get(key), tree.raised(key), when);
            place++;
        }
        assertEquals(Optional.empty(), tree.at(place), when);
    }

    @Test
    void an_older_tree_stays_as_it_was() {
        Tree<Integer, String> one = Tree.<Integer, String>empty().with(1, "a");
        one.with(1, "b").with(2, "c").raise(0, 2, 5);
        assertEquals(List.of("a"), one.values());
        assertEquals(0, one.raised(1));
    }

    @Test
    void sorted_input_does_not_make_it_a_list() {
        Tree<Integer, Integer> tree = Tree.empty();
        for (int i = 0; i < 200_000; i++) {
            tree = tree.with(i, i);
        }
        // A list of that length would exhaust the stack.
        tree = tree.with(200_000, 0).without(0);
        assertEquals(200_000, tree.size());
        assertTrue(tree.get(199_999).isPresent());
    }
}
