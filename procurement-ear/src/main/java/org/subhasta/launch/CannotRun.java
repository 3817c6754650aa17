package org.subhasta.launch;

/** Why the platform does not run. The message is one sentence that says what to do. */
final class CannotRun extends Exception {

    private static final long serialVersionUID = 1L;

    CannotRun(String sentence) {
        super(sentence);
    }

    CannotRun(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
