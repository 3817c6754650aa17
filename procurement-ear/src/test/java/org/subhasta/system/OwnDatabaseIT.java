package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.sql.Credentials;
import org.subhasta.sql.LocalPostgres;
import org.subhasta.sql.PostgresBinaries;

/** As an operator begins: no demonstration, and a PostgreSQL that somebody else looks after. */
class OwnDatabaseIT {

    private static final String OWNERS_PASSWORD = "an-operators-own-password";

    @TempDir
    private Path folder;

    @Test
    void anOperatorSetsUpAPlatformOnADatabaseOfTheirOwn() throws Exception {
        Path data = folder.resolve("data");
        int port = TestPlatform.freePort();
        try (LocalPostgres postgres = LocalPostgres.start(
                PostgresBinaries.unpack(TestPlatform.installation().resolve("postgresql")),
                folder.resolve("cluster"), folder.resolve("cluster.log"), "the-superusers-password")) {
            Credentials owner = database(postgres.owner());
            Launched platform = Launched.start(port, data, Map.of("SUBHASTA_DB_URL", owner.url(),
                    "SUBHASTA_DB_USER", owner.user(), "SUBHASTA_DB_PASSWORD", owner.password()),
                    "--no-demo");
            try (Browser browser = Browser.open("http://localhost:" + port)) {
                assertFalse(Files.exists(data.resolve("postgresql")), "no database of its own");
                String link = platform.lineAfterReady(Pattern.compile(
                        "Set up the first administrator, once, at: (http://localhost:\\S+)"));
                assertNobodyCanSignIn(browser.visit());
                SecondStep app = becomeAdministrator(browser.visit(), link);
                assertUsedUp(browser.visit(), link, app);
                assertTheServerIsNotTheOwner(owner, data);
            } finally {
                platform.stop();
            }
            try (Connection connection = owner.connect()) {
                assertEquals("1", value(connection, "SELECT count(*) FROM parties.person"));
            }
        }
    }

    /** A database as an operator makes it: its owner may create roles and is no superuser. */
    private static Credentials database(Credentials superuser) throws Exception {
        try (Connection connection = superuser.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE keeper LOGIN CREATEROLE PASSWORD '"
                    + OWNERS_PASSWORD + "'");
            statement.execute("CREATE DATABASE procurement OWNER keeper");
        }
        return new Credentials(superuser.url().replaceFirst("/[a-z]+$", "/procurement"), "keeper",
                OWNERS_PASSWORD);
    }

    private static void assertNobodyCanSignIn(Page page) {
        page.navigate("/sign-in");
        assertThat(page.getByText("Demonstration accounts")).hasCount(0);
        RegistrationIT.signIn(page, "admin@subhasta.example", Person.PASSWORD);
        assertThat(page.locator(".summary.is-wrong")).isVisible();
        page.navigate("/setup?token=guessed");
        assertThat(page.locator("h1")).hasText("This link does not work");
    }

    private static SecondStep becomeAdministrator(Page page, String link) {
        page.navigate(link);
        Browser.assertAccessible(page);
        Browser.screenshots(page, "setup");
        page.getByLabel("Your name").fill("Olive Keeper");
        page.getByLabel("Your e-mail address").fill("olive@platform.example");
        page.getByLabel("Choose a password").fill("seven quiet harbours");
        page.getByLabel("The same password once more").fill("seven quiet harbours");
        RegistrationIT.press(page, "Become the administrator");
        assertThat(page.getByText("Welcome. Begin with the first authority.")).isVisible();
        SecondStep app = SecondStep.setUp(page, Instant.now());
        assertThat(page).hasURL(Pattern.compile(".*/administration$"));
        return app;
    }

    private static void assertUsedUp(Page page, String link, SecondStep app) {
        page.navigate(link);
        assertThat(page.locator("h1")).hasText("This link does not work");
        RegistrationIT.enter(page, "olive@platform.example", "seven quiet harbours");
        page.getByLabel("Code").fill(app.recoveryCodes().getFirst());
        RegistrationIT.press(page, "Sign in");
        assertThat(page).hasURL(Pattern.compile(".*/administration$"));
    }

    /** It signs in as a role that owns nothing, and holds no password of who does. */
    private static void assertTheServerIsNotTheOwner(Credentials owner, Path data)
            throws Exception {
        try (Connection connection = owner.connect()) {
            assertEquals("subhasta_app_procurement", value(connection, "SELECT string_agg(DISTINCT usename, ',')"
                    + " FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND pid <> pg_backend_pid()"));
            assertEquals("0", value(connection, "SELECT count(*) FROM pg_class"
                    + " WHERE relowner = 'subhasta_app_procurement'::regrole"));
        }
        Path process = Path.of("/proc", Files.readString(data.resolve("server.pid")).strip());
        for (String file : new String[] {"environ", "cmdline"}) {
            String text = Files.readString(process.resolve(file), StandardCharsets.ISO_8859_1);
            assertTrue(!text.isEmpty() && !text.contains(OWNERS_PASSWORD), file);
        }
    }

    private static String value(Connection connection, String sql) throws Exception {
        try (ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
