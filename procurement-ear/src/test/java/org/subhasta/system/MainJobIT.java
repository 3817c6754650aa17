package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole job, by the people whose job it is, in their browsers. */
@ExtendWith(WithPlatform.class)
class MainJobIT {

    private static final String MISSING = "main .note:has-text('Not enough openers')";
    private static final String TITLE = "Roof insulation of the school at the harbour";

    private static final String NEWCOMERS = "slipway seven gulls";

    @TempDir
    private Path folder;

    /** The newcomer's. */
    private SecondStep app;

    @Test
    void aTenderGoesFromPublicationToASignedAwardNotice(TestPlatform platform) throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Person officer = Person.signIn(browser, "mara@alder-bay.example");
            Opener sofia = Opener.sofia(browser, platform);
            Opener jonas = Opener.jonas(browser, platform);
            Opener wanda = newcomer(browser, platform, officer);
            String tender = new Draft(TITLE, 3, "one",
                    List.of("Sofia Marchetti", "Jonas Bakke", "Wanda Ruiz"))
                    .publish(officer.page(), platform);
            assertThat(officer.page().locator(MISSING)).containsText("0 of the 2");
            assertThat(officer.page().locator("main a[href$='/bid']")).hasCount(0);
            Browser.screenshots(officer.page(), "main-job-tender");
            rehearse(browser, tender, sofia, wanda);
            String dearer = Person.signIn(browser, "ada@example-insulation.example")
                    .bid(tender, platform.data().resolve("demo/ada-novak.p12"), "11500", "900.50");
            String cheaper = Person.signIn(browser, "bram@invented-works.example")
                    .bid(tender, platform.data().resolve("demo/bram-de-wit.p12"), "9800", "1200");
            assertOpenSslVerifies(platform, dearer);
            assertOpenSslVerifies(platform, cheaper);
            assertSealed(officer.page(), tender);

            platform.clock().advance(Duration.ofDays(4));
            Person.signIn(officer.page(), "mara@alder-bay.example");
            signInAgain(wanda, platform);
            assertLost(wanda, tender);
            sofia.again(Opener.SOFIA).open(tender);
            assertSealed(officer.page(), tender);
            jonas.again(Opener.JONAS).open(tender);
            assertRecord(browser, tender);

