package org.subhasta.bidding;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.ServerClock;

/**
 * Wakes {@link Unsealing}, {@link RecordPrints} and {@link RehearsalWarnings} every few seconds;
 * decides nothing. Apart from {@link BoxTimer}, since opening a large box takes long and no heartbeat
 * may wait for it.
 */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OpeningTimer {

    private static final Logger LOG = System.getLogger(OpeningTimer.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    @Resource
    private TimerService timers;
    @Inject
    private Unsealing unsealing;
    @Inject
    private RehearsalWarnings warnings;
    @Inject
    private RecordPrints prints;

    @Inject
    private ServerClock clock;

    /** Records that could not be printed, by their boxes. */
    private final Map<String, Retry> unprinted = new HashMap<>();

    /** When something is tried again, at growing distances. */
    private record Retry(Instant at, Duration pause) {

        static final Retry NOW = new Retry(Instant.MIN, Duration.ofSeconds(30));

        Retry after(Instant now) {
            Duration longer = pause.multipliedBy(2);
            Duration next = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
            return new Retry(now.plus(next), next);
        }
    }

    @PostConstruct
    void again() {
        timers.createSingleActionTimer(PAUSE.toMillis(), new TimerConfig(null, false));
    }

    @Timeout
    void wake() {
        try {
            warnings.warn();
            unsealing.due().forEach(this::advance);
            prints.due().forEach(this::print);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "openings could not be looked at: trying again soon", e);
        } finally {
            again();
        }
    }

    private void advance(String box) {
        try {
            if (unsealing.advance(box)) {
                LOG.log(Level.INFO, "opened the bids of box {0}", box);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "box " + box + " could not be opened: trying again soon", e);
        }
    }

    private void print(String box) {
        Instant now = clock.now();
        Retry retry = unprinted.getOrDefault(box, Retry.NOW);
        if (now.isBefore(retry.at())) {
            return;
        }
        unprinted.put(box, retry.after(now));
        try {
            switch (prints.publish(box)) {
                case Outcome.Done<Void> done -> unprinted.remove(box);
                case Outcome.Refused<Void> refused -> LOG.log(Level.WARNING,
                        "the record of box {0} cannot be printed now ({1}): trying again later",
                        box, refused.first().code().name());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR,
                    "the record of box " + box + " could not be printed: trying again later", e);
        }
    }
}
