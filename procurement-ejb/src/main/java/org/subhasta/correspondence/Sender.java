package org.subhasta.correspondence;

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
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.subhasta.correspondence.Dispatch.Parcel;

/** Carries what is in the outbox, one letter after the other, outside of all acts (C2). */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sender {

    private static final Logger LOG = System.getLogger(Sender.class.getName());
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    @Resource
    private TimerService timers;

    @Inject
    private Dispatch dispatch;

    private Carrier carrier;
    private String from;

    @PostConstruct
    void start() {
        carrier = Route.carrier();
        from = Route.sender();
        again(BEAT);
    }

    @Timeout
    void wake() {
        Duration pause = AFTER_FAILURE;
        try {
            for (String id : dispatch.due()) {
                dispatch.take(id).ifPresent(this::carry);
            }
            pause = BEAT;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "mail could not be looked for: trying again soon", e);
        } finally {
            again(pause);
        }
    }

    /** Neither the letter nor the address is logged, nor what a server said, which repeats them. */
    private void carry(Parcel parcel) {
        try {
            carrier.carry(parcel.id(),
                    Messages.of(parcel.id(), from, parcel.letter(), parcel.written()));
            dispatch.delivered(parcel.id());
        } catch (AddressException e) {
            LOG.log(Level.WARNING, "mail {0} ({1}) is given up: nobody can have its address",
                    parcel.id(), parcel.kind());
            dispatch.giveUp(parcel.id());
        } catch (MessagingException | IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "mail {0} ({1}) could not be delivered ({2}): trying again later",
                    parcel.id(), parcel.kind(), e.getClass().getSimpleName());
        }
    }

    /** One timer after the other: a slow one is not overtaken by the next. */
    private void again(Duration pause) {
        timers.createSingleActionTimer(pause.toMillis(), new TimerConfig(null, false));
    }
}
