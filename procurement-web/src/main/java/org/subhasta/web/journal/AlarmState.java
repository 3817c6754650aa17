package org.subhasta.web.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import org.subhasta.journal.Alarms;
import org.subhasta.kernel.ServerClock;

/** For the head of every page: whether an alarm stands, whether acts are stopped. */
@Named("alarm")
@ApplicationScoped
public class AlarmState {

    /** Asked of the database at most this often, however many pages are shown. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private record State(boolean standing, boolean stopped, Instant at) {
    }

    @Inject
    Alarms alarms;
    @Inject
    ServerClock clock;

    private volatile State state;

    public boolean isStanding() {
        return state().standing();
    }

    public boolean isStopped() {
        return state().stopped();
    }

    private State state() {
        Instant now = clock.now();
        State known = state;
        if (known == null || now.isAfter(known.at().plus(FRESH))) {
            known = new State(alarms.isAnyStanding(), alarms.areActsStopped(), now);
            state = known;
        }
        return known;
    }

    /** An administrator has just changed something: the next page shows it. */
    void forget() {
        state = null;
    }
}
