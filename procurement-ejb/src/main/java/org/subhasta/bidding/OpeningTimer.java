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

/**
 * Wakes {@link Unsealing} and {@link RehearsalWarnings} every few seconds; decides nothing. Apart
 * from {@link BoxTimer}, since opening a large box takes long and no heartbeat may wait for it.
 */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OpeningTimer {

    private static final Logger LOG = System.getLogger(OpeningTimer.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(3);

    @Resource
    private TimerService timers;
    @Inject
    private Unsealing unsealing;
    @Inject
    private RehearsalWarnings warnings;

    @PostConstruct
    void again() {
        timers.createSingleActionTimer(PAUSE.toMillis(), new TimerConfig(null, false));
    }

    @Timeout
    void wake() {
        try {
            warnings.warn();
            unsealing.due().forEach(this::advance);
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
}
