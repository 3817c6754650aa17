package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is offered is judged before anybody knows a price. */
@ExtendWith(WithPlatform.class)
class TwoEnvelopesIT {

    @Test
    void pricesStaySealedUntilTheTechnicalEvaluationIsSigned(TestPlatform platform)
            throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Person officer = Person.signIn(browser, "mara@alder-bay.example");
            officer.makeKeys();
            Person.signIn(browser, "tomas@northmoor.example").approveKeys("Mara Lindqvist");
            Opener sofia = Opener.sofia(browser, platform);
            Opener jonas = Opener.jonas(browser, platform);
            String tender = new Draft("Roof garden of the library", 1, "two",
                    List.of("Sofia Marchetti", "Jonas Bakke", "Elif Kaya"))
                    .publish(officer.page(), platform);
            Person.signIn(browser, "ada@example-insulation.example")
                    .bid(tender, platform.data().resolve("demo/ada-novak.p12"), "11500", "900.50");
            Person.signIn(browser, "bram@invented-works.example")
                    .bid(tender, platform.data().resolve("demo/bram-de-wit.p12"), "9800", "1200");

            platform.clock().advance(Duration.ofDays(2));
            Person.signIn(officer.page(), "mara@alder-bay.example");
            sofia.again(Opener.SOFIA).open(tender);
            jonas.again(Opener.JONAS).open(tender);
            evaluate(officer, tender);
            assertPricesSealed(browser, tender);
            sofia.openPrices(tender);
            jonas.openPrices(tender);
            assertOnlyThePassedIsRanked(officer, tender);
        }
    }

    /** The officer lets Ada's offer pass, fails Bram's, and signs that. */
    private static void evaluate(Person officer, String tender) {
        Page page = officer.page();
        officer.seekRecord(tender);
        page.navigate("/office/tenders/" + tender + "/technical");
        Locator bids = page.locator("fieldset.lot");
        Locator ada = bids.filter(new Locator.FilterOptions().setHasText("Example Insulation"));
        Locator bram = bids.filter(new Locator.FilterOptions().setHasText("Invented Works"));
        ada.locator("input[value=passed]").check();
        bram.locator("input[value=failed]").check();
        page.click("#prepare");
        assertThat(page.locator(".summary.is-wrong")).isVisible();
        assertThat(bram.locator("input[value=failed]")).isChecked();
        bram.locator("textarea").fill("The guarantee offered is ten years.");
        page.click("#prepare");
        page.locator("[data-act=made-key]").click();
        Browser.assertAccessible(page);
        Browser.screenshots(page, "technical");
        page.click("[data-act=act]");
        page.locator(".summary.is-done").waitFor();
        Browser.screenshots(page, "technical-signed");
    }

    private static void assertPricesSealed(Browser browser, String tender) {
        Page page = browser.visit();
        page.navigate("/tenders/" + tender + "/opening");
        assertThat(page.locator("main")).containsText("price sealed");
        assertThat(page.locator("main")).not().containsText("400.50");
        Browser.assertAccessible(page);
        Browser.screenshots(page, "opening-technical");
    }

    private static void assertOnlyThePassedIsRanked(Person officer, String tender) {
        Page page = officer.page();
        page.navigate("/office/tenders/" + tender + "/bids");
        officer.reloadUntil("#decide");
        assertThat(page.locator("#lot-1 input[type=radio]")).not().hasCount(0);
        assertThat(page.locator("#lot-1")).containsText("Example Insulation");
        assertThat(page.locator("#lot-1")).not().containsText("Invented Works");
        page.navigate("/tenders/" + tender + "/opening");
        assertThat(page.locator("main")).containsText("400.50");
        Browser.screenshots(page, "opening-two");
    }
}
