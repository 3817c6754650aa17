package org.subhasta.journal;

/** What the check of the journal can find wrong. */
public enum MismatchCode {

    LEAF_CHANGED("an entry's leaf is not the one that was hashed"),
    ENTRY_MISSING("a leaf has no entry"),
    HEADER_CHANGED("an entry's header is not the one its leaf commits to"),
    PAYLOAD_CHANGED("an entry's payload is not the one its header commits to"),
    PAYLOAD_MISSING("an entry's payload is missing, and no erasure is recorded"),
    SEQUENCE_BROKEN("the numbers of a subject's entries have a gap"),
    LEAF_OUTSIDE("a leaf is not in the tree and does not wait for its place"),
    POSITION_MISSING("a place in the tree has no leaf"),
    NODE_CHANGED("the tree's stored nodes are not those of its leaves"),
    ROOT_CHANGED("the leaves do not lead to a root that was signed"),
    NOTE_CHANGED("a stored head is not signed by the log's key"),
    HEAD_MISSING("the tree goes beyond its last signed head");

    private final String sentence;

    MismatchCode(String sentence) {
        this.sentence = sentence;
    }

    /** In words, for the command line. */
    public String sentence() {
        return sentence;
    }
}
