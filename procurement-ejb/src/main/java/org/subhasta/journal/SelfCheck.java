package org.subhasta.journal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Checks the journal against itself and raises alarms. {@link LogTimer} asks for what is new when
 * the platform starts and for everything at night; an administrator may ask at any time.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SelfCheck {

    private static final Logger LOG = System.getLogger(SelfCheck.class.getName());

    /**
     * One check at a time: of two, the slower would raise an alarm again that an administrator
     * ended after the faster.
     */
    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    @Inject
    private Database database;
    @Inject
    private NoteKey key;
    @Inject
    private AlarmBook book;

    /** Checks what was appended since the tree was last found right. */
    public LogCheck.Result sinceLastVerified() {
        long from = book.verified();
        return check(from);
    }

    /** Rebuilds the whole tree. */
    public LogCheck.Result whole() {
        return check(0);
    }

    private LogCheck.Result check(long from) {
        ONE_AT_A_TIME.lock();
        try {
            return checked(from);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private LogCheck.Result checked(long from) {
        LogCheck.Result result = database.run(
                connection -> LogCheck.run(connection, key.get().verifier(), from));
        for (Mismatch mismatch : book.record(result, from == 0)) {
            LOG.log(Level.ERROR, "the journal is not as it was recorded: {0} {1}",
                    mismatch.code(), mismatch.subject().orElse("(the tree)"));
            try {
                book.announce(mismatch);
            } catch (RuntimeException e) {
                // The alarm stands all the same; what is broken may be the platform's own entries.
                LOG.log(Level.ERROR, "the alarm could not be put into the journal", e);
            }
        }
        return result;
    }
}
