package org.subhasta.parties;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.model.Allowances;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.parties.model.Rate;

/** How often programs call, by their tokens. In memory: a restart forgives. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TokenCalls {

    /** So many tokens are remembered: some megabytes. */
    private static final int MOST = 20_000;

    @Inject
    private ServerClock clock;

    private final Allowances allowances = new Allowances(MOST, Rate.OF_CALLS);

    /** Counts a call, by a clock that nobody sets; why it may not be made now. */
    public Optional<Refusal> count(TokenInUse token) {
        Duration waiting =
                allowances.begin(token.id(), Instant.EPOCH.plusNanos(clock.steady()));
        return waiting.isZero() ? Optional.empty()
                : Optional.of(Refusal.of(PartiesRefusal.TOKEN_TOO_OFTEN,
                        String.valueOf(waiting.toSeconds() + 1)));
    }
}
