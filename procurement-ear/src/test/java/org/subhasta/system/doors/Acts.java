package org.subhasta.system.doors;

import static org.subhasta.system.DoorTest.door;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import javax.naming.InitialContext;
import org.subhasta.journal.Actor;
import org.subhasta.journal.Entry;
import org.subhasta.journal.Integrator;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Identifier;

/** Acts of a test's own, on subjects of its own. */
final class Acts {

    private Acts() {
    }

    static Subject subject() {
        return Subject.of("test", Identifier.next());
    }

    static Entry append(Subject subject) throws Exception {
        return inTransaction(() -> door(Journal.class).append(subject, "test-acted",
                Actor.person("somebody"), now(), payload("public")));
    }

    /** The instant now, as fine as the platform's clock gives it. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    static JsonObject payload(String what) {
        return Json.createObjectBuilder().add("what", what).build();
    }

    /** Everything that waits has its place in the tree afterwards, whoever gave it. */
    static void integrate() {
        do {
            door(Integrator.class).integrate();
        } while (isAnyWaiting());
    }

    private static boolean isAnyWaiting() {
        try (var connection = Moment.connection();
                var row = connection.createStatement().executeQuery(
                        "SELECT EXISTS (SELECT FROM journal.pending)")) {
            row.next();
            return row.getBoolean(1);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T inTransaction(Callable<T> work) throws Exception {
        UserTransaction transaction = transaction();
        transaction.begin();
        try {
            T made = work.call();
            transaction.commit();
            return made;
        } catch (Exception e) {
            transaction.rollback();
            throw e;
        }
    }

    /** Whatever it does is undone. */
    static <T> T rolledBack(Callable<T> work) throws Exception {
        UserTransaction transaction = transaction();
        transaction.begin();
        try {
            return work.call();
        } finally {
            transaction.rollback();
        }
    }

    /** One that knows the container, as a request's does. */
    static Thread thread(Runnable work) throws Exception {
        return ((ManagedThreadFactory) new InitialContext()
                .lookup("java:comp/DefaultManagedThreadFactory")).newThread(work);
    }

    static UserTransaction transaction() throws Exception {
        return (UserTransaction) new InitialContext().lookup("java:comp/UserTransaction");
    }
}
