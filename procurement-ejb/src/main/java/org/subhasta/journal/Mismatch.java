package org.subhasta.journal;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One thing that is not as it was recorded.
 *
 * @param subject what it touches; empty where it is the tree itself
 * @param leaf    the identifier of the leaf's row, where it is one leaf
 */
public record Mismatch(MismatchCode code, Optional<String> subject, OptionalLong leaf) {

    static Mismatch of(MismatchCode code) {
        return new Mismatch(code, Optional.empty(), OptionalLong.empty());
    }

    static Mismatch of(MismatchCode code, String subject) {
        return new Mismatch(code, Optional.of(subject), OptionalLong.empty());
    }
}
