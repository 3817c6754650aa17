package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Suppliers on slow lines announce before the deadline, and their bids arrive after it. */
@ExtendWith(WithPlatform.class)
class AnnounceIT {

    private static final String ADA = "ada@example-insulation.example";
    private static final String BRAM = "bram@invented-works.example";
    private static final String CHIDI = "chidi@example-facilities.example";

    @TempDir
    private Path folder;

    /** A bid that was signed and is still on the line: nothing of it has arrived. */
    private record OnTheWay(Page page, AtomicReference<Route> request) {

        static OnTheWay on(Page page) {
            AtomicReference<Route> request = new AtomicReference<>();
            page.route(address -> address.endsWith("/bid"), route -> {
                if (route.request().method().equals("POST")) {
                    request.set(route);
                } else {
                    route.resume();
                }
            });
            return new OnTheWay(page, request);
        }

        /** Signs; comes back once its request is made. */
        void sign() {
            // Otherwise the click waits for the page that follows.
            page.click("[data-act=sign]", new Page.ClickOptions().setNoWaitAfter(true));
            page.waitForCondition(() -> request.get() != null);
        }

        void arrives() {
            request.get().resume();
        }
    }

    @Test
    void whatWasAnnouncedBeforeTheDeadlineArrivesWithinTheGrace(TestPlatform platform)
            throws Exception {
        try (Browser browser = Browser.open(platform)) {
            String tender = "/tenders/" + new Draft("Roof of the ferry terminal", 1, "one",
                    List.of("Sofia Marchetti", "Jonas Bakke"))
                    .publish(Person.signIn(browser, "mara@alder-bay.example").page(), platform);
            platform.clock().advanceTo(deadline(browser, tender).minus(Duration.ofMinutes(30)));
            Page ada = prepared(browser, platform, ADA, "ada-novak.p12", tender);
            Page bram = prepared(browser, platform, BRAM, "bram-de-wit.p12", tender);
            Page late = prepared(browser, platform, CHIDI, "chidi-eze.p12", tender);
            Path kept = announceOnly(ada);
            assertAwaitedBeforeTheDeadline(ada, tender);
            bram.check("#announce-first");
            OnTheWay slow = OnTheWay.on(bram);
            slow.sign();
            OnTheWay unannounced = OnTheWay.on(late);
            unannounced.sign();

            platform.clock().advance(Duration.ofMinutes(31));
            unannounced.arrives();
            assertRefused(late, "The bid came too late");
            assertThat(late.locator("main .note.danger pre")).hasCount(1);
            assertThat(late.locator("[data-act=check]")).hasCount(0);
            slow.arrives();
            bram.waitForURL("**/bids/*?received=now");
            assertNoFormForOthers(browser, bram, tender);
            assertOnlyTheAnnouncedIsTaken(ada, tender, kept);
            ada.setInputFiles("#kept", kept);
            ada.click("#sendKept");
            ada.waitForURL("**/bids/*?received=now");
            assertTrue(ada.url().contains(number(kept)), ada.url());
            assertThat(ada.locator("main .summary a.button")).hasText("Download the receipt");
            ada.navigate(tender + "/bid");
            assertThat(ada.locator("main h1")).containsText("The deadline is over");
            ada.navigate("/desk");
            assertThat(ada.locator("main")).not().containsText("Announced, not");
        }
    }

    @Test
    void whatWasKeptAndComesAfterTheGraceIsLateWithAReceipt(TestPlatform platform)
            throws Exception {
        try (Browser browser = Browser.open(platform)) {
            String tender = "/tenders/" + new Draft("Roof of the tram depot", 1, "one",
                    List.of("Sofia Marchetti", "Jonas Bakke"))
                    .publish(Person.signIn(browser, "mara@alder-bay.example").page(), platform);
            platform.clock().advanceTo(deadline(browser, tender).minus(Duration.ofMinutes(10)));
            Page ada = prepared(browser, platform, ADA, "ada-novak.p12", tender);
            Path kept = announceOnly(ada);
            ada.navigate(tender + "/bid");
            ada.setInputFiles("#kept", kept);
            platform.clock().advance(Duration.ofMinutes(45));
            ada.click("#sendKept");
            assertRefused(ada, "The bid came too late");
            assertThat(ada.locator("main .note.danger pre")).hasCount(1);
        }
    }

