package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two steps to sign in, seen by somebody who has just registered. */
@ExtendWith(WithPlatform.class)
class SecondFactorIT {

    private final Newcomer newcomer = new Newcomer();

    @Test
    void whatBindsNeedsASecondStepWhichIsSetUpOnceAndAskedForFromThenOn(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            newcomer.register(page);
            page.navigate("/account");
            assertTokenNeedsMore(page);
            page.navigate("/account/second-factor");
            page.getByLabel("The code it shows now").fill("000000");
            page.getByLabel("Where the app is").fill("my telephone");
            RegistrationIT.press(page, "Turn it on");
            assertThat(page.locator(".summary.is-wrong")).containsText("This code is not right");
            SecondStep app = SecondStep.setUp(page, platform.clock().now());
            assertThat(page).hasURL(Pattern.compile(".*/account$"));
            makeToken(page);
            assertThat(page.locator("#token-secret")).isVisible();

            Page elsewhere = browser.visit();
            RegistrationIT.enter(elsewhere, newcomer.email(), Newcomer.PASSWORD);
            assertThat(elsewhere).hasURL(Pattern.compile(".*/sign-in/confirm$"));
            // The password alone opens nothing.
            elsewhere.navigate("/desk");
            assertThat(elsewhere).hasURL(Pattern.compile(".*/sign-in\\?next=%2Fdesk$"));
            elsewhere.navigate("/sign-in/confirm");
            elsewhere.getByLabel("Code").fill("123456");
            RegistrationIT.press(elsewhere, "Sign in");
            assertThat(elsewhere.locator(".summary.is-wrong"))
                    .containsText("This code is not right");
            elsewhere.getByLabel("Code").fill(app.recoveryCodes().get(1));
            RegistrationIT.press(elsewhere, "Sign in");
            assertThat(elsewhere).hasURL(Pattern.compile(".*/desk$"));

            endOthers(page);
            assertTold(elsewhere, platform);
            elsewhere.navigate("/desk");
            assertThat(elsewhere).hasURL(Pattern.compile(".*/sign-in\\?next=%2Fdesk$"));
        }
    }

    @Test
    void theSecondStepHasNoPageWithoutTheFirst(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            page.navigate("/sign-in/confirm?next=/certificates");
            assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?next=%2Fcertificates$"));
        }
    }

    private static void assertTokenNeedsMore(Page page) {
        makeToken(page);
        assertThat(page.locator(".summary.is-wrong")).containsText("a password alone is not enough");
        assertThat(page.locator("#token-secret")).hasCount(0);
    }

    private static void makeToken(Page page) {
        page.getByLabel("What it is for").fill("nightly import");
        RegistrationIT.press(page, "Make the token");
    }

    /** Who types into a page whose session is over is told before sending it. */
    private static void assertTold(Page page, TestPlatform platform) {
        assertThat(page.locator("#signed-out")).isHidden();
        page.context().clock().setSystemTime(
                platform.clock().now().plus(Duration.ofMinutes(10)).toEpochMilli());
        page.keyboard().press("Shift");
        assertThat(page.locator("#signed-out")).isVisible();
        Browser.assertAccessible(page);
        Browser.screenshots(page, "signed-out");
    }

    private static void endOthers(Page page) {
        page.navigate("/account/sessions");
        assertThat(page.locator("#list > li")).hasCount(2);
        assertThat(page.locator("#list > li").first()).containsText("Linux");
        Browser.assertAccessible(page);
        Browser.screenshots(page, "sessions");
        RegistrationIT.press(page, "End all others");
        assertThat(page.locator(".summary.is-done")).containsText("Ended one other session");
        assertThat(page.locator("#list > li")).hasCount(1);
    }
}
