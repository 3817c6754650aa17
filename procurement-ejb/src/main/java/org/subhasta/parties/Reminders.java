package org.subhasta.parties;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.subhasta.correspondence.MailKind;
import org.subhasta.correspondence.Outbox;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.model.Reminder;

/** Reminds people of certificates and tokens that are over soon; looks every day. */
@Singleton
@Startup
@PermitAll
public class Reminders {

    private static final Logger LOG = System.getLogger(Reminders.class.getName());
    private static final Duration AFTER_START = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    @PersistenceContext
    private EntityManager entities;

    @Resource
    private TimerService timers;

    @Inject
    private People people;

    @Inject
    private ServerClock clock;

    @EJB
    private Outbox outbox;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(AFTER_START.toMillis(), DAY.toMillis(),
                new TimerConfig(null, false));
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    void wake() {
        int looked = remind();
        LOG.log(Level.DEBUG, "{0} things end within a month", looked);
    }

    /**
     * Writes the reminders that are due and were not written.
     *
     * @return how many things end within the longest notice
     */
    public int remind() {
        Instant now = clock.now();
        Instant until = now.plus(Duration.ofDays(Reminder.DAYS.getLast()));
        var certificates = entities.createQuery("""
                        SELECT c FROM CertificateRow c WHERE c.state = 'approved'
                          AND c.validUntil > :now AND c.validUntil <= :until""",
                        CertificateRow.class)
                .setParameter("now", now).setParameter("until", until).getResultList();
        for (CertificateRow row : certificates) {
            Reminder.due(row.enrolledAt(), row.validUntil(), now).ifPresent(days -> write(
                    "certificate " + row.id(), MailKind.CERTIFICATE_EXPIRES, row.person(), days,
                    days(days), DATE.format(row.validUntil()), "/certificates"));
        }
        var tokens = entities.createQuery("""
                        SELECT t FROM TokenRow t WHERE t.revokedAt IS NULL
                          AND t.expiresAt > :now AND t.expiresAt <= :until""", TokenRow.class)
                .setParameter("now", now).setParameter("until", until).getResultList();
        for (TokenRow row : tokens) {
            Reminder.due(row.createdAt(), row.expiresAt(), now).ifPresent(days -> write(
                    "token " + row.id(), MailKind.TOKEN_EXPIRES, row.person(), days,
                    row.name(), days(days), DATE.format(row.expiresAt()), "/account"));
        }
        return certificates.size() + tokens.size();
    }

    private void write(String thing, MailKind kind, String person, int days, String... values) {
        people.person(person).filter(row -> !row.hasLeft()).ifPresent(row -> outbox.writeOnce(
                thing + " " + days, kind, row.email(), row.name(), values));
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
