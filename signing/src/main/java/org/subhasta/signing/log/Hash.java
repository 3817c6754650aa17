package org.subhasta.signing.log;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.subhasta.signing.Sha256;

/** The hash of a leaf or of an inner node of the tree: 32 bytes, compared by value. */
public final class Hash {

    /** How many bytes a hash has. */
    public static final int BYTES = 32;

    /** The root of a tree without leaves: the hash of nothing (RFC 6962, 2.1). */
    public static final Hash EMPTY = new Hash(Sha256.digest(new byte[0]));

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * These 32 bytes.
     *
     * @throws IllegalArgumentException where they are not 32
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** SHA-256(0x00 ‖ content): the prefix keeps a leaf from being taken for a node. */
    public static Hash ofLeaf(byte[] content) {
        byte[] prefixed = new byte[1 + content.length];
        prefixed[0] = LEAF;
        System.arraycopy(content, 0, prefixed, 1, content.length);
        return new Hash(Sha256.digest(prefixed));
    }

    /** SHA-256(0x01 ‖ left ‖ right). */
    public static Hash ofChildren(Hash left, Hash right) {
        byte[] prefixed = new byte[1 + 2 * BYTES];
        prefixed[0] = NODE;
        System.arraycopy(left.bytes, 0, prefixed, 1, BYTES);
        System.arraycopy(right.bytes, 0, prefixed, 1 + BYTES, BYTES);
        return new Hash(Sha256.digest(prefixed));
    }

    /** The root over complete subtrees of falling height, left to right; of none, {@link #EMPTY}. */
    static Hash fold(List<Hash> subtrees) {
        if (subtrees.isEmpty()) {
            return EMPTY;
        }
        Hash root = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = ofChildren(subtrees.get(i), root);
        }
        return root;
    }

    /** Reads 64 hexadecimal digits, of either case. */
    public static Hash hex(String digits) throws Malformed {
        try {
            return of(HexFormat.of().parseHex(digits));
        } catch (IllegalArgumentException e) {
            throw new Malformed("a hash is 64 hexadecimal digits");
        }
    }

    /** Reads 32 bytes in base 64, written in its one way. */
    public static Hash base64(String text) throws Malformed {
        byte[] read = Lines.base64(text);
        if (read.length != BYTES) {
            throw new Malformed("a hash has 32 bytes, not " + read.length);
        }
        return new Hash(read);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** As 64 lower-case hexadecimal digits, the way receipts and pages show it. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** As notes and proofs show it. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
