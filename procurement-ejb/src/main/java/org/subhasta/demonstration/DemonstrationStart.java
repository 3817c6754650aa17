package org.subhasta.demonstration;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
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
import java.util.Optional;
import org.subhasta.parties.OrganisationReports;

/**
 * Begins the demonstration with the server and goes on with it. At the very first start people and
 * open tenders are there before the first visitor; everything else happens behind the visitors'
 * backs. The tenders run through once, practice auctions go on for as long as the server runs.
 */
@Singleton
@Startup
@DependsOn("BoxTimer")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemonstrationStart {

    private static final Logger LOG = System.getLogger(DemonstrationStart.class.getName());
    private static final long WAKES_AFTER_MILLISECONDS = 1_500;

    @Resource
    private TimerService timers;

    @Inject
    private OrganisationReports organisations;

    @Inject
    private DemonstrationPeople people;

    @Inject
    private DemonstrationTenders tenders;

    @Inject
    private PracticeAuctions practice;

    private Optional<Participants> participants = Optional.empty();
    private boolean tendersRun = true;
    private boolean practiceFails;

    @PostConstruct
    void start() {
        if (!Boolean.getBoolean("subhasta.demo")) {
            return;
        }
        try {
            if (organisations.authorities().isEmpty()) {
                participants = people.bring();
                if (participants.isPresent()) {
                    tenders.publishCalmOnes(participants.get());
                }
            }
        } catch (Exception e) {
            // The platform is more than its demonstration: it starts without it.
            LOG.log(Level.ERROR, "the demonstration could not be prepared", e);
        }
        wakeLater();
    }

    /** Each time anew: an interval timer complains when one turn outlasts the interval. */
    private void wakeLater() {
        timers.createSingleActionTimer(WAKES_AFTER_MILLISECONDS, new TimerConfig(null, false));
    }

    @Timeout
    void goOn(Timer timer) {
        try {
            if (participants.isEmpty()) {
                participants = people.bring();
            }
        } catch (Exception e) {
            LOG.log(Level.ERROR, "the demonstration ended before its time", e);
            return;
        }
        if (participants.isEmpty()) {
            LOG.log(Level.INFO, "this platform was set up for real use: no demonstration");
            return;
        }
        if (tendersRun) {
            tendersRun = goOnWithTenders();
        }
        practise();
        wakeLater();
    }

    /** Whether there is more to do. */
    private boolean goOnWithTenders() {
        try {
            if (!tenders.goOn(participants.get())) {
                return true;
            }
            LOG.log(Level.INFO, "the demonstration has run through");
        } catch (Exception e) {
            LOG.log(Level.ERROR, "the demonstration ended before its time", e);
        }
        return false;
    }

    private void practise() {
        try {
            practice.goOn(participants.get());
            practiceFails = false;
        } catch (Exception e) {
            // Acts may be refused for a while: once is enough to know.
            LOG.log(practiceFails ? Level.DEBUG : Level.WARNING,
                    "a practice auction could not go on: trying again", e);
            practiceFails = true;
        }
    }
}
