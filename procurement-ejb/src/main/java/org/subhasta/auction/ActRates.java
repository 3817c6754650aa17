package org.subhasta.auction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.subhasta.kernel.ServerClock;

/**
 * How many acts one participant may send: counted before anything of them is looked at, so that
 * whoever floods spends nobody else's time. By a clock that nobody sets.
 */
@ApplicationScoped
class ActRates {

    /** Acts a second, of each participant of each auction. */
    static final int EACH_SECOND = 50;
    /** So many seconds' worth may come at once. */
    private static final int BURST = 2;
    private static final int PARTICIPANTS = 20_000;
    private static final long NANOS = 1_000_000_000L;

    @Inject
    private ServerClock clock;

    private final Remembered<ParticipantRow.Key, Long> fullAt = new Remembered<>(PARTICIPANTS);

    /** Takes one act into account; whether it is one too many. */
    boolean isTooMuch(String auction, String organisation) {
        ParticipantRow.Key key = new ParticipantRow.Key(auction, organisation);
        long each = NANOS / EACH_SECOND;
        long now = clock.steady();
        synchronized (fullAt) {
            // When all that was used will be there again: a bucket in one number.
            long full = Optional.of(fullAt.get(key).orElse(now))
                    .filter(at -> at - now > 0).orElse(now) + each;
            if (full - now > BURST * NANOS) {
                return true;
            }
            fullAt.put(key, full);
            return false;
        }
    }
}
