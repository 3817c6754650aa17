package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A supplier's administrator lets a colleague in, who reads, then bids, then leaves. */
@ExtendWith(WithPlatform.class)
class ColleaguesIT {

    private final Newcomer newcomer = new Newcomer();

    @Test
    void aColleagueDoesWhatTheAdministratorSaid(TestPlatform platform) throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Page admin = browser.visit();
            newcomer.register(admin);
            admin.navigate("/desk/people");
            SecondStep.setUp(admin, platform.clock().now());
            assertThat(admin.locator("#people > li")).hasCount(1);
            Page colleague = browser.visit();
            colleague.navigate(invite(admin));
            colleague.fill("#password", Newcomer.PASSWORD);
            colleague.fill("#passwordAgain", Newcomer.PASSWORD);
            colleague.click("#save");
            colleague.waitForURL("**/desk");
            String tender = BidIT.tender(platform);
            colleague.navigate(tender + "/bid");
            SecondStep.setUp(colleague, platform.clock().now());
            assertThat(colleague.locator("main h1"))
                    .containsText("Bidding is done by colleagues of yours");
            Browser.assertAccessible(colleague);
            Browser.screenshots(colleague, "bid-duty");

            change(admin);
            admin.check("input[value=BID]");
            RegistrationIT.press(admin, "Save");
            assertThat(admin.locator("#people > li").last()).containsText("Bidder");
            colleague.reload();
            assertThat(colleague.locator("main h1")).containsText("Your organisation waits for approval");

            revokeTokenOf(colleague, admin);

            change(admin);
            RegistrationIT.press(admin, "Remove");
            assertThat(admin.locator("#people > li").last()).containsText("Left");
            colleague.navigate("/desk");
            colleague.waitForURL("**/sign-in?next=*");
        }
    }

    private static void revokeTokenOf(Page colleague, Page admin) {
        colleague.navigate("/account");
        colleague.fill("form#token input[id=name]", "Price watch");
        colleague.check("form#token input[value=BID]");
        RegistrationIT.press(colleague, "Make the token");
        admin.navigate("/desk/people");
        assertThat(admin.locator("#tokens > li")).containsText("Ruth Reader");
        Browser.assertAccessible(admin);
        Browser.screenshots(admin, "people-tokens");
        admin.locator("#tokens a").click();
        admin.waitForURL("**/account/tokens/*");
        RegistrationIT.press(admin, "Revoke");
        assertThat(admin.locator("main")).containsText("Revoked");
        assertThat(admin.locator("#revoke")).hasCount(0);
        admin.navigate("/desk/people");
        assertThat(admin.locator("#tokens")).hasCount(0);
    }

    private String invite(Page page) {
        page.fill("[id='person:name']", "Ruth Reader");
        page.fill("[id='person:email']", "ruth@" + newcomer.number() + ".example");
        page.uncheck("input[value=BID]");
        RegistrationIT.press(page, "Make the link");
        Browser.screenshots(page, "people");
        return page.locator(".panel.accent .hash").innerText();
    }

    private static void change(Page page) {
        page.navigate("/desk/people");
        page.getByLabel("Change what Ruth Reader does").click();
        page.waitForURL("**/desk/people/*");
    }
}
