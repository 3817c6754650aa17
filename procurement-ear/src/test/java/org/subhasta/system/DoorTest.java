package org.subhasta.system;

import java.util.concurrent.Callable;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;

/**
 * A test that runs inside the server and calls the doors of the domain as a page would: with
 * roles, transactions and locks as they are. A subclass is sent to the server next to the deployed
 * application; it sees the application's public types, and nothing else of the tests.
 */
@ExtendWith(WithPlatform.class)
@ArquillianTest
public abstract class DoorTest {

    /** What is sent to the server: all door tests, and where their classes come from. */
    @Deployment
    public static WebArchive tests() {
        return ShrinkWrap.create(WebArchive.class, "door-tests.war")
                .addPackages(true, "org.subhasta.system.doors")
                .addClasses(DoorTest.class, WithPlatform.class)
                .addAsWebInfResource(new StringAsset("""
                        <jboss-deployment-structure>
                          <deployment>
                            <dependencies>
                              <module name="deployment.subhasta.ear"/>
                              <module name="org.postgresql.jdbc"/>
                              <module name="deployment.subhasta.ear.procurement-ejb.jar"/>
                            </dependencies>
                          </deployment>
                        </jboss-deployment-structure>
                        """), "jboss-deployment-structure.xml");
    }

    /** A door of the application, called as nobody in particular. */
    public static <T> T door(Class<T> type) {
        try {
            return type.cast(new InitialContext().lookup("java:global/subhasta/procurement-ejb/"
                    + type.getSimpleName() + "!" + type.getName()));
        } catch (NamingException e) {
            throw new IllegalStateException("no door " + type, e);
        }
    }

    /** What a door has done; fails with the refusals where it refused. */
    public static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Refused<T> refused ->
                    throw new AssertionError("refused: " + refused.refusals());
        };
    }

    /** Runs work as if the person had called the doors in this role. */
    public static <T> T as(String person, Role role, Callable<T> work) throws Exception {
        return door(Callers.class).as(person, role, work);
    }
}
