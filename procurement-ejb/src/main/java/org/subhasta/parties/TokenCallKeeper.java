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
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;

/**
 * Writes down what programs called, every ten seconds and when somebody looks, one after the other;
 * of each token the last hundred.
 */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TokenCallKeeper {

    private static final Duration EVERY = Duration.ofSeconds(10);

    @PersistenceContext
    private EntityManager entities;

    @Resource
    private TimerService timers;

    @EJB
    private TokenCalls calls;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(
                EVERY.toMillis(), EVERY.toMillis(), new TimerConfig(null, false));
    }

    /** All that was called before is in the database afterwards. */
    @Timeout
    public void keep() {
        calls.take().forEach(this::keep);
    }

    private void keep(String token, List<TokenCall> latest) {
        latest.forEach(call -> entities.persist(new TokenCallRow(token, call)));
        entities.flush();
        entities.createNativeQuery("""
                        DELETE FROM parties.token_call WHERE token = :token AND number <= (
                            SELECT number FROM parties.token_call WHERE token = :token
                            ORDER BY number DESC OFFSET :kept LIMIT 1)""")
                .setParameter("token", token)
                .setParameter("kept", TokenCalls.KEPT)
                .executeUpdate();
    }
}
