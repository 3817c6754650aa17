package org.subhasta.system;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.subhasta.kernel.Identifier;

/** For each route an address that shows its page, out of the demonstration, and who may see it. */
final class PageExamples {

    /** Closes days after the start. */
    private static final String OPEN = "Cleaning of municipal buildings for three years";

    /** Stays a draft. */
    private static final String DRAFT = "Playground equipment for Harbour Park";

    /** Closes half a minute after the start and is opened at once. */
    private static final String OPENED = "School furniture for the new wing of Birch Lane School";

    private static final String SUPPLIERS_NAME = "Example Facilities Cooperative";

    private static final String PACKAGE = """
            {"version": "1.1", "uri": "https://alder-bay.example/%1$s.json",
             "publishedDate": "2025-01-02T00:00:00Z", "publisher": {"name": "Alder Bay"},
             "releases": [{"ocid": "ocds-every-%1$s", "id": "1", "date": "2025-01-02T00:00:00Z",
               "tag": ["tender"], "initiationType": "tender",
               "tender": {"id": "1", "title": "Fences of the allotments", "status": "active"}}]}
            """;

    private final TestPlatform platform;
    private final Map<Who, Page> visitors;
    private final Map<String, Example> examples = new HashMap<>();
    private final Map<String, String> closed = new HashMap<>();
    private final Set<String> opened = new HashSet<>();

    /** Whose page it is. */
    enum Who {
        PUBLIC(""), SUPPLIER("chidi@example-facilities.example"), OFFICER("mara@alder-bay.example"),
        OPENER("elif@harbour-audit.example"), ADMINISTRATOR("admin@subhasta.example");

        private final String email;

        Who(String email) {
            this.email = email;
        }

        Page enter(Browser browser) {
            return enter(browser.visit());
        }

        /** Signs in, also where the session is over by the clock. */
        private Page enter(Page page) {
            return email.isEmpty() ? page : Person.signIn(page, email).page();
        }
    }

    /** The path is found, or made to be one, when it is asked for. */
    record Example(Who who, Callable<String> path) {
    }

    PageExamples(TestPlatform platform, Map<Who, Page> visitors) {
        this.platform = platform;
        this.visitors = visitors;
        forThePublic();
        forSuppliers();
        forOfficers();
        forOfficersOfAuctions();
        forOpeners();
        forAdministrators();
    }

    /** The one of a route as its file writes it, or null. */
    Example of(String route) {
        return examples.get(route);
    }

    private void forThePublic() {
        same(Who.PUBLIC, "/development/mail", "/forgotten");
        add(Who.PUBLIC, "/development/mail/{id}", this::mail);
        add(Who.PUBLIC, "/forgotten/password",
                () -> "/forgotten/password?token=" + mailed("NEW_PASSWORD"));
        add(Who.PUBLIC, "/confirm-address",
                () -> "/confirm-address?token=" + mailed("CONFIRM_ADDRESS"));
        same(Who.PUBLIC, "/", "/rules", "/accessibility", "/sign-in", "/tenders", "/auctions",
                "/awards", "/verify", "/log", "/register", "/register/organisation",
                "/register/contact", "/register/person", "/setup", "/suppliers",
                "/exclusions", "/lists");
        add(Who.PUBLIC, "/suppliers/{id}", () -> "/suppliers/" + value(
                "SELECT id FROM parties.organisation WHERE name = ?", SUPPLIERS_NAME));
        add(Who.PUBLIC, "/lists/{id}", () -> "/lists/" + list());
        add(Who.PUBLIC, "/register/check", this::registerCheck);
        add(Who.PUBLIC, "/sign-in/confirm", this::confirm);
        add(Who.PUBLIC, "/invitation", () -> "/invitation?token=" + invitation());
        add(Who.PUBLIC, "/tenders/{id}", () -> "/tenders/" + tender(OPEN));
        add(Who.PUBLIC, "/tenders/{id}/opening", this::opening);
        add(Who.PUBLIC, "/awards/{id}", this::award);
        add(Who.PUBLIC, "/auctions/{id}", this::auction);
    }