    /** Up to the button that signs. */
    private static Page prepared(Browser browser, TestPlatform platform, String email, String key,
            String tender) {
        Page page = Person.signIn(browser, email).page();
        page.navigate(tender + "/bid");
        page.fill("#price-0", "9800");
        page.fill("#price-1", "1200");
        page.click("[data-act=check]");
        page.setInputFiles("#key-file", platform.data().resolve("demo").resolve(key));
        page.fill("#key-password", Person.PASSWORD);
        page.click("[data-act=open]");
        page.locator("[data-act=sign]").waitFor();
        return page;
    }

    /** The announcement arrives and the file is kept, but the bid itself does not get through. */
    private Path announceOnly(Page page) throws IOException {
        page.check("#announce-first");
        Browser.assertAccessible(page);
        Browser.screenshots(page, "announce-first");
        // Nothing of the bid itself gets out of the browser.
        page.evaluate("() => document.getElementById('bid')"
                + ".addEventListener('submit', (event) => event.preventDefault())");
        Download download = page.waitForDownload(() -> page.click("[data-act=sign]"));
        Path kept = folder.resolve(download.suggestedFilename());
        Files.copy(download.path(), kept);
        assertThat(page.locator("[data-part=announced]"))
                .containsText("The announcement was received on");
        Browser.assertAccessible(page);
        Browser.screenshots(page, "announced");
        return kept;
    }

    private static void assertAwaitedBeforeTheDeadline(Page page, String tender) {
        page.navigate(tender);
        assertThat(page.locator("aside .panel").first()).containsText("You announced a bid");
        Browser.assertAccessible(page);
        Browser.screenshots(page, "announced-tender");
        page.navigate("/desk");
        Locator awaited = page.locator("main .list > li").first();
        assertThat(awaited).containsText("Announced, not received yet");
        Browser.assertAccessible(page);
        Browser.screenshots(page, "announced-desk");
        awaited.locator("a").click();
        page.waitForURL("**" + tender + "/bid");
        assertThat(page.locator("#sendKept")).isVisible();
        assertThat(page.locator("main .panel pre"))
                .hasText(Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+"));
        assertThat(page.locator("[data-act=check]")).isVisible();
        Browser.assertAccessible(page);
        Browser.screenshots(page, "announced-bid");
    }

    private static Instant deadline(Browser browser, String tender) {
        Page page = Person.signIn(browser, ADA).page();
        page.navigate(tender + "/bid");
        return Instant.parse(page.locator("main p.row time").first().getAttribute("datetime"));
    }

    /** Not for whoever has sent what was announced; who is not signed in may have announced. */
    private static void assertNoFormForOthers(Browser browser, Page bidder, String tender) {
        bidder.navigate(tender + "/bid");
        assertThat(bidder.locator("main h1")).containsText("The deadline is over");
        assertThat(bidder.locator("#sendKept")).hasCount(0);
        Page visitor = browser.visit();
        visitor.navigate(tender + "/bid");
        assertThat(visitor.locator("main")).containsText("If you announced one, sign in");
        assertEquals("/sign-in?next=" + tender + "/bid",
                visitor.locator("main a.button").first().getAttribute("href"));
        Browser.screenshots(visitor, "announced-visitor");
    }

    private void assertOnlyTheAnnouncedIsTaken(Page page, String tender, Path kept)
            throws IOException {
        page.navigate(tender + "/bid");
        assertThat(page.locator("main h1")).containsText("The bid you announced may still arrive");
        assertThat(page.locator("[data-act=check]")).hasCount(0);
        Browser.assertAccessible(page);
        Browser.screenshots(page, "announced-grace");
        page.click("#sendKept");
        assertRefused(page, "Choose the file in which you kept the sealed bid");
        page.setInputFiles("#kept", changed(kept, "envelope.json"));
        page.click("#sendKept");
        assertRefused(page, "another sealed bid than the one you announced");
        page.setInputFiles("#kept", changed(kept, "bid-0"));
        page.click("#sendKept");
        assertRefused(page, "“bid-0” is not the one in the envelope");
        assertThat(page.locator("main .note.danger pre")).hasCount(1);
        Browser.assertAccessible(page);
        Browser.screenshots(page, "announced-refused");
    }

    private static void assertRefused(Page page, String why) {
        Locator problem = page.locator("main .summary.is-wrong >> visible=true");
        problem.waitFor();
        assertThat(problem).containsText(why);
    }

    /** The number of the bid stands in the name of the file. */
    private static String number(Path kept) {
        return kept.getFileName().toString().replace("sealed-bid-", "").replace(".zip", "");
    }

    /** The same archive with another byte in one of its files. */
    private Path changed(Path kept, String name) throws IOException {
        Path changed = folder.resolve(name + ".zip");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(kept));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().equals(name)) {
                    content[content.length / 2] ^= 1;
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content);
            }
        }
        return changed;
    }
}
