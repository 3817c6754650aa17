package org.subhasta.system;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Instant;
import java.util.List;
import org.subhasta.system.doors.AuthenticatorApp;

/**
 * What somebody has for the second step of signing in.
 *
 * @param recoveryCodes as the page showed them
 */
record SecondStep(AuthenticatorApp app, List<String> recoveryCodes) {

    /** Signed in, or refused. */
    private static final String ANSWERED = "form[action='/sign-out'], .summary.is-wrong";

    /** After the password: the code of a demonstration account is filled in already. */
    static void confirm(Page page) {
        waitFor(page, "form#confirm, " + ANSWERED);
        if (page.url().contains("/sign-in/confirm")) {
            RegistrationIT.press(page, "Sign in");
            waitFor(page, ANSWERED);
        }
    }

    /** On a telephone the form to sign out is in a menu. */
    private static void waitFor(Page page, String any) {
        page.locator(any).first().waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.ATTACHED));
    }

    /** Sets an app up on the page that asks for it, and goes on to where the page leads. */
    static SecondStep setUp(Page page, Instant now) {
        AuthenticatorApp app = new AuthenticatorApp(page.locator("#secret").innerText());
        page.getByLabel("The code it shows now").fill(app.code(now));
        page.getByLabel("Where the app is").fill("my telephone");
        RegistrationIT.press(page, "Turn it on");
        page.locator("#recovery-codes").waitFor();
        Browser.assertAccessible(page);
        Browser.screenshots(page, "recovery-codes");
        List<String> codes = page.locator("#recovery-codes li").allInnerTexts();
        page.click("#go-on");
        return new SecondStep(app, codes);
    }

    String code(Instant now) {
        return app.code(now);
    }
}