    private void forSuppliers() {
        same(Who.SUPPLIER, "/desk", "/desk/registration", "/certificates", "/account",
                "/account/second-factor", "/account/sessions", "/desk/people", "/desk/profile");
        add(Who.SUPPLIER, "/account/tokens/{id}", this::token);
        add(Who.SUPPLIER, "/desk/people/{id}", () -> "/desk/people/" + value(
                "SELECT id FROM parties.person WHERE email = ?", Who.SUPPLIER.email));
        add(Who.SUPPLIER, "/tenders/{id}/bid", () -> "/tenders/" + tender(OPEN) + "/bid");
        add(Who.SUPPLIER, "/bids/{id}", () -> "/bids/" + bid(OPEN));
        add(Who.SUPPLIER, "/bids/{id}/withdraw", () -> "/bids/" + bid(OPEN) + "/withdraw");
    }

    private void forOfficers() {
        same(Who.OFFICER, "/office", "/office/registrations", "/office/tenders/new",
                "/office/import", "/office/exclusions", "/office/lists");
        add(Who.OFFICER, "/office/lists/{id}", () -> "/office/lists/" + list());
        add(Who.OFFICER, "/office/exclusions/{id}", this::exclusion);
        add(Who.OFFICER, "/office/registrations/{id}",
                () -> "/office/registrations/" + organisation(SUPPLIERS_NAME));
        add(Who.OFFICER, "/office/registrations/certificates/{id}", () ->
                "/office/registrations/certificates/" + value("SELECT id FROM parties.certificate"
                        + " WHERE organisation = ?", organisation(SUPPLIERS_NAME)));
        add(Who.OFFICER, "/office/registrations/keys/{id}", this::keyRequest);
        add(Who.OFFICER, "/office/tenders/{id}", () -> "/office/tenders/" + tender(DRAFT));
        add(Who.OFFICER, "/office/tenders/{id}/preview",
                () -> "/office/tenders/" + tender(DRAFT) + "/preview");
        add(Who.OFFICER, "/office/tenders/{id}/cancel",
                () -> "/office/tenders/" + tender(OPEN) + "/cancel");
        add(Who.OFFICER, "/office/import/{id}", this::imported);
        add(Who.OFFICER, "/office/tenders/{id}/bids", this::evaluation);
        add(Who.OFFICER, "/office/tenders/{id}/bids/{bid}",
                () -> evaluation() + "/" + bidIn(closed("one")));
        add(Who.OFFICER, "/office/tenders/{id}/award", this::decided);
        add(Who.OFFICER, "/office/tenders/{id}/technical", this::technical);
    }

    private void forOfficersOfAuctions() {
        same(Who.OFFICER, "/office/auctions", "/office/auctions/new");
        add(Who.OFFICER, "/office/auctions/{id}", () -> "/office" + auction());
        add(Who.OFFICER, "/office/auctions/{id}/order",
                () -> "/office" + auction() + "/order?order=extend&lot=1");
        add(Who.OFFICER, "/office/auctions/{id}/draft",
                () -> "/office/auctions/" + office().draft() + "/draft");
        add(Who.OFFICER, "/office/auctions/{id}/preview",
                () -> "/office/auctions/" + office().draft() + "/preview");
    }

    /** One that called something, so that its page has a list. */
    private String token() throws SQLException {
        Page page = visitors.get(Who.SUPPLIER);
        page.navigate("/account");
        page.getByLabel("What it is for").fill("Price watch");
        RegistrationIT.press(page, "Make the token");
        String secret = page.locator("#token-secret").innerText();
        page.request().get("/api/v1/bids", RequestOptions.create()
                .setHeader("Authorization", "Bearer " + secret));
        return "/account/tokens/" + value("SELECT id FROM parties.token WHERE name = ?"
                + " ORDER BY created_at DESC LIMIT 1", "Price watch");
    }

    /** One that waits for a second person, so that it keeps nobody from anything. */
    private String exclusion() throws SQLException {
        Page page = visitors.get(Who.OFFICER);
        page.navigate("/office/exclusions?of=" + organisation(SUPPLIERS_NAME));
        page.selectOption("#scope", "PLATFORM");
        page.selectOption("#ground", "TAXES");
        page.fill("#reason", "Contributions to social security not paid since spring.");
        page.click("#do");
        return URI.create(page.url()).getPath();
    }

