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
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.model.Allowances;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.parties.model.Rate;

/**
 * What programs call and how often, by their tokens: in memory, so that no call waits for it. A
 * restart forgives what was used, and forgets the calls that {@link TokenCallKeeper} had not yet
 * written down.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TokenCalls {

    /** Of each token that many calls are kept. */
    static final int KEPT = 100;

    /** So many tokens are remembered: some megabytes. */
    private static final int MOST = 20_000;

    @Inject
    private ServerClock clock;

    private final Allowances allowances = new Allowances(MOST, Rate.OF_CALLS);
    /** Guarded by itself. */
    private final Map<String, ArrayDeque<TokenCall>> unwritten = new LinkedHashMap<>();

    /** Counts a call, by a clock that nobody sets; why it may not be made now. */
    public Optional<Refusal> count(TokenInUse token) {
        Duration waiting =
                allowances.begin(token.id(), Instant.EPOCH.plusNanos(clock.steady()));
        return waiting.isZero() ? Optional.empty()
                : Optional.of(Refusal.of(PartiesRefusal.TOKEN_TOO_OFTEN,
                        String.valueOf(waiting.toSeconds() + 1)));
    }

    /**
     * Lists a call that was answered.
     *
     * @param path below {@code /api/v1/}, without the query
     */
    public void answered(TokenInUse token, String method, String path, int status) {
        TokenCall call = new TokenCall(clock.now(), method, path, status);
        synchronized (unwritten) {
            ArrayDeque<TokenCall> calls =
                    unwritten.computeIfAbsent(token.id(), id -> new ArrayDeque<>());
            if (calls.size() == KEPT) {
                calls.removeFirst();
            }
            calls.addLast(call);
        }
    }

    /** The calls since this was last asked, in their order, by token. */
    public Map<String, List<TokenCall>> take() {
        synchronized (unwritten) {
            Map<String, List<TokenCall>> taken = new LinkedHashMap<>();
            unwritten.forEach((token, calls) -> taken.put(token, List.copyOf(calls)));
            unwritten.clear();
            return taken;
        }
    }
}