            auction(browser, platform, officer.page(), tender);
            String award = award(officer, tender);
            assertPublic(browser, platform, tender, award);
        }
    }

    /** An opener whom nobody knew: invited, and with keys that are made in the own browser. */
    private Opener newcomer(Browser browser, TestPlatform platform,
            Person officer) {
        Page admin = Person.signIn(browser, "admin@subhasta.example").page();
        admin.navigate("/administration");
        admin.getByText("Municipality of Alder Bay").first().click();
        admin.check("input[name=as][value=OPENER]");
        admin.fill("[id='person:name']", "Wanda Ruiz");
        admin.fill("[id='person:email']", "wanda@alder-bay.example");
        admin.click("#invite");
        Page page = browser.visit();
        page.navigate(admin.locator(".panel.accent .hash").innerText());
        page.fill("#password", NEWCOMERS);
        page.fill("#passwordAgain", NEWCOMERS);
        page.click("#save");
        app = SecondStep.setUp(page, platform.clock().now());
        page.waitForURL("**/desk/openings");
        new Person(page).makeKeys();
        officer.approveKeys("Wanda Ruiz");
        return new Opener(page, platform, "");
    }

    private void signInAgain(Opener newcomer, TestPlatform platform) {
        Page page = newcomer.page();
        RegistrationIT.enter(page, "wanda@alder-bay.example", NEWCOMERS);
        page.getByLabel("Code").fill(app.code(platform.clock().now()));
        RegistrationIT.press(page, "Sign in");
        page.waitForURL("**/desk/openings");
    }

    /** The warning stands until as many have rehearsed as it takes to open a bid. */
    private static void rehearse(Browser browser, String tender, Opener first, Opener second) {
        Page page = browser.visit();
        first.rehearse(tender);
        page.navigate("/tenders/" + tender);
        assertThat(page.locator(MISSING)).containsText("1 of the 2");
        second.rehearse(tender);
        page.reload();
        assertThat(page.locator("main")).containsText("2 of 3 openers have shown");
        assertThat(page.locator(MISSING)).hasCount(0);
    }

    /** Whoever's keys are gone has none to choose, and is offered no others. */
    private static void assertLost(Opener opener, String tender) {
        Page page = opener.page();
        page.evaluate("() => new Promise((resolve) => {"
                + " indexedDB.deleteDatabase('subhasta-keys').onsuccess = resolve; })");
        opener.seekTask(tender);
        assertThat(page.locator("[data-part=made-keys] button")).hasCount(0);
        assertThat(page.locator("[data-part=act]")).isHidden();
    }

    /** What everybody sees when two have acted, and the third has not. */
    private static void assertRecord(Browser browser, String tender) {
        Page page = browser.visit();
        new Person(page).seekRecord(tender);
        assertThat(page.locator("main")).containsText("2 of 2 openers needed have acted");
        Locator bids = page.locator("main table").first().locator("tbody tr");
        assertThat(bids).hasCount(2);
        assertThat(bids.filter(new Locator.FilterOptions().setHasText("Example Insulation")))
                .containsText("400.50");
        assertThat(bids.filter(new Locator.FilterOptions().setHasText("Invented Works")))
                .containsText("000.00");
        assertThat(page.locator("main table").last().locator("tr")
                .filter(new Locator.FilterOptions().setHasText("Wanda Ruiz")))
                .containsText("did not act");
        Browser.assertAccessible(page);
        Browser.screenshots(page, "main-job-opening");
    }

    /** Before the closing not even the officer sees whether there are bids. */
    private static void assertSealed(Page page, String tender) {
        page.navigate("/office/tenders/" + tender + "/bids");
        assertEquals(0, page.locator("#decide").count());
        assertTrue(!page.content().contains("Ada") && !page.content().contains("Novak"));
    }

    /** The first lot is auctioned among those who bid for it; nobody bids lower. */
    private static void auction(
            Browser browser, TestPlatform platform, Page page, String tender) throws Exception {
        AuctionOffice office = new AuctionOffice(page);
        Instant opening = office.opening(Duration.ofHours(1));
        page.navigate("/office/tenders/" + tender + "/bids");
        assertThat(page.locator("[id='lots:1:auction']")).hasCount(0);
        page.click("[id='lots:0:auction']");
        page.waitForURL("**/draft");
        Browser.assertAccessible(page);
        Browser.screenshots(page, "lot-auction-draft");
        office.opensAt(opening);
        page.click("#check");
        page.waitForURL("**/preview");
        assertThat(page.locator("main")).containsText("2 bidders take part");
        Browser.assertAccessible(page);
        Browser.screenshots(page, "lot-auction-preview");
        page.click("#publishWithBidders");
        assertThat(page.locator(".summary.is-done")).containsText("The auction is published");
        Browser.screenshots(page, "lot-auction-office");
        String auction = page.url().substring(page.url().lastIndexOf('/') + 1);
        page.navigate("/office/tenders/" + tender + "/bids");
        assertThat(page.locator("#lot-1")).containsText("Until it has ended nothing is decided");
        Browser.screenshots(page, "lot-auction-under-way");
        Page anybody = browser.visit();
        anybody.navigate("/tenders/" + tender);
        anybody.click("a[href='/auctions/" + auction + "']");
        assertThat(anybody.locator("main")).containsText("follows the opening of the bids");
        Browser.assertAccessible(anybody);
        platform.clock().advance(Duration.ofHours(3));
        Person.signIn(page, "mara@alder-bay.example");
        for (int i = 0; i < 30 && !anybody.content().contains("Invented Works"); i++) {
            anybody.waitForTimeout(1_000);
            anybody.reload();
        }
        assertThat(anybody.locator("[data-part=result-words]")).containsText("Invented Works");
    }

    private static String award(Person officer, String tender) {
        Page page = officer.page();
        page.navigate("/office/tenders/" + tender + "/bids");
        officer.reloadUntil("#decide");
        Browser.assertAccessible(page);
        Browser.screenshots(page, "evaluation");
        for (String lot : new String[] {"#lot-1", "#lot-2"}) {
            page.locator(lot + " input[type=radio]").first().check();
        }
        page.click("#check");
        page.waitForURL(address -> !address.endsWith("/bids"));
        Browser.assertAccessible(page);
        page.click("#publish");
        page.waitForURL(address -> address.contains("/awards/"));
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    private void assertPublic(
            Browser browser, TestPlatform platform, String tender, String award)
            throws Exception {
        Page page = browser.visit();
        page.navigate("/awards/" + award);
        Browser.assertAccessible(page);
        Browser.screenshots(page, "award");
        assertTrue(page.locator("#lot-1 .decision").textContent()
                .contains("Invented Works BV"), "the first lot goes to the lower price");
        assertThat(page.locator("#lot-1")).containsText("Decided by a reverse auction");
        assertTrue(page.locator("#lot-2 .decision").textContent()
                .contains("Example Insulation and Roofing Ltd"), "the second lot too");
        Path pdf = folder.resolve("notice.pdf");
        Files.write(pdf, page.request().get(
                page.locator("a[href$='notice.pdf']").getAttribute("href")).body());
        Tool.Said said = Tool.run("pdfsig", "-nocert", pdf.toString());
        assertTrue(said.output().contains("Signature is Valid."), said.output());
        assertTrue(said.output().contains("Total document signed"), said.output());
        assertEquals(200, platform.get("/tenders/" + tender).statusCode());
        assertVerifiesOffline(page, platform);
    }

    /** The bundle, as anybody gets it and checks it: without the server, and with no network. */
    private void assertVerifiesOffline(Page page, TestPlatform platform) throws Exception {
        Path jar = Files.write(folder.resolve("subhasta-verify.jar"),
                page.request().get("/downloads/subhasta-verify.jar").body());
        Path bundle = folder.resolve("bundle.zip");
        Tool.Said said = null;
        // The last entries stand in the log some seconds after the award.
        for (int turn = 0; turn < 20 && (said == null || said.status() == 3); turn++) {
            page.waitForTimeout(turn == 0 ? 0 : 1_000);
            page.waitForDownload(() -> page.locator("a[href$='bundle.zip']").first().click())
                    .saveAs(bundle);
            said = Tool.runOffline(
                    Path.of(System.getProperty("java.home"), "bin/java").toString(), "-jar",
                    jar.toString(), "verify", "--trust",
                    platform.data().resolve("trust").toString(), bundle.toString());
        }
        assertEquals(0, said.status(), said.output());
    }

    /** The signature as stored, over the bytes as stored. */
    private void assertOpenSslVerifies(TestPlatform platform, String bid) throws Exception {
        Path statement = folder.resolve(bid + ".json");
        Path signature = folder.resolve(bid + ".p7s");
        try (Connection connection = platform.owner(); PreparedStatement query =
                connection.prepareStatement(
                        "SELECT envelope, signature FROM bidding.bid WHERE id = ?::uuid")) {
            query.setString(1, bid);
            try (ResultSet row = query.executeQuery()) {
                assertTrue(row.next(), "the bid is stored");
                Files.write(statement, row.getBytes(1));
                Files.write(signature, row.getBytes(2));
            }
        }
        Tool.Said said = Tool.run("openssl", "cms", "-verify", "-binary", "-inform", "DER",
                "-cades", "-purpose", "any",
                "-CAfile", platform.data().resolve("trust/demonstration.pem").toString(),
                "-in", signature.toString(), "-content", statement.toString(),
                "-out", "/dev/null");
        assertEquals(0, said.status(), said.output());
    }
}