    private String list() {
        Page page = visitors.get(Who.OFFICER);
        page.navigate("/office/lists");
        page.fill("#name", "Cleaning of buildings");
        page.fill("#categories", "90911200");
        page.fill("#from", "2026-01-01");
        page.click("#do");
        String path = URI.create(page.url()).getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private AuctionOffice office() {
        return new AuctionOffice(visitors.get(Who.OFFICER));
    }

    private void forOpeners() {
        same(Who.OPENER, "/desk/openings");
        add(Who.OPENER, "/desk/openings/{id}", () -> {
            String tender = closed("one");
            new Opener(visitors.get(Who.OPENER), platform, "elif-kaya").seekTask(tender);
            return "/desk/openings/" + tender;
        });
    }

    private void forAdministrators() {
        same(Who.ADMINISTRATOR, "/administration", "/administration/journal", "/administration/authorities/new");
        add(Who.ADMINISTRATOR, "/administration/authorities/{id}", () ->
                "/administration/authorities/" + value("SELECT id FROM parties.organisation"
                        + " WHERE kind = 'AUTHORITY' AND name <> ? ORDER BY id", ""));
    }

    private void same(Who who, String... routes) {
        for (String route : routes) {
            add(who, route, () -> route);
        }
    }

    private void add(Who who, String route, Callable<String> path) {
        examples.put(route, new Example(who, path));
    }

    /** The last step of registering, which opens when the others are filled in. */
    private String registerCheck() {
        Page page = visitors.get(Who.PUBLIC);
        String number = Newcomer.freshNumber();
        page.navigate("/register/organisation");
        page.getByLabel("Registered name").fill("Sandbar Works " + number);
        page.getByLabel("Country").selectOption("NL");
        page.getByLabel("Register", new Page.GetByLabelOptions().setExact(true))
                .selectOption("NL-KVK");
        page.getByLabel("Number in that register").fill(number);
        RegistrationIT.press(page, "Save and continue");
        page.getByLabel("Street and number").fill("7 Slipway");
        page.getByLabel("Postal code").fill("1000 AA");
        page.getByLabel("Town or city").fill("Alder Bay");
        page.getByLabel("E-mail address of the organisation").fill("office@" + number + ".example");
        RegistrationIT.press(page, "Save and continue");
        page.getByLabel("Your name").fill("Grace Harbour");
        page.getByLabel("Your e-mail address").fill("grace@" + number + ".example");
        RegistrationIT.press(page, "Save and continue");
        page.waitForURL("**/register/check");
        return "/register/check";
    }

    /** A supplier's browser has made a key that no officer has looked at yet. */
    private String keyRequest() throws SQLException {
        Page page = visitors.get(Who.SUPPLIER);
        page.navigate("/certificates");
        page.check("#understood");
        page.click("#makeKey");
        page.locator("#asked").waitFor();
        return "/office/registrations/keys/" + value("SELECT id FROM parties.key_request"
                + " WHERE organisation = ? AND state = 'enrolled'", organisation(SUPPLIERS_NAME));
    }

    private String imported() {
        Page page = visitors.get(Who.OFFICER);
        page.navigate("/office/import");
        page.setInputFiles("#file", new FilePayload("allotments.json", "application/json",
                PACKAGE.formatted(Identifier.next()).getBytes(StandardCharsets.UTF_8)));
        RegistrationIT.press(page, "Import");
        page.waitForURL("**/office/import/*");
        return URI.create(page.url()).getPath();
    }

    private String award() {
        Page page = visitors.get(Who.PUBLIC);
        String first = "main h3 a[href^='/awards/']";
        page.navigate("/awards?q=Birch+Lane");
        new Person(page).reloadUntil(first);
        return page.locator(first).first().getAttribute("href");
    }

    /** One of a test's own, whose opening is still to come. */
    private String auction() throws Exception {
        return AuctionFixture.publish(platform, visitors.get(Who.OFFICER), "Benches by auction",
                "ranked-english", "\"openingPrice\": \"900.00\"").path();
    }

    /** One that the demonstration opens itself. */
    private String opening() throws SQLException {
        String tender = tender(OPENED);
        new Person(visitors.get(Who.PUBLIC)).seekRecord(tender);
        return "/tenders/" + tender + "/opening";
    }

    private String evaluation() throws Exception {
        Page page = visitors.get(Who.OFFICER);
        String path = "/office/tenders/" + opened("one") + "/bids";
        page.navigate(path);
        new Person(page).reloadUntil("#decide");
        return path;
    }

    private String technical() throws Exception {
        String tender = opened("two");
        new Person(visitors.get(Who.OFFICER)).seekRecord(tender);
        return "/office/tenders/" + tender + "/technical";
    }

    /** A tender whose bids two of its openers have opened, or their technical parts. */
    private String opened(String envelopes) throws Exception {
        String tender = closed(envelopes);
        if (opened.add(envelopes)) {
            try (Browser browser = Browser.open(platform)) {
                Opener.sofia(browser, platform).open(tender);
                Opener.jonas(browser, platform).open(tender);
            }
        }
        return tender;
    }

    /** A tender of its own that closed with two bids, at equal prices. */
    private String closed(String envelopes) throws Exception {
        if (!closed.containsKey(envelopes)) {
            String tender = new Draft("Benches along the quay", 1, envelopes,
                    List.of("Sofia Marchetti", "Jonas Bakke", "Elif Kaya"))
                    .publish(visitors.get(Who.OFFICER), platform);
            try (Browser browser = Browser.open(platform)) {
                Person.signIn(browser, Who.SUPPLIER.email).bidOnEverything(
                        tender, platform.data().resolve("demo/chidi-eze.p12"), "1000");
                Person.signIn(browser, "ada@example-insulation.example").bidOnEverything(
                        tender, platform.data().resolve("demo/ada-novak.p12"), "1000");
            }
            platform.clock().advance(Duration.ofDays(2));
            visitors.forEach(Who::enter);
            closed.put(envelopes, tender);
        }
        return closed.get(envelopes);
    }

    private String decided() throws Exception {
        evaluation();
        Page page = visitors.get(Who.OFFICER);
        for (String lot : new String[] {"#lot-1", "#lot-2"}) {
            page.locator(lot + " input[type=radio]").first().check();
            // The lowest price is offered twice.
            page.fill(lot + " textarea", "Lots were drawn before witnesses.");
        }
        page.click("#check");
        page.waitForURL("**/award");
        return URI.create(page.url()).getPath();
    }

    private String tender(String title) throws SQLException {
        return value("SELECT id FROM tendering.tender WHERE draft LIKE '%' || ? || '%'", title);
    }

    private String organisation(String name) throws SQLException {
        return value("SELECT id FROM parties.organisation WHERE name = ?", name);
    }

    private String bid(String title) throws SQLException {
        return bidIn(tender(title));
    }

    private String bidIn(String tender) throws SQLException {
        return value("SELECT id FROM bidding.bid WHERE box = ? AND bidder = ?", tender,
                organisation(SUPPLIERS_NAME));
    }

    /** The password was right, and nobody is signed in yet. */
    private String confirm() {
        RegistrationIT.enter(visitors.get(Who.PUBLIC), Who.SUPPLIER.email, Person.PASSWORD);
        visitors.get(Who.PUBLIC).waitForURL("**/sign-in/confirm");
        return "/sign-in/confirm";
    }

    private String mailed(String purpose) throws SQLException {
        String token = Identifier.next() + Identifier.next();
        value("""
                INSERT INTO parties.mailed_link
                    (sha256, person, purpose, created_at, expires_at, version)
                SELECT encode(sha256(convert_to(?, 'UTF8')), 'hex'), id, ?, now(),
                    now() + interval '60 days', 0
                FROM parties.person WHERE email = ? RETURNING sha256
                """, token, purpose, Who.SUPPLIER.email);
        return token;
    }

    /** The demonstration's own people were written to at its start. */
    private String mail() {
        Page page = visitors.get(Who.PUBLIC);
        page.navigate("/development/mail");
        new Person(page).reloadUntil("main h2 a");
        return page.locator("main h2 a").first().getAttribute("href");
    }

    /** The row is all there is of a link that was sent: what is in the link is told to nobody. */
    private String invitation() throws SQLException {
        String token = Identifier.next() + Identifier.next();
        value("""
                INSERT INTO parties.invitation (sha256, person, created_at, expires_at, version)
                SELECT encode(sha256(convert_to(?, 'UTF8')), 'hex'), id, now(),
                    now() + interval '60 days', 0
                FROM parties.person WHERE email = ? RETURNING sha256
                """, token, Who.SUPPLIER.email);
        return token;
    }

    private String value(String sql, String... parameters) throws SQLException {
        try (Connection connection = platform.owner();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new AssertionError("the demonstration has nothing for " + sql);
                }
                return row.getString(1);
            }
        }
    }
}
