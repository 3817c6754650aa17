package org.subhasta.system;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What an officer writes into the form of a draft: two lots, of which the first may be auctioned,
 * net prices, closing at noon.
 *
 * @param title     of the tender
 * @param days      until it closes
 * @param envelopes {@code one} or {@code two}
 * @param openers   names of the committee; two of them open a bid
 */
record Draft(String title, int days, String envelopes, List<String> openers) {

    /**
     * Writes it, looks at the preview and publishes it.
     *
     * @return the tender's identifier
     */
    String publish(Page page, TestPlatform platform) {
        page.navigate("/office/tenders/new");
        page.fill("#title", title);
        page.click("#start");
        page.waitForURL(address -> address.matches(".*/office/tenders/[0-9a-z]{12}"));
        write(page, platform);
        Browser.assertAccessible(page);
        Browser.screenshots(page, "main-job-draft-" + envelopes);
        page.click("#check");
        page.waitForURL(address -> address.endsWith("/preview"));
        Browser.assertAccessible(page);
        page.click("#publishNow");
        page.waitForURL(address -> address.matches(".*/tenders/[0-9a-z]{12}")
                && !address.contains("/office/"));
        Browser.assertAccessible(page);
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    private void write(Page page, TestPlatform platform) {
        page.fill("#description", "Insulation of the flat roofs, removal of the old felt, and"
                + " a guarantee of fifteen years.");
        page.fill("#classification", "45261410");
        page.fill("#closesOn",
                LocalDate.ofInstant(platform.clock().now(), ZoneOffset.UTC).plusDays(days).toString());
        page.fill("#closesAt", "12:00");
        page.check("input[name=prices][value=net]");
        for (String opener : openers) {
            page.getByLabel(opener).check();
        }
        page.fill("[id='opening:threshold']", "2");
        page.check("[name='opening:envelopes'][value=" + envelopes + "]");
        page.fill("[id='lots:0:title']", "Roofs of the main building");
        page.check("[id='lots:0:auction']");
        page.click("#addLot");
        page.fill("[id='lots:1:title']", "Roof of the gymnasium");
    }
}
