package org.subhasta.sql;

/** The database cannot be used. The message is one sentence that says what to do. */
public final class DatabaseUnusable extends Exception {

    private static final long serialVersionUID = 1L;

    public DatabaseUnusable(String sentence) {
        super(sentence);
    }

    public DatabaseUnusable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
