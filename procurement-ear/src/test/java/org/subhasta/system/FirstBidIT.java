package org.subhasta.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * From the first page to the receipt of a first bid, as somebody who was never here: register,
 * confirm the address, set an app up, make a key, and after an officer's approval sign a bid with
 * it. Nothing but what is on the pages leads from one step to the next.
 */
@ExtendWith(WithPlatform.class)
class FirstBidIT {

    private static final Duration MOST = Duration.ofMinutes(10);
    private static final String TENDER = "Cleaning of municipal buildings for three years";

    private final Newcomer newcomer = new Newcomer();

    @Test
    void a_newcomer_needs_less_than_ten_minutes_of_their_own(TestPlatform platform)
            throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            Walk walk = new Walk(page);
            page.navigate("/");
            page.getByRole(AriaRole.LINK, named("Register")).first().click();
            page.locator("main").getByRole(AriaRole.LINK,
                    new Locator.GetByRoleOptions().setName("Start")).click();
            newcomer.fillIn(page);
            newcomer.confirm(page, platform);
            page.navigate("/desk");
            page.getByRole(AriaRole.LINK, named("Enrol a certificate")).first().click();
            SecondStep.setUp(page, platform.clock().now());
            page.check("#understood");
            page.click("#makeKey");
            page.locator("#asked .tag").first().waitFor();

            approve(browser);

            page.getByRole(AriaRole.LINK, named("Tenders")).first().click();
            page.getByRole(AriaRole.LINK, named(TENDER)).first().click();
            page.locator("main a[href$='/bid']").first().click();
            for (Locator price : page.locator("input[data-lot]").all()) {
                price.fill("1250");
                price.blur();
            }
            page.click("[data-act=check]");
            page.locator("[data-part=made-keys] button").first().click();
            page.locator("[data-act=sign]").click();
            page.waitForURL(address -> address.contains("/bids/"));
            Browser.assertAccessible(page);
            System.out.println("registration to first bid: " + walk);
            assertTrue(walk.estimate().compareTo(MOST) < 0, walk.toString());
        }
    }

    /** What the officer does takes the newcomer no time, only patience. */
    private void approve(Browser browser) {
        Person officer = Person.signIn(browser, "mara@alder-bay.example");
        officer.page().navigate("/office/registrations");
        officer.page().getByRole(AriaRole.LINK, named(newcomer.company())).first().click();
        RegistrationIT.press(officer.page(), "Approve");
        officer.approveKeys(newcomer.company());
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
