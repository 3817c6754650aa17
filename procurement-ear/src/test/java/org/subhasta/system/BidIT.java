package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A supplier bids, replaces and withdraws, in a browser, with a key that never leaves it. */
@ExtendWith(WithPlatform.class)
class BidIT {

    private static final String TENDER = "Cleaning of municipal buildings";

    @Test
    void a_visitor_is_told_what_it_takes_to_bid(TestPlatform platform) throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            page.navigate(tender(platform) + "/bid");
            assertEquals("/sign-in?next=" + tender(platform) + "/bid",
                    page.locator("main a.button").first().getAttribute("href"));
            Browser.assertAccessible(page);
            Browser.screenshots(page, "bid-signed-out");
        }
    }

    @Test
    void a_bid_is_signed_sent_receipted_replaced_and_withdrawn(TestPlatform platform)
            throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            signIn(page, "bram@invented-works.example");
            page.navigate(tender(platform) + "/bid");
            Browser.assertAccessible(page);
            Browser.screenshots(page, "bid");

            page.locator("input[data-lot]").first().fill("1200.5");
            page.setInputFiles("#files-technical", file("plan.txt", "Our plan"));
            check(page);
            assertThat(page.locator("[data-part=check-total]")).containsText("200.50");
            assertThat(page.locator("[data-part=check-files]")).containsText("plan.txt");
            openKey(page, platform, "bram-de-wit.p12");
            Browser.assertAccessible(page);
            Browser.screenshots(page, "bid-sign");
            page.click("[data-act=sign]");
            page.waitForURL("**/bids/*?received=now");
            Browser.assertAccessible(page);
            Browser.screenshots(page, "bid-received");
            assertSealed(page);
            assertTrue(saved(page, "main .summary a.button").matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+"));
            String first = page.url().replaceAll("\\?.*", "");

            page.navigate(tender(platform) + "/bid");
            assertThat(page.locator("main .note").first()).containsText("You replace your bid");
            assertThat(page.locator("input[data-lot]").first()).hasValue("");
            page.locator("input[data-lot]").first().fill("1100");
            check(page);
            keyIsChosen(page);
            page.click("[data-act=sign]");
            page.waitForURL("**/bids/*?received=now");
            String second = page.url().replaceAll("\\?.*", "");
            page.navigate(first);
            assertTrue(page.locator("main .tag").first().innerText().contains("Replaced"));

            page.navigate(second + "/withdraw");
            page.waitForSelector("[data-part=sign]:not([hidden])");
            Browser.assertAccessible(page);
            Browser.screenshots(page, "bid-withdraw");
            keyIsChosen(page);
            page.click("[data-act=sign]");
            page.waitForURL("**/bids/*?received=now");
            Browser.screenshots(page, "bid-withdrawn");
            page.navigate(second);
            assertTrue(page.locator("main .tag").first().innerText().contains("Withdrawn"));

            page.navigate("/desk");
            assertTrue(page.locator("main").innerText().contains("Withdrawal"));
            Browser.assertAccessible(page);
        }
    }

    /** Not even the bidder reads it any more: neither the page nor what was signed tells it. */
    private static void assertSealed(Page page) throws Exception {
        assertThat(page.locator("main .tag").first()).hasText("Sealed until the deadline");
        assertThat(page.locator("main")).not().containsText("200.50");
        assertThat(page.locator("main a[href*='/files/']")).hasCount(0);
        String envelope = saved(page, "main a[href$='/envelope']");
        assertTrue(envelope.contains("\"format\":\"subhasta-envelope-1\""), envelope);
        assertFalse(envelope.contains("200.5") || envelope.contains("plan.txt"), envelope);
    }

    @Test
    void what_was_typed_stays_when_a_bid_is_refused(TestPlatform platform) throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            signIn(page, "ada@example-insulation.example");
            page.navigate(tender(platform) + "/bid");
            page.locator("input[data-lot]").first().fill("77.10");
            check(page);
            openKey(page, platform, "bram-de-wit.p12");
            page.click("[data-act=sign]");
            Locator problem = page.locator("main .summary.is-wrong >> visible=true");
            problem.waitFor();
            assertTrue(problem.innerText().contains("not admitted for your organisation"),
                    problem.innerText());
            assertEquals("77.10", page.locator("input[data-lot]").first().inputValue());
            assertEquals(1, page.locator("main .note.danger pre").count());
            Browser.assertAccessible(page);
            Browser.screenshots(page, "bid-refused");

            page.navigate("/desk");
            page.navigate(tender(platform) + "/bid");
            assertEquals("77.10", page.locator("input[data-lot]").first().inputValue());
        }
    }

    @Test
    void somebody_elses_bid_is_not_found(TestPlatform platform) throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            signIn(page, "ada@example-insulation.example");
            String nobodys = "/bids/0c7ddc4e-6b9f-4b56-9b6a-0d4f6f7f0001";
            for (String path : new String[] {nobodys, nobodys + "/receipt", nobodys + "/withdraw",
                "/bids/x"}) {
                assertEquals(404, page.navigate(path).status(), path);
            }
        }
    }

    /** An open one of the demonstration. */
    static String tender(TestPlatform platform) throws Exception {
        String list = platform.get("/api/v1/tenders?q="
                + URLEncoder.encode(TENDER, StandardCharsets.UTF_8)).body();
        for (String one : list.split("\\{\"")) {
            Matcher id = Pattern.compile("\"id\":\"([0-9a-z]{12})\"").matcher(one);
            if (one.contains(TENDER) && id.find()) {
                return "/tenders/" + id.group(1);
            }
        }
        throw new AssertionError("the demonstration has no tender called " + TENDER + ": " + list);
    }

    private static void signIn(Page page, String email) {
        page.navigate("/sign-in");
        page.locator("input[type=email]").fill(email);
        page.locator("input[type=password]").fill("demonstration");
        page.locator("main [type=submit]").first().click();
        SecondStep.confirm(page);
        page.waitForURL("**/desk");
    }

    private static void check(Page page) {
        page.click("[data-act=check]");
        page.waitForSelector("[data-part=sign]:not([hidden])");
    }

    private static void openKey(Page page, TestPlatform platform, String file) {
        page.setInputFiles("#key-file", platform.data().resolve("demo").resolve(file));
        page.fill("#key-password", "demonstration");
        page.click("[data-act=open]");
        keyIsChosen(page);
    }

    /** A key is opened once for as long as the tab is open. */
    private static void keyIsChosen(Page page) {
        page.waitForSelector("[data-part=certificate]:not([hidden])");
    }

    private static Path file(String name, String text) throws Exception {
        return Files.writeString(Files.createTempDirectory("bid").resolve(name), text);
    }

    private static String saved(Page page, String link) throws Exception {
        Download download = page.waitForDownload(() -> page.locator(link).first().click());
        return Files.readString(download.path(), StandardCharsets.UTF_8);
    }
}
