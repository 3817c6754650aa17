package org.subhasta.bidding;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Wakes {@link Closings}, at the start and then every five seconds; decides nothing. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BoxTimer {

    private static final Logger LOG = System.getLogger(BoxTimer.class.getName());

    @Inject
    private Closings closings;

    /** An outage that ends with this start is judged before the first visitor comes. */
    @PostConstruct
    void start() {
        beat();
    }

    /** As often as {@link org.subhasta.bidding.model.OutageRule#BEAT} says. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void wake() {
        beat();
        for (String box : closings.due()) {
            if (closings.close(box)) {
                LOG.log(Level.INFO, "closed box {0}", box);
            }
        }
    }

    private void beat() {
        closings.beat().ifPresent(outage -> LOG.log(Level.INFO,
                "the platform was down from {0} until {1}: closings were moved by the outage rule",
                outage.from(), outage.until()));
    }
}
