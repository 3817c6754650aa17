package org.subhasta.web.auction;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One connection to a watcher. At most one message is on its way at any time: who is slower than
 * that misses messages, is sent everything anew when there is room, and slows nobody.
 */
final class Watcher {

    private final Consumer<Message> line;
    private boolean isSending;
    private boolean isBehind;

    /**
     * A text to be sent.
     *
     * @param done called once, when it has been taken, or with what kept it from that
     */
    record Message(String text, Consumer<Throwable> done) {
    }

    /** @param line sends without waiting; where that fails it sees to the end of the connection */
    Watcher(Consumer<Message> line) {
        this.line = line;
    }

    /**
     * Sends a text, or notes that this one was missed.
     *
     * @param snapshot what to send once there is room again, asked for then
     */
    void send(String text, Supplier<String> snapshot) {
        synchronized (this) {
            if (isSending) {
                isBehind = true;
                return;
            }
            isSending = true;
        }
        dispatch(text, snapshot);
    }

    private void dispatch(String text, Supplier<String> snapshot) {
        line.accept(new Message(text, failure -> {
            if (failure == null && catchesUp()) {
                dispatch(snapshot.get(), snapshot);
            }
        }));
    }

    /** Taken; whether something was missed meanwhile, which is sent now. */
    private synchronized boolean catchesUp() {
        boolean missed = isBehind;
        isBehind = false;
        isSending = missed;
        return missed;
    }
}
