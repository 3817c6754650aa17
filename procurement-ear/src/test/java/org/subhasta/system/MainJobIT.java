package org.subhasta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole job, by the people whose job it is, in their browsers. */
@ExtendWith(WithPlatform.class)
class MainJobIT {

    private static final String TITLE = "Roof insulation of the school at the harbour";

    @TempDir
    private Path folder;

    @Test
    void aTenderGoesFromPublicationToASignedAwardNotice(TestPlatform platform) throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Person officer = Person.signIn(browser, "mara@alder-bay.example");
            String tender = publish(officer.page(), platform);
            String dearer = Person.signIn(browser, "ada@example-insulation.example")
                    .bid(tender, platform.data().resolve("demo/ada-novak.p12"), "11500", "900.50");
            String cheaper = Person.signIn(browser, "bram@invented-works.example")
                    .bid(tender, platform.data().resolve("demo/bram-de-wit.p12"), "9800", "1200");
            assertOpenSslVerifies(platform, dearer);
            assertOpenSslVerifies(platform, cheaper);
            assertSealed(officer.page(), tender);

            platform.clock().advance(Duration.ofDays(5));

            String award = award(officer, tender);
            assertPublic(browser, platform, tender, award);
        }
    }

    /** Two lots; Ada is dearer on the first and cheaper on the second. */
    private static String publish(Page page, TestPlatform platform) {
        page.navigate("/office/tenders/new");
        page.fill("#title", TITLE);
        page.click("#start");
        page.waitForURL(address -> address.matches(".*/office/tenders/[0-9a-z]{12}"));
        page.fill("#description", "Insulation of the flat roofs, removal of the old felt, and"
                + " a guarantee of fifteen years.");
        page.fill("#classification", "45261410");
        page.fill("#closesOn",
                LocalDate.ofInstant(platform.clock().now(), ZoneOffset.UTC).plusDays(3).toString());
        page.fill("#closesAt", "12:00");
        page.check("input[name=prices][value=net]");
        page.fill("[id='lots:0:title']", "Roofs of the main building");
        page.click("#addLot");
        page.fill("[id='lots:1:title']", "Roof of the gymnasium");
        Browser.assertAccessible(page);
        Browser.screenshots(page, "main-job-draft");
        page.click("#check");
        page.waitForURL(address -> address.endsWith("/preview"));
        Browser.assertAccessible(page);
        page.click("#publishNow");
        page.waitForURL(address -> address.matches(".*/tenders/[0-9a-z]{12}")
                && !address.contains("/office/"));
        Browser.assertAccessible(page);
        Browser.screenshots(page, "main-job-tender");
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    /** Before the closing not even the officer sees whether there are bids. */
    private static void assertSealed(Page page, String tender) {
        page.navigate("/office/tenders/" + tender + "/bids");
        assertEquals(0, page.locator("#decide").count());
        assertTrue(!page.content().contains("Ada") && !page.content().contains("Novak"));
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
        assertTrue(page.locator("#lot-2 .decision").textContent()
                .contains("Example Insulation and Roofing Ltd"), "the second lot too");
        Path pdf = folder.resolve("notice.pdf");
        Files.write(pdf, page.request().get(
                page.locator("a[href$='notice.pdf']").getAttribute("href")).body());
        Tool.Said said = Tool.run("pdfsig", "-nocert", pdf.toString());
        assertTrue(said.output().contains("Signature is Valid."), said.output());
        assertTrue(said.output().contains("Total document signed"), said.output());
        assertEquals(200, platform.get("/tenders/" + tender).statusCode());
    }

    /** The signature as stored, over the bytes as stored. */
    private void assertOpenSslVerifies(TestPlatform platform, String bid) throws Exception {
        Path statement = folder.resolve(bid + ".json");
        Path signature = folder.resolve(bid + ".p7s");
        try (Connection connection = platform.owner(); PreparedStatement query =
                connection.prepareStatement(
                        "SELECT statement, signature FROM bidding.bid WHERE id = ?::uuid")) {
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
