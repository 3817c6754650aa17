package org.subhasta.auction.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sorted map that is never changed: each change gives a new one which shares all but a path with
 * the old (a weight-balanced tree, Adams 1992, with the parameters 3 and 2 that Hirai and Yamamoto
 * proved, 2011). So a state of an auction is a snapshot for free, and no bid copies a map.
 *
 * <p>Beyond {@link java.util.TreeMap} it knows the place of a key among all ({@link #indexOf}), and
 * keeps a count for each entry which can be raised for a whole range of places at once: both in
 * logarithmic time.
 */
final class Tree<K extends Comparable<K>, V> {

    /** @param lazy still to be added to the raised counts of this node and all below it */
    private record Node<K, V>(K key, V value, long raised, long lazy, int size, Node<K, V> left,
                              Node<K, V> right) {

        Node(K key, V value, long raised, Node<K, V> left, Node<K, V> right) {
            this(key, value, raised, 0, Tree.size(left) + Tree.size(right) + 1, left, right);
        }

        Node<K, V> plus(long by) {
            return new Node<>(key, value, raised, lazy + by, size, left, right);
        }

        /** The same with nothing lazy in itself, so that it may be taken apart. */
        Node<K, V> settled() {
            return lazy == 0 ? this : new Node<>(key, value, raised + lazy,
                    left == null ? null : left.plus(lazy),
                    right == null ? null : right.plus(lazy));
        }
    }

    private static final Tree<?, ?> EMPTY = new Tree<String, Object>(null);

    private final Node<K, V> root;

    private Tree(Node<K, V> root) {
        this.root = root;
    }

    @SuppressWarnings("unchecked")
    static <K extends Comparable<K>, V> Tree<K, V> empty() {
        return (Tree<K, V>) EMPTY;
    }

    int size() {
        return size(root);
    }

    boolean isEmpty() {
        return root == null;
    }

    Optional<V> get(K key) {
        Node<K, V> node = root;
        while (node != null) {
            int order = key.compareTo(node.key);
            if (order == 0) {
                return Optional.of(node.value);
            }
            node = order < 0 ? node.left : node.right;
        }
        return Optional.empty();
    }

    /** With the entry added, its count 0, or its value replaced and its count kept. */
    Tree<K, V> with(K key, V value) {
        return new Tree<>(insert(root, key, value));
    }

    Tree<K, V> without(K key) {
        return get(key).isEmpty() ? this : new Tree<>(remove(root, key));
    }

    /** How many keys are smaller: the place of the key, from 0. */
    int indexOf(K key) {
        int before = 0;
        Node<K, V> node = root;
        while (node != null) {
            if (key.compareTo(node.key) <= 0) {
                node = node.left;
            } else {
                before += size(node.left) + 1;
                node = node.right;
            }
        }
        return before;
    }

    /** The value at a place, empty beyond the last. */
    Optional<V> at(int index) {
        Node<K, V> node = root;
        int place = index;
        while (node != null) {
            int before = size(node.left);
            if (place == before) {
                return Optional.of(node.value);
            }
            if (place < before) {
                node = node.left;
            } else {
                place -= before + 1;
                node = node.right;
            }
        }
        return Optional.empty();
    }

    /** The values in the order of their keys. */
    List<V> values() {
        List<V> values = new ArrayList<>(size());
        collect(root, values);
        return values;
    }

    /** The count of a key, 0 where it is not there. */
    long raised(K key) {
        long lazy = 0;
        Node<K, V> node = root;
        while (node != null) {
            lazy += node.lazy;
            int order = key.compareTo(node.key);
            if (order == 0) {
                return node.raised + lazy;
            }
            node = order < 0 ? node.left : node.right;
        }
        return 0;
    }

    /** Raises the counts of the places from the first (with it) to the last (without it). */
    Tree<K, V> raise(int from, int until, long by) {
        return new Tree<>(raise(root, from, until, by));
    }

    private static <K, V> Node<K, V> raise(Node<K, V> node, int from, int until, long by) {
        if (node == null || from >= node.size || until <= 0 || from >= until) {
            return node;
        }
        if (from <= 0 && until >= node.size) {
            return node.plus(by);
        }
        Node<K, V> open = node.settled();
        int place = size(open.left);
        return new Node<>(open.key, open.value,
                open.raised + (from <= place && place < until ? by : 0),
                raise(open.left, from, until, by),
                raise(open.right, from - place - 1, until - place - 1, by));
    }

    private static <K extends Comparable<K>, V> Node<K, V> insert(
            Node<K, V> node, K key, V value) {
        if (node == null) {
            return new Node<>(key, value, 0, null, null);
        }
        Node<K, V> open = node.settled();
        int order = key.compareTo(open.key);
        if (order == 0) {
            return new Node<>(key, value, open.raised, open.left, open.right);
        }
        return order < 0
                ? balanced(open, insert(open.left, key, value), open.right)
                : balanced(open, open.left, insert(open.right, key, value));
    }

    private static <K extends Comparable<K>, V> Node<K, V> remove(Node<K, V> node, K key) {
        Node<K, V> open = node.settled();
        int order = key.compareTo(open.key);
        if (order < 0) {
            return balanced(open, remove(open.left, key), open.right);
        }
        if (order > 0) {
            return balanced(open, open.left, remove(open.right, key));
        }
        if (open.left == null || open.right == null) {
            return open.left == null ? open.right : open.left;
        }
        Node<K, V> next = open.right.settled();
        while (next.left != null) {
            next = next.left.plus(next.lazy).settled();
        }
        return balanced(next, open.left, remove(open.right, next.key));
    }

    /** The entry with new sides, rotated where one side has become too heavy. */
    private static <K, V> Node<K, V> balanced(Node<K, V> entry, Node<K, V> left,
                                              Node<K, V> right) {
        if (weight(left) + weight(right) > 3) {
            if (weight(right) > 3 * weight(left)) {
                Node<K, V> r = right.settled();
                if (weight(r.left) < 2 * weight(r.right)) {
                    return node(r, node(entry, left, r.left), r.right);
                }
                Node<K, V> middle = r.left.settled();
                return node(middle, node(entry, left, middle.left),
                        node(r, middle.right, r.right));
            }
            if (weight(left) > 3 * weight(right)) {
                Node<K, V> l = left.settled();
                if (weight(l.right) < 2 * weight(l.left)) {
                    return node(l, l.left, node(entry, l.right, right));
                }
                Node<K, V> middle = l.right.settled();
                return node(middle, node(l, l.left, middle.left),
                        node(entry, middle.right, right));
            }
        }
        return node(entry, left, right);
    }

    private static <K, V> Node<K, V> node(Node<K, V> entry, Node<K, V> left, Node<K, V> right) {
        return new Node<>(entry.key, entry.value, entry.raised, left, right);
    }

    private static <K, V> void collect(Node<K, V> node, List<V> values) {
        if (node != null) {
            collect(node.left, values);
            values.add(node.value);
            collect(node.right, values);
        }
    }

    private static int size(Node<?, ?> node) {
        return node == null ? 0 : node.size;
    }

    private static int weight(Node<?, ?> node) {
        return size(node) + 1;
    }
}
