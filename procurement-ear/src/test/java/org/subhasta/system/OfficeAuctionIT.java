package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Auctions in an officer's browser: prepared, checked, published, admitted to, and run. */
@ExtendWith(WithPlatform.class)
class OfficeAuctionIT {

    private static final String MARA = "mara@alder-bay.example";
    private static final String ADA = "Example Insulation and Roofing Ltd";
    private static final String CHIDI = "Example Facilities Cooperative";

    @Test
    void an_officer_makes_an_auction_and_is_told_mistakes_in_words(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = Person.signIn(browser, MARA).page();
            AuctionOffice office = new AuctionOffice(page);
            page.navigate("/office/auctions/new");
            page.click("#start");
            assertThat(problems(page)).containsText("There are 3 problems");
            Browser.assertAccessible(page);
            Browser.screenshots(page, "auction-new-problems");

            office.begin("Lamps for the theatre", "sealed-then-live",
                    office.opening(Duration.ofDays(300)), "50 000");
            page.waitForURL("**/draft");
            page.fill("[id='phases:0:keepsBest']", "some");
            page.fill("[id='phases:1:window']", "2 h");
            page.click("#check");
            assertThat(problems(page)).containsText("Write a whole number such as 3");
            assertThat(input(page, "phases:0:keepsBest")).hasValue("some");
            page.fill("[id='phases:0:keepsBest']", "2");
            page.click("#check");
            assertThat(problems(page)).containsText(
                    "The window of the soft close is longer than the phase.");
            assertThat(input(page, "phases:1:window")).hasValue("2 h");
            assertThat(input(page, "phases:1:window")).hasAttribute("aria-invalid", "true");
            Browser.assertAccessible(page);
            Browser.screenshots(page, "auction-draft-problems");
        }
    }

    @Test
    void a_draft_with_mistakes_is_kept_as_it_was_typed(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = Person.signIn(browser, MARA).page();
            String draft = new AuctionOffice(page).draft();
            page.fill("#openingPrice", "a lot");
            page.click("#save");
            assertThat(page.locator(".summary.is-done")).hasText("The draft is saved");
            page.navigate("/office/auctions/" + draft + "/draft");
            assertThat(page.locator("#openingPrice")).hasValue("a lot");
            page.navigate("/office/auctions/" + draft + "/preview");
            assertThat(page.locator("h1")).containsText("something to put right");
            page.navigate("/office/auctions/" + draft);
            assertThat(page).hasURL(Pattern.compile(".*/draft$"));
        }
    }

    @Test
    void two_officers_at_one_draft_lose_nothing(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = Person.signIn(browser, MARA).page();
            String draft = new AuctionOffice(page).draft();
            Page other = page.context().newPage();
            other.navigate("/office/auctions/" + draft + "/draft");
            other.fill("#title", "Saved by the other");
            other.click("#save");
            assertThat(other.locator(".summary.is-done")).hasText("The draft is saved");
            page.fill("#title", "Typed meanwhile");
            page.click("#save");
            assertThat(problems(page)).containsText("Somebody else saved this draft");
            assertThat(page.locator("#title")).hasValue("Typed meanwhile");
        }
    }

    @Test
    void terms_are_edited_as_text_by_whoever_wants_it(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = Person.signIn(browser, MARA).page();
            String draft = new AuctionOffice(page).draft();
            page.navigate("/office/auctions/" + draft + "/draft?as=text");
            String terms = page.locator("#terms").inputValue();
            page.fill("#terms", terms.replace("\"9000.00\"", "\"-1\""));
            page.click("#check");
            assertThat(problems(page)).containsText("A price is more than zero");
            Browser.assertAccessible(page);
            page.fill("#terms", "no terms");
            page.click("#save");
            assertThat(problems(page)).containsText("These are no terms");
            assertThat(page.locator("#terms")).hasValue("no terms");
        }
    }

    @Test
    void an_officer_publishes_admits_and_runs_an_auction(TestPlatform platform) throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Page page = Person.signIn(browser, MARA).page();
            AuctionOffice office = new AuctionOffice(page);
            Instant opening = office.opening(Duration.ofHours(2));
            office.begin("Gravel for the harbour paths", "english", opening, "20000");
            page.waitForURL("**/draft");
            page.fill("#minimumParticipants", "2");
            page.click("#check");
            page.waitForURL("**/preview");
            assertThat(page.locator(".plan")).containsText("With fewer than 2 admitted it fails.");
            assertThat(page.locator(".plan")).containsText("A bid in the last 2 minutes moves");
            Browser.assertAccessible(page);
            Browser.screenshots(page, "auction-preview");
            page.locator(".panel a").click();
            String id = office.publish();
            assertThat(page.locator(".note.soon")).containsText("2 more suppliers");
            page.click("#admit");
            assertThat(problems(page)).containsText("Supplier: Fill this in");
            office.admit(ADA);
            office.admit(CHIDI);
            assertThat(page.locator("main")).not().containsText("Number ");
            Browser.assertAccessible(page);
            Browser.screenshots(page, "auction-admitted");
            pausesAndResumes(page);

            platform.clock().advanceTo(opening.plusSeconds(1));
            Person.signIn(page, MARA);
            page.navigate("/office/auctions/" + id);
            new Person(page).reloadUntil("tbody th");
            Browser.assertAccessible(page);
            Browser.screenshots(page, "auction-running");
            assertEquals(List.of(), page.locator("tbody th").allInnerTexts().stream()
                    .filter(one -> !one.matches("Number [0-9]+")).toList());
            runs(page, id);
        }
    }

    private static void pausesAndResumes(Page page) {
        order(page, "Pause");
        page.click("#give");
        assertThat(problems(page)).containsText("Give a reason that everybody can read");
        Browser.assertAccessible(page);
        Browser.screenshots(page, "auction-order");
        page.fill("#reason", "A supplier's key is being looked at.");
        page.click("#give");
        assertThat(page.locator(".summary.is-done")).hasText("The lot is paused");
        assertThat(page.locator(".lot-panel .tag").first()).hasText("Paused");
        order(page, "Resume");
        page.fill("#reason", "It is valid.");
        page.click("#give");
        assertThat(page.locator(".summary.is-done")).hasText("Time goes on");
        assertThat(page.locator(".lot-panel .tag").first()).hasText("Not open yet");
    }

    private static void runs(Page page, String id) {
        order(page, "Extend");
        page.fill("#reason", "The road is closed.");
        page.fill("#by", "a bit");
        page.click("#give");
        assertThat(problems(page)).containsText("Write a length of time");
        page.fill("#by", "10 min");
        page.click("#give");
        assertThat(page.locator(".summary.is-done")).hasText("The end is later now");
        Locator exclude = page.locator(".lot-panel td a").first();
        exclude.click();
        assertThat(page.locator(".lead")).containsText("Number ");
        page.fill("#reason", "It asked to leave.");
        page.click("#give");
        assertThat(page.locator(".lot-panel")).containsText("Excluded");
        order(page, "Cancel the auction");
        page.fill("#reason", "The paths are flooded.");
        page.click("#give");
        assertThat(page.locator(".lot-panel")).containsText("The paths are flooded.");
        assertFalse(page.locator("#admit").isVisible());
        page.navigate("/office/auctions/" + id + "/order?order=pause&lot=1");
        page.fill("#reason", "Too late.");
        page.click("#give");
        assertThat(problems(page)).containsText("The auction has ended");
    }

    private static void order(Page page, String name) {
        page.locator(".orders a").filter(new Locator.FilterOptions().setHasText(name)).click();
    }

    private static Locator problems(Page page) {
        return page.locator(".summary.is-wrong");
    }

    private static Locator input(Page page, String id) {
        return page.locator("[id='" + id + "']");
    }
}
