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
import org.subhasta.bidding.model.OutageRule;
import org.subhasta.journal.ActsRefused;

/** Wakes {@link Closings}, at the start and then every few seconds; decides nothing. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BoxTimer {

    private static final Logger LOG = System.getLogger(BoxTimer.class.getName());

    @Resource
    private TimerService timers;
    @Inject
    private Closings closings;

    /** An outage that ends with this start is judged before the first visitor comes. */
    @PostConstruct
    void start() {
        try {
            beat();
        } catch (ActsRefused e) {
            // Frozen or stopped: administrators need a platform that runs to put that right. No
            // box closes, and no bid is called late, before the outage is judged.
            LOG.log(Level.ERROR, "an outage could not be judged at the start: trying again soon", e);
        }
        again();
    }

    /** Whatever goes wrong is tried again: a missed beat is an outage, and no box closes meanwhile. */
    @Timeout
    void wake() {
        try {
            beat();
            closings.due().forEach(this::close);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "no heartbeat, so no box closes: trying again soon", e);
        } finally {
            again();
        }
    }

    /** One timer after the other: a slow one is not overtaken by the next. */
    private void again() {
        timers.createSingleActionTimer(OutageRule.BEAT.toMillis(), new TimerConfig(null, false));
    }

    private void beat() {
        closings.beat().ifPresent(outage -> LOG.log(Level.INFO,
                "the platform was down from {0} until {1}: closings were moved by the outage rule",
                outage.from(), outage.until()));
    }

    private void close(String box) {
        try {
            if (closings.close(box)) {
                LOG.log(Level.INFO, "closed box {0}", box);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "box " + box + " could not be closed: trying again soon", e);
        }
    }
}
