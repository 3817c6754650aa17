package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A live auction as people go through it: entering, bidding, watching, and looking back. */
@ExtendWith(WithPlatform.class)
class AuctionIT {

    private static final double PATIENCE_MILLISECONDS = 60_000;

    private static final String ENGLISH = "\"openingPrice\": \"10000.00\","
            + " \"phases\": [{\"step\": \"100.00\", \"length\": \"PT2H\"}]";

    @Test
    void a_whole_auction_is_bid_in_and_watched_live_and_looked_back_at(TestPlatform platform)
            throws Exception {
        try (Browser browser = Browser.open(platform)) {
            AuctionFixture auction = AuctionFixture.publish(platform, officer(browser),
                    "Chairs for the reading room", "english-reverse", ENGLISH);
            Page watcher = browser.visit();
            watcher.navigate(auction.path());
            becomes(part(watcher, "status"), "not open yet");
            becomes(part(watcher, "sync"), "In step with the server");
            look(watcher, "auction-waiting");

            Page phone = Person.signIn(browser, "chidi@example-facilities.example").page();
            phone.setViewportSize(360, 780);
            auction.enter(phone, "chidi-eze.p12");
            Page desk = Person.signIn(browser, "ada@example-insulation.example").page();
            auction.enter(desk, "ada-novak.p12");
            assertThat(desk.locator("#amount")).isDisabled();
            auction.open();
            becomes(part(watcher, "status"), "running");
            bidding(watcher, phone, desk);
            look(watcher, "auction-running");
            look(desk, "auction-bidding");
            phone.setViewportSize(360, 780);
            Browser.assertAccessible(phone);
            receipts(phone);

            for (int i = 0; i < 3; i++) {
                platform.clock().advance(Duration.ofMinutes(40));
                // The page gives these signs of life by itself, but by the browser's clock.
                phone.request().get(platform.address() + "/session");
                desk.request().get(platform.address() + "/session");
            }
            for (Page page : List.of(watcher, phone, desk)) {
                becomes(part(page, "result-words"),
                        "Example Facilities Cooperative wins with EUR\u00a09\u202f300.00");
                assertThat(part(page, "standings").locator("tr").nth(1))
                        .containsText("Example Insulation and Roofing Ltd");
            }
            replay(watcher);
            whole(platform, auction);
        }
    }

    /** Two bid by clicking, one of them on a telephone, and everybody sees it. */
    private void bidding(Page watcher, Page phone, Page desk) {
        bid(phone, "9500");
        assertThat(part(phone, "answer")).containsText("is accepted");
        assertThat(part(watcher, "standings")).containsText("9\u202f500.00");
        assertTrue(watcher.title().matches("[0-9:]+ Chairs.*"), watcher.title());
        assertThat(part(watcher, "standings")).not().containsText("Example");
        assertThat(part(desk, "next")).hasText("EUR\u00a09\u202f400.00 or lower");

        // Far from what would do: asked once more, and not sent by the first click.
        bid(desk, "4900");
        assertThat(part(desk, "sure-what")).containsText("47 %");
        Browser.assertAccessible(desk);
        desk.click("[data-act=not-sure]");
        desk.click("[data-act=use]");
        assertThat(desk.locator("#amount")).hasValue("9400.00");
        desk.click("[data-act=bid]");
        assertThat(part(desk, "answer")).containsText("is accepted");
        assertThat(part(phone, "standings").locator("tr.you")).containsText("You");
        assertThat(part(phone, "standings").locator("tr.you td").first()).hasText("2");

        bid(phone, "9350");
        assertThat(part(phone, "answer")).hasText("This improves by less than the step."
                + " The best possible next bid is 9300.00.");
        phone.fill("#amount", "9300");
        phone.press("#amount", "Enter");
        assertThat(part(phone, "answer")).containsText("is accepted");
        assertThat(part(watcher, "standings").locator("tr").first())
                .containsText("9\u202f300.00");
        assertThat(part(watcher, "chart-rows").locator("tr")).hasCount(3);
    }

