package org.subhasta.auction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.subhasta.auction.ActStore.Kept;
import org.subhasta.auction.format.RecordedAct;
import org.subhasta.auction.model.PublicHistory;
import org.subhasta.journal.Database;

/**
 * What everybody could see of lots, remembered, so that of each act once is read what it changed.
 * Good for what is shown alone: nothing is decided by it.
 */
@ApplicationScoped
class LotHistory {

    private static final int LOTS = 500;
    private static final int ACTS_AT_ONCE = 5_000;
    private static final int READERS = 4;

    @Inject
    private Database database;

    private final Semaphore readers = new Semaphore(READERS);
    private final Remembered<Lot.Key, Read> known = new Remembered<>(LOTS);

    /** How far it was read. */
    private static final class Read {

        private final PublicHistory history;
        private long acts;

        Read(Lot lot) {
            history = new PublicHistory(lot.beginning());
        }

        LotPast upToNow(Connection connection, Lot lot) throws SQLException {
            ActStore store = new ActStore(connection, lot);
            ActStore.Standing standing = store.look();
            while (acts < standing.acts()) {
                List<Kept> missed = store.after(acts, ACTS_AT_ONCE);
                List<RecordedAct> read = Ledger.read(lot, missed);
                for (int i = 0; i < missed.size(); i++) {
                    history.judged(read.get(i).act(), missed.get(i).at());
                    acts = missed.get(i).number();
                }
            }
            history.until(standing.lastAt());
            return new LotPast(history.prices(), history.notices());
        }
    }

    /** As far as it is recorded now. */
    LotPast of(Lot lot) {
        Read read = known.get(lot.key()).orElseGet(() -> new Read(lot));
        known.put(lot.key(), read);
        // Whoever waits for the same lot waits without a connection, and of all lots only a few are
        // read at once: after a restart all who watch come together, and bids need some, too.
        synchronized (read) {
            readers.acquireUninterruptibly();
            try {
                return database.run(connection -> read.upToNow(connection, lot));
            } catch (RuntimeException e) {
                // Stopped halfway through, so it begins anew.
                known.forget(lot.key());
                throw e;
            } finally {
                readers.release();
            }
        }
    }
}
