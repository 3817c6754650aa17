package org.subhasta.auction;

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

/** Wakes {@link AuctionTime} several times a second; decides nothing. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuctionTimer {

    private static final Logger LOG = System.getLogger(AuctionTimer.class.getName());
    private static final long MILLISECONDS = 250;

    @Resource
    private TimerService timers;
    @Inject
    private AuctionTime time;

    private boolean isFailing;

    @PostConstruct
    void start() {
        again();
    }

    @Timeout
    void wake() {
        try {
            time.pass();
            isFailing = false;
        } catch (RuntimeException e) {
            // Once, not four times a second: while it lasts no auction ends.
            LOG.log(isFailing ? Level.DEBUG : Level.ERROR,
                    "auctions could not be served: trying again at once", e);
            isFailing = true;
        } finally {
            again();
        }
    }

    /** One timer after the other: a slow one is not overtaken by the next. */
    private void again() {
        timers.createSingleActionTimer(MILLISECONDS, new TimerConfig(null, false));
    }
}
