package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * An officer's browser, preparing and running auctions by clicking.
 *
 * @param page somebody of the Municipality of Alder Bay, whose clock is Amsterdam's
 */
record AuctionOffice(Page page) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    /** An opening that is not past on the platform, to the minute. */
    Instant opening(Duration ahead) {
        page.navigate("/office/auctions");
        return Instant.parse(page.locator("#server-time").getAttribute("datetime")).plus(ahead)
                .truncatedTo(ChronoUnit.MINUTES);
    }

    /** Types when the draft on the page opens. */
    void opensAt(Instant opensAt) {
        LocalDateTime local = opensAt.atZone(ZONE).toLocalDateTime();
        page.fill("#opensOn", local.toLocalDate().toString());
        page.fill("#opensAt", local.toLocalTime().toString());
    }

    /** Begins a draft; where it was done the page is the draft's. */
    void begin(String title, String format, Instant opensAt, String openingPrice) {
        page.navigate("/office/auctions/new");
        page.fill("#title", title);
        page.check("input[name=format][value=" + format + "]");
        opensAt(opensAt);
        page.fill("#openingPrice", openingPrice);
        page.click("#start");
    }

    /** Publishes the draft on the page; the auction's identifier. */
    String publish() {
        page.click("#check");
        page.waitForURL("**/preview");
        page.click("#publishNow");
        assertThat(page.locator(".summary.is-done")).containsText("The auction is published");
        return URI.create(page.url()).getPath().replace("/office/auctions/", "");
    }

    /** Admits a supplier to the auction on the page. */
    void admit(String supplier) {
        page.locator("#organisation").selectOption(page.locator("#organisation option")
                .filter(new Locator.FilterOptions().setHasText(supplier))
                .getAttribute("value"));
        page.click("#admit");
        assertThat(page.locator(".summary.is-done")).containsText("The supplier is admitted");
    }

    /** A draft of its own: its identifier. */
    String draft() {
        begin("Trees for Harbour Park", "sealed-then-live", opening(Duration.ofDays(300)), "9000");
        page.waitForURL("**/draft");
        return URI.create(page.url()).getPath().split("/")[3];
    }

    /** An auction of its own, long before its opening: its identifier. */
    String published() {
        draft();
        return publish();
    }
}
