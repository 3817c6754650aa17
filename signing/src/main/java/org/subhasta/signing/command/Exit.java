package org.subhasta.signing.command;

/** How a command ended, and the exit status that tells it to other programs. */
public enum Exit {

    /** Done, or all that was checked holds. */
    HOLDS(0),

    /** Something is wrong, or did not work. */
    WRONG(1),

    /** The command was not understood. */
    USAGE(2),

    /** Consistent in itself, but whoever made it is not trusted. */
    NOT_TRUSTED(3);

    private final int status;

    Exit(int status) {
        this.status = status;
    }

    /** The process's exit status. */
    public int status() {
        return status;
    }

    /** Of two results the worse one, which is the result of both: wrong before not trusted. */
    public Exit and(Exit other) {
        return severity() >= other.severity() ? this : other;
    }

    private int severity() {
        return switch (this) {
            case HOLDS -> 0;
            case NOT_TRUSTED -> 1;
            case WRONG -> 2;
            case USAGE -> 3;
        };
    }
}
