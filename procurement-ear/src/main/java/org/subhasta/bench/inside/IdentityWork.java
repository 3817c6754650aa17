package org.subhasta.bench.inside;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.List;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.Accounts;
import org.subhasta.parties.OrganisationForm;
import org.subhasta.parties.PersonForm;
import org.subhasta.parties.Registrations;
import org.subhasta.parties.Sessions;
import org.subhasta.parties.SignedIn;
import org.subhasta.parties.Visitor;
import org.subhasta.parties.model.SignInMethod;
import org.subhasta.rig.inside.Commands;

/**
 * Signs somebody in through the doors of the parties, for so many seconds, and answers how often a
 * second. Commands: {@code prepare}; {@code sign-in SECONDS}; {@code current SECONDS}, which asks
 * whose a session is, as every request does.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class IdentityWork {

    /** The property that tells on which port of the loopback interface it listens. */
    public static final String PORT = "subhasta.bench.port";

    private static final String EMAIL = "somebody@bench.example";
    private static final String PASSWORD = "a password of usual length";
    private static final Visitor VISITOR = new Visitor("192.0.2.1", false);

    @EJB
    private Accounts accounts;
    @EJB
    private Registrations registrations;
    @EJB
    private Sessions sessions;
    @Resource
    private ManagedThreadFactory threads;
    private Commands commands;

    @PostConstruct
    void start() {
        commands = Commands.listen(Integer.getInteger(PORT), threads, this::answer);
    }

    @PreDestroy
    void stop() {
        commands.close();
    }

    private String answer(List<String> words) {
        return switch (words.getFirst()) {
            case "prepare" -> prepare();
            case "sign-in" -> Double.toString(perSecond(words.get(1), this::begin));
            case "current" -> {
                String session = begin();
                yield Double.toString(perSecond(words.get(1),
                        () -> sessions.current(session, VISITOR).orElseThrow()));
            }
            default -> throw new IllegalArgumentException(words.getFirst());
        };
    }

    private String prepare() {
        return done(registrations.register(
                new OrganisationForm("Benchmark", "XM-BENCH", "1", "NL", "Street 1", "1000",
                        "Town", EMAIL, "", "Europe/Amsterdam"),
                new PersonForm("Somebody", EMAIL, PASSWORD, PASSWORD))).id();
    }

    private String begin() {
        SignedIn who = done(accounts.signIn(EMAIL, PASSWORD, VISITOR));
        return sessions.begin(who, SignInMethod.PASSWORD, "");
    }

    private static double perSecond(String seconds, Runnable act) {
        long nanos = Long.parseLong(seconds) * 1_000_000_000L;
        long begin = System.nanoTime();
        long done = 0;
        while (System.nanoTime() - begin < nanos) {
            act.run();
            done++;
        }
        return done * 1e9 / (System.nanoTime() - begin);
    }

    private static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T>(T value)) {
            return value;
        }
        throw new IllegalStateException(outcome.toString());
    }
}
