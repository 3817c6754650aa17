package org.subhasta.journal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Wakes {@link Integrator} every second, and {@link SelfCheck} after the start and at night; decides
 * nothing. The check runs beside the integrator, which must not wait for it.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LogTimer {

    private static final Logger LOG = System.getLogger(LogTimer.class.getName());
    private static final long PERIOD_MILLISECONDS = 1000;
    private static final String INTEGRATE = "integrate";
    private static final String CHECK_NEW = "check what is new";
    private static final String CHECK_WHOLE = "check everything";

    @Resource
    private TimerService timers;
    @Inject
    private Integrator integrator;
    @Inject
    private SelfCheck check;

    @PostConstruct
    void start() {
        once(INTEGRATE);
        timers.createSingleActionTimer(0, new TimerConfig(CHECK_NEW, false));
        timers.createCalendarTimer(new ScheduleExpression().hour("3").minute("17"),
                new TimerConfig(CHECK_WHOLE, false));
    }

    @Timeout
    void wake(Timer timer) {
        try {
            switch (String.valueOf(timer.getInfo())) {
                case CHECK_NEW -> check.sinceLastVerified();
                case CHECK_WHOLE -> check.whole();
                default -> integrate();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the log could not " + timer.getInfo(), e);
        } finally {
            if (INTEGRATE.equals(timer.getInfo())) {
                once(INTEGRATE);
            }
        }
    }

    private void integrate() {
        while (integrator.integrate() == Integrator.MOST) {
            // More are waiting than go under one head.
        }
    }

    /** One timer after the other: a slow one is not overtaken by the next. */
    private void once(String what) {
        timers.createSingleActionTimer(PERIOD_MILLISECONDS, new TimerConfig(what, false));
    }
}