    /** Every act that was judged is listed, and its receipt can be fetched again. */
    private void receipts(Page bidder) throws Exception {
        bidder.click("[data-part=receipts] > summary");
        Locator rows = part(bidder, "receipts-rows").locator("tr");
        assertThat(rows).hasCount(3);
        assertThat(rows.nth(1)).containsText("refused: less than the step");
        Download download = bidder.waitForDownload(
                () -> rows.first().getByText("Download").click());
        assertTrue(Files.readString(download.path()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+"));
    }

    /** Step by step, with keys alone. */
    private void replay(Page watcher) {
        watcher.focus("[data-act=replay]");
        watcher.keyboard().press("Enter");
        Locator words = part(watcher, "step-words");
        assertThat(words).containsText("The end");
        // The slider has the focus.
        watcher.keyboard().press("ArrowLeft");
        watcher.keyboard().press("ArrowLeft");
        assertThat(words).containsText("refused: less than the step");
        Locator standing = part(watcher, "step-standing").locator("tr");
        assertThat(standing.first()).containsText("Example Insulation and Roofing Ltd");
        assertThat(standing.first()).containsText("9\u202f400.00");
        watcher.focus("[data-act=next]");
        watcher.keyboard().press("Enter");
        assertThat(standing.first()).containsText("Example Facilities Cooperative");
        watcher.click("[data-act=first]");
        assertThat(words).containsText("Admitted");
        watcher.click("[data-act=play]");
        assertThat(part(watcher, "step-place")).hasText("Step 3 of 7");
        watcher.click("[data-act=play]");
        look(watcher, "auction-replay");
    }

    /** Without a script, too, the page tells who won; and programs get every step. */
    private void whole(TestPlatform platform, AuctionFixture auction) throws Exception {
        String page = platform.get(auction.path()).body();
        assertTrue(page.contains("Example Facilities Cooperative wins with"), page);
        String outcome = platform.get("/api/v1" + auction.path() + "/outcome.json").body();
        assertTrue(outcome.contains("\"format\":\"subhasta-outcome-1\""), outcome);
        assertTrue(outcome.contains("BELOW_MINIMUM_STEP"), outcome);
    }

    @Test
    void who_is_not_in_step_with_the_server_cannot_bid(TestPlatform platform) throws Exception {
        try (Browser browser = Browser.open(platform)) {
            AuctionFixture auction = AuctionFixture.publish(platform, officer(browser),
                    "Tables for the reading room", "english-reverse", ENGLISH);
            Page bidder = Person.signIn(browser, "chidi@example-facilities.example").page();
            auction.enter(bidder, "chidi-eze.p12");
            auction.open();
            bidder.route("**/watch", route -> route.abort());
            bidder.reload();
            // No WebSocket passes: it is asked for, and that is as good.
            becomes(part(bidder, "sync"), "In step, asking every few seconds");
            bid(bidder, "9900");
            assertThat(part(bidder, "answer")).containsText("is accepted");
            assertThat(part(bidder, "facts")).containsText("9\u202f900.00");

            bidder.route("**/lots/1", route -> route.abort());
            becomes(part(bidder, "sync"), "Not in step. Trying again …");
            assertThat(bidder.locator("[data-act=bid]")).isDisabled();
            Browser.assertAccessible(bidder);
            bidder.unrouteAll();
            becomes(part(bidder, "sync"), "In step with the server");
            assertThat(bidder.locator("[data-act=bid]")).isEnabled();

            auction.order("{\"order\":\"pause\",\"reason\":\"A fire alarm\"}");
            becomes(part(bidder, "status"), "paused");
            assertThat(bidder.locator("[data-act=bid]")).isDisabled();
            assertThat(part(bidder, "notices")).containsText("A fire alarm");
            look(bidder, "auction-paused");
            auction.order("{\"order\":\"cancel\",\"reason\":\"The house burnt down\"}");
            becomes(part(bidder, "result-words"), "Cancelled: The house burnt down");
        }
    }

    @Test
    void another_site_cannot_bid_with_the_session_of_whoever_visits_it(TestPlatform platform)
            throws Exception {
        for (String header : List.of("Sec-Fetch-Site: cross-site", "Origin: https://evil.example")) {
            String[] parts = header.split(": ");
            HttpRequest request = HttpRequest.newBuilder(URI.create(
                            platform.address() + "/live-api/auctions/000000000000/acts"))
                    .header(parts[0], parts[1]).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{}")).build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                assertEquals(403, client.send(request,
                        HttpResponse.BodyHandlers.discarding()).statusCode(), header);
            }
        }
    }

    private static Page officer(Browser browser) {
        return Person.signIn(browser, "mara@alder-bay.example").page();
    }

    private static void bid(Page bidder, String amount) {
        assertThat(bidder.locator("#amount")).isEnabled();
        bidder.fill("#amount", amount);
        bidder.click("[data-act=bid]");
    }

    /** Something happens on the server first. */
    private static void becomes(Locator place, String text) {
        assertThat(place).hasText(text, new HasTextOptions().setTimeout(PATIENCE_MILLISECONDS));
    }

    private static Locator part(Page page, String name) {
        return page.locator("[data-part=" + name + "]");
    }

    private static void look(Page page, String name) {
        Browser.assertAccessible(page);
        Browser.screenshots(page, name);
    }
}
