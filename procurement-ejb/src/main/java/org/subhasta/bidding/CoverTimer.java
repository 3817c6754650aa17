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
import org.subhasta.journal.ActsRefused;

/**
 * Wakes {@link Covers} at the very instant one is due; decides nothing. Apart from {@link BoxTimer},
 * whose beat would be found in the instants of the leaves.
 */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CoverTimer {

    private static final Logger LOG = System.getLogger(CoverTimer.class.getName());
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    @Resource
    private TimerService timers;
    @Inject
    private Covers covers;

    @PostConstruct
    void start() {
        again(AFTER_FAILURE);
    }

    @Timeout
    void wake() {
        Duration pause = AFTER_FAILURE;
        try {
            boolean well = true;
            for (String box : covers.due()) {
                well &= cover(box);
            }
            pause = well ? covers.pause() : AFTER_FAILURE;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "covers could not be looked for: trying again soon", e);
        } finally {
            again(pause);
        }
    }

    /** @return whether it went well */
    private boolean cover(String box) {
        try {
            covers.cover(box);
            return true;
        } catch (ActsRefused e) {
            // Frozen or stopped: nobody can bid there, and a leaf would be known for a cover.
            return false;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "box " + box + " got no cover: trying again soon", e);
            return false;
        }
    }

    /** One timer after the other: a slow one is not overtaken by the next. */
    private void again(Duration pause) {
        timers.createSingleActionTimer(pause.toMillis(), new TimerConfig(null, false));
    }
}
