package org.subhasta.signing.log;

/** What can be wrong with a proof or a checkpoint, in order of precedence. */
public enum LogProblem {

    /** No signature of the expected key stands under the checkpoint. */
    NOT_SIGNED_BY_KEY("The checkpoint is not signed by the key it is checked with."),
    /** The checkpoint, the instant or the signature was altered. */
    BAD_SIGNATURE("The checkpoint's signature does not fit its text: one of them was altered."),
    /** The checkpoint is of another log than the key. */
    OTHER_LOG("The checkpoint is of another log."),
    /** The leaf is not the one expected. */
    OTHER_LEAF("The proof is for another entry."),
    /** Hash path and root do not fit. */
    NOT_INCLUDED("The proof does not lead from the entry to the checkpoint's root."),
    /** A size that was signed is larger than one signed later. */
    SHRUNK("The log has fewer entries than it had: entries were taken out."),
    /** Two heads of which neither continues the other. */
    FORKED("The log does not continue what was seen of it before: entries were changed, taken out "
            + "or moved, or different people are shown different logs.");

    private final String sentence;

    LogProblem(String sentence) {
        this.sentence = sentence;
    }

    /** One sentence for people. */
    public String sentence() {
        return sentence;
    }
}
