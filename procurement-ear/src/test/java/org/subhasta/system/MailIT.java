package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.subhasta.system.doors.Mailbox;

/** Mails as people get them, and what they do with the links in them. */
@ExtendWith(WithPlatform.class)
class MailIT {

    private final Newcomer newcomer = new Newcomer();

    @Test
    void aRegistrationIsApprovedWhenTheAddressIsConfirmedByTheMailOfTheDevelopmentPage(
            TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            newcomer.register(page);
            assertThat(page.locator(".note.soon")).containsText(newcomer.email());
            judge(page, "desk-unconfirmed");
            Page officer = Person.signIn(browser, "mara@alder-bay.example").page();
            officer.navigate("/office/registrations");
            officer.getByText(newcomer.company()).click();
            assertThat(officer.locator("main")).containsText("Address not confirmed");
            judge(officer, "registration-unconfirmed");
            officer.click("#approve");
            assertThat(officer.locator(".summary.is-wrong"))
                    .containsText("has confirmed their e-mail address yet");

            new Mailbox(platform.data(), newcomer.email()).await("Confirm your e-mail address");
            page.navigate("/desk");
            page.getByText("See the mails of this demonstration").click();
            judge(page, "mails");
            page.locator("main li").filter(new Locator.FilterOptions()
                    .setHasText(newcomer.email())).locator("a").first().click();
            assertThat(page.locator("#mail-text")).containsText("/confirm-address?token=");
            judge(page, "mail");
            page.click("#mail-link");
            judge(page, "confirm-address");
            RegistrationIT.press(page, "Yes, confirm it");
            assertThat(page).hasURL(Pattern.compile(".*/desk$"));
            assertThat(page.locator(".note.soon")).hasCount(0);
            officer.click("#approve");
            officer.waitForURL("**/office/registrations");
        }
    }

    @Test
    void aForgottenPasswordIsReplacedAndTheSecondStepStays(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            newcomer.register(page);
            page.navigate("/account/second-factor");
            SecondStep app = SecondStep.setUp(page, platform.clock().now());
            Page elsewhere = browser.visit();
            elsewhere.navigate("/sign-in");
            elsewhere.getByText("Get a link by mail").click();
            judge(elsewhere, "forgotten");
            elsewhere.getByLabel("E-mail address").fill(newcomer.email());
            RegistrationIT.press(elsewhere, "Mail me a link");
            assertThat(elsewhere.locator(".summary.is-done")).containsText("is on its way there");
            judge(elsewhere, "forgotten-sent");
            elsewhere.navigate(new Mailbox(platform.data(), newcomer.email())
                    .link("Choose another password"));
            judge(elsewhere, "forgotten-password");
            elsewhere.fill("#password", "nine grey lanterns");
            elsewhere.fill("#passwordAgain", "nine grey lanterns");
            RegistrationIT.press(elsewhere, "Save");
            assertThat(elsewhere).hasURL(Pattern.compile(".*/sign-in$"));
            page.navigate("/desk");
            assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?next=%2Fdesk$"));

            RegistrationIT.enter(elsewhere, newcomer.email(), "nine grey lanterns");
            assertThat(elsewhere).hasURL(Pattern.compile(".*/sign-in/confirm$"));
            elsewhere.getByLabel("Code").fill(app.recoveryCodes().getFirst());
            RegistrationIT.press(elsewhere, "Sign in");
            assertThat(elsewhere).hasURL(Pattern.compile(".*/desk$"));
            new Mailbox(platform.data(), newcomer.email())
                    .await("Somebody signed in with a recovery code");
        }
    }

    @Test
    void mailsAreShownToThisMachineOnly(TestPlatform platform) throws Exception {
        assertEquals(200, platform.get("/development/mail").statusCode());
        for (String path : new String[] {"/development/mail", "/development/mail/abcdefghjkmn"}) {
            assertEquals(404, platform.get(path, "X-Forwarded-For", "192.0.2.1").statusCode());
        }
        assertEquals(404, platform.get("/development/mail/abcdefghjkmn").statusCode());
        assertEquals(404, platform.get("/development/mail/..%2flog").statusCode());
    }

    private static void judge(Page page, String name) {
        Browser.assertAccessible(page);
        Browser.screenshots(page, name);
    }
}
