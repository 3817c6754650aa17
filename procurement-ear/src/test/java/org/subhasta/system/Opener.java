package org.subhasta.system;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * A member of opening committees at a browser of their own.
 *
 * @param page     what they see
 * @param platform whose time their machine's clock tells, too
 * @param files    what their key files in the demonstration begin with; empty where both keys were
 *                 made in this browser
 */
record Opener(Page page, TestPlatform platform, String files) {

    /** One of the demonstration's. */
    static Opener signIn(Browser browser, TestPlatform platform, String email, String files) {
        return new Opener(Person.signIn(browser, email).page(), platform, files);
    }

    static final String SOFIA = "sofia@alder-bay.example";
    static final String JONAS = "jonas@alder-bay.example";

    static Opener sofia(Browser browser, TestPlatform platform) {
        return signIn(browser, platform, SOFIA, "sofia-marchetti");
    }

    static Opener jonas(Browser browser, TestPlatform platform) {
        return signIn(browser, platform, JONAS, "jonas-bakke");
    }

    /** Signs in again in the same tab, because the session is over by the clock. */
    Opener again(String email) {
        Person.signIn(page, email);
        return this;
    }

    /** Shows before the deadline that both keys work. */
    void rehearse(String tender) {
        page.navigate("/desk/openings/" + tender);
        page.click("#begin");
        useKeys();
        Browser.assertAccessible(page);
        act();
    }

    /** Releases the own shares of all bids in one act, as soon as the log proves the closing. */
    void open(String tender) {
        seekTask(tender);
        useKeys();
        Browser.assertAccessible(page);
        act();
    }

    /** The same for the prices, with the keys that this tab still has. */
    void openPrices(String tender) {
        seekTask(tender);
        act();
    }

    /** Presses the button for what the page is about. */
    void act() {
        page.click("[data-act=act]");
        page.locator(".summary.is-done").waitFor();
    }

    /** The browser looks at its own clock before it opens anything: it tells the platform's time. */
    void seekTask(String tender) {
        page.context().clock().setSystemTime(platform.clock().now().toEpochMilli());
        page.navigate("/desk/openings/" + tender);
        new Person(page).reloadUntil("[data-opening=open]");
    }

    /** Chooses both keys. */
    void useKeys() {
        useKey("opening-key", "-encryption.p12");
        useKey("key", ".p12");
    }

    private void useKey(String chooser, String ending) {
        Locator root = page.locator("[data-key=" + chooser + "]");
        if (files.isEmpty()) {
            root.locator("[data-act=made-key]").first().click();
        } else {
            Path file = platform.data().resolve("demo").resolve(files + ending);
            root.locator("[data-part=key-file]").setInputFiles(file);
            root.locator("[data-part=password]").fill(Person.PASSWORD);
            root.locator("[data-act=open]").click();
        }
        root.locator("[data-part=certificate]").waitFor();
    }
}
