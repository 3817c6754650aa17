package org.subhasta.parties;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.subhasta.parties.model.Turns;

/** Passwords of people who are not signed in, hashed a few at a time: each costs a tenth of a second. */
@ApplicationScoped
class PasswordTurns {

    /** One processor stays for everything else, where there are several. */
    private static final int AT_A_TIME =
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    /** Each holds a thread of the server, which has 16 for each processor. */
    private static final int WAITING = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Turns turns = new Turns(AT_A_TIME, WAITING, PATIENCE);

    /** Whether no further stranger may even wait. */
    boolean isFull() {
        return turns.isFull();
    }

    /**
     * Whether the password is the one hashed.
     *
     * @param hashed null where there is none, which takes as long and is never right
     * @param known  whether the account's owner signed in with this browser before
     * @return empty where too many others wait
     */
    Optional<Boolean> verify(String hashed, String password, Visitor visitor, boolean known) {
        return known ? turns.ofKnown(visitor.browser(), () -> Passwords.verify(hashed, password))
                : turns.ofStranger(visitor.network(), () -> Passwords.verify(hashed, password));
    }

    /** Hashes what somebody chose who is nobody yet; empty where too many others wait. */
    Optional<String> hash(String password, Visitor visitor) {
        return turns.ofStranger(visitor.network(), () -> Passwords.hash(password));
    }
}
