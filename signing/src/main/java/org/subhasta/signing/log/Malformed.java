package org.subhasta.signing.log;

/** Says in one sentence why a text or a path is not of the format it is read as. */
public final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    Malformed(String sentence) {
        super(sentence);
    }
}
