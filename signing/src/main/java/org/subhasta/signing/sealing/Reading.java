package org.subhasta.signing.sealing;

/**
 * What came of reading bytes of unknown origin: the value, or why they are none.
 *
 * @param <T> what was to be read
 */
public sealed interface Reading<T> {

    /** Why bytes are not taken, in order of precedence: the first that holds is told. */
    enum Flaw {
        /** More bytes than the format may have. */
        TOO_LARGE,
        /** No JSON, or not in its canonical form (RFC 8785). */
        NOT_CANONICAL,
        /** JSON, but not of the format: a member is missing, unknown or out of its limits. */
        MALFORMED
    }

    /** The bytes say this and nothing else. */
    record Read<T>(T value) implements Reading<T> {
    }

    /**
     * The bytes are not taken.
     *
     * @param member   the member it is about, e.g. {@code parts[0].shares[2].enc}; {@code ""} for
     *                 the whole
     * @param sentence in English, for a log or the command line; without content
     */
    record Refused<T>(Flaw flaw, String member, String sentence) implements Reading<T> {
    }

    /**
     * The value of bytes that were taken before, so that they cannot but be readable.
     *
     * @throws IllegalStateException where they are not
     */
    default T orThrow() {
        return switch (this) {
            case Read<T>(T value) -> value;
            case Refused<T>(Flaw flaw, String member, String sentence) ->
                    throw new IllegalStateException(sentence);
        };
    }
}
