package org.subhasta.awarding;

import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Stateless;

/** Evaluation and award of a tender, by the officers of its procuring organisation. */
@Stateless
@DenyAll
public class Awards {

    /** Keeps an award decided elsewhere, as an import found it; part of the import's transaction. */
    public void record(RecordedAward award) {
        throw new UnsupportedOperationException("comes with the tables");
    }
}
