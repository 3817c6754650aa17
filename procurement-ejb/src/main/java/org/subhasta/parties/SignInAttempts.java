package org.subhasta.parties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.model.Allowances;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.parties.model.Rate;
import org.subhasta.parties.model.Throttle;
import org.subhasta.parties.model.Throttles;

/**
 * Slows whoever guesses, and nobody else. Failed attempts count for each network at each account,
 * for each network at whatever accounts, and for each account from wherever; none of them lets a
 * stranger lock an owner out, because a network that has not failed yet always has a first attempt,
 * and a browser that its owner signed in with is counted by itself. Kept in memory: a restart
 * forgives. Each attempt counts as failed when it begins, so that many at once do not slip through,
 * and is forgiven when it succeeds.
 */
@ApplicationScoped
class SignInAttempts {

    /** Of each kind that are remembered: some megabytes. */
    private static final int MOST = 20_000;

    /** From then on, as NIST SP 800-63B-4, 3.2.2, says, an account is guessed at. */
    private static final int GUESSED_AT = 100;
    private static final int FREE_WHERE_GUESSED_AT = 1;

    @Inject
    private ServerClock clock;

    @Inject
    private PasswordTurns passwords;

    private final Throttles pairs = new Throttles(MOST);
    private final Throttles accounts = new Throttles(MOST);
    private final Allowances networks = new Allowances(MOST, Rate.OF_GUESSES);
    private final Allowances registrations = new Allowances(MOST, Rate.OF_GUESSES);

    /**
     * Judges an attempt, if it may be made now.
     *
     * <p>Refused: {@code SIGN_IN_TOO_OFTEN}, and as the attempt is.
     *
     * @param account what is guessed at
     * @param known   whether its owner signed in with this browser before
     * @param attempt does the work
     */
    <T> Outcome<T> judge(String account, Visitor visitor, boolean known,
            Supplier<Outcome<T>> attempt) {
        Instant now = clock.now();
        Duration waiting = begin(account, visitor, known, now);
        if (!waiting.isZero()) {
            return Outcome.refused(tooOften(waiting));
        }
        Outcome<T> judged = attempt.get();
        switch (judged) {
            case Outcome.Done<T> right -> succeeded(account, visitor, known, now);
            case Outcome.Refused<T> refused -> {
                if (refused.first().code() == PartiesRefusal.SIGN_IN_BUSY) {
                    // Its network's allowance stays used: a flood is over the sooner.
                    pairs.notJudged(key(account, visitor, known), now);
                }
            }
        }
        return judged;
    }

    /**
     * Why a stranger need not even say which account it is about: too many attempts from there
     * have failed, or too many others wait. The latter uses the network's allowance all the same,
     * so that a flood is over the sooner.
     */
    Optional<Refusal> turnedAway(Visitor visitor) {
        Instant now = clock.now();
        Duration waiting = networks.waiting(visitor.network(), now);
        if (waiting.isZero() && !passwords.isFull()) {
            return Optional.empty();
        }
        return Optional.of(waiting.isZero() && networks.begin(visitor.network(), now).isZero()
                ? Refusal.of(PartiesRefusal.SIGN_IN_BUSY) : tooOften(waiting));
    }

    /** Counts what is no guess, but is not to be done often either; why it may not be done now. */
    Optional<Refusal> count(String what, Visitor visitor) {
        Duration waiting = begin(what, visitor, false, clock.now());
        return waiting.isZero() ? Optional.empty() : Optional.of(tooOften(waiting));
    }

    /** Counts a registration, of which one network makes no more than it fails to sign in. */
    Optional<Refusal> registering(Visitor visitor) {
        Duration waiting = registrations.begin(visitor.network(), clock.now());
        return waiting.isZero() ? Optional.empty() : Optional.of(tooOften(waiting));
    }

    /**
     * Why nobody may try any more, from however many networks. For what only somebody comes to who
     * knows the password: a stranger cannot use it to keep the owner out.
     */
    Optional<Refusal> wornOut(String account) {
        Instant now = clock.now();
        return accounts.failures(account, now) < GUESSED_AT ? Optional.empty()
                : Optional.of(tooOften(accounts.untilForgiven(account, now)));
    }

    private static Refusal tooOften(Duration waiting) {
        return Refusal.of(PartiesRefusal.SIGN_IN_TOO_OFTEN,
                String.valueOf(waiting.toSeconds() + 1));
    }

    private Duration begin(String account, Visitor visitor, boolean known, Instant now) {
        String key = key(account, visitor, known);
        if (known) {
            return pairs.begin(key, now);
        }
        int free = accounts.failures(account, now) < GUESSED_AT
                ? Throttle.FREE : FREE_WHERE_GUESSED_AT;
        Duration waiting = pairs.begin(key, free, now);
        if (waiting.isZero()) {
            accounts.failed(account, now);
            waiting = networks.begin(visitor.network(), now);
        }
        return waiting;
    }

    private void succeeded(String account, Visitor visitor, boolean known, Instant now) {
        pairs.succeeded(key(account, visitor, known));
        if (!known) {
            networks.succeeded(visitor.network(), now);
            accounts.succeeded(account);
        }
    }

    /** A browser that is known counts by itself, wherever it is. */
    private static String key(String account, Visitor visitor, boolean known) {
        return (known ? new Secret(visitor.browser()).sha256() : visitor.network())
                + " " + account;
    }
}
