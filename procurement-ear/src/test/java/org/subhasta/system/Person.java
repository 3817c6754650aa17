package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/**
 * Somebody at a browser of their own, signed in with a demonstration account.
 *
 * @param page what they see
 */
record Person(Page page) {

    static final String PASSWORD = "demonstration";

    /** Signs in as people do, by the forms. */
    static Person signIn(Browser browser, String email) {
        return signIn(browser.visit(), email);
    }

    /** The same in the same browser, for instance when the session is over by the clock. */
    static Person signIn(Page page, String email) {
        page.navigate("/sign-in");
        page.fill("#email", email);
        page.fill("#password", PASSWORD);
        page.locator("#sign-in").getByRole(AriaRole.BUTTON).click();
        SecondStep.confirm(page);
        page.waitForURL(address -> !address.contains("/sign-in"));
        return new Person(page);
    }

    /**
     * Prepares a bid, signs it with the key file and sends it.
     *
     * @param prices one for each lot
     * @return the bid's identifier, from the address of its receipt
     */
    String bid(String tender, Path keyFile, String... prices) {
        page.navigate("/tenders/" + tender + "/bid");
        for (int i = 0; i < prices.length; i++) {
            page.fill("#price-" + i, prices[i]);
        }
        return sign(keyFile);
    }

    /** A bid with the same price for every lot. */
    String bidOnEverything(String tender, Path keyFile, String price) {
        page.navigate("/tenders/" + tender + "/bid");
        for (Locator input : page.locator("input[data-lot]").all()) {
            input.fill(price);
        }
        return sign(keyFile);
    }

    private String sign(Path keyFile) {
        page.click("[data-act=check]");
        page.setInputFiles("#key-file", keyFile);
        page.fill("#key-password", PASSWORD);
        page.click("[data-act=open]");
        page.locator("[data-act=sign]").waitFor();
        Browser.assertAccessible(page);
        page.click("[data-act=sign]");
        try {
            page.waitForURL(address -> address.contains("/bids/"));
        } catch (TimeoutError e) {
            throw new AssertionError("no receipt, but: " + page.locator("main").innerText(), e);
        }
        String path = page.url().substring(page.url().indexOf("/bids/") + "/bids/".length());
        return path.substring(0, path.indexOf('?'));
    }

    /** Makes the keys of this person in this browser, for an officer to admit. */
    void makeKeys() {
        page.navigate("/certificates");
        page.check("#understood");
        page.click("#makeKey");
        page.locator("#asked .tag").first().waitFor();
    }

    /** As an officer, lets every key that somebody asked for be certified. */
    void approveKeys(String holder) {
        Locator waiting = page.locator("main a[href*='/keys/']")
                .filter(new Locator.FilterOptions().setHasText(holder));
        page.navigate("/office/registrations");
        assertThat(waiting).not().hasCount(0);
        for (int left = waiting.count(); left > 0; left--) {
            waiting.first().click();
            page.click("#approve");
            page.waitForURL("**/office/registrations");
            assertThat(waiting).hasCount(left - 1);
        }
    }

    /** Waits on the page of the opening until something was opened. */
    void seekRecord(String tender) {
        page.navigate("/tenders/" + tender + "/opening");
        reloadUntil("#record");
    }

    /** Looks again and again until the element is there: something happens on the server. */
    void reloadUntil(String selector) {
        for (int turn = 0; turn < 30; turn++) {
            Locator found = page.locator(selector);
            try {
                found.first().waitFor(new Locator.WaitForOptions().setTimeout(1_000));
                return;
            } catch (TimeoutError e) {
                page.reload();
            }
        }
        throw new AssertionError("nothing like " + selector + " on " + page.url());
    }
}
