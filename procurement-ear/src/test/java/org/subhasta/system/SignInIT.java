package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.subhasta.kernel.Identifier;

/** Sessions, tokens, and what must open nothing. */
@ExtendWith(WithPlatform.class)
class SignInIT {

    private static final String ADA = "ada@example-insulation.example";

    @Test
    void a_page_that_needs_an_account_is_reached_by_signing_in(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            page.navigate("/certificates");
            assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?next=%2Fcertificates$"));
            Browser.assertAccessible(page);
            Browser.screenshots(page, "sign-in");
            page.getByText("Fill in as Ada Novak").click();
            assertThat(page.getByLabel("E-mail address")).hasValue(ADA);
            RegistrationIT.press(page, "Sign in");
            assertThat(page).hasURL(Pattern.compile(".*/sign-in/confirm\\?next=%2Fcertificates$"));
            Browser.assertAccessible(page);
            Browser.screenshots(page, "sign-in-confirm");
            RegistrationIT.press(page, "Sign in");
            assertThat(page).hasURL(Pattern.compile(".*/certificates$"));
        }
    }

    @Test
    void the_session_gets_another_id_and_nothing_of_it_opens_the_interface(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            page.navigate("/sign-in");
            String before = session(page);
            RegistrationIT.signIn(page, ADA, "demonstration");
            assertThat(page).hasURL(Pattern.compile(".*/desk$"));
            assertNotEquals(before, session(page));
            APIResponse me = page.request().get("/api/v1/me");
            assertEquals(401, me.status(), me.text());
        }
    }

    @Test
    void no_other_site_sends_what_changes_something(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            RegistrationIT.signIn(page, ADA, "demonstration");
            assertThat(page).hasURL(Pattern.compile(".*/desk$"));
            RequestOptions forged = RequestOptions.create()
                    .setHeader("Origin", "https://evil.example").setForm(FormData.create());
            assertEquals(403, page.request().post("/sign-out", forged).status());
            assertEquals(403, page.request().post("/account", forged).status());
            // A link does nothing, whoever follows it.
            assertEquals(405, page.request().get("/sign-out").status());
            page.navigate("/desk");
            assertThat(page).hasURL(Pattern.compile(".*/desk$"));
        }
    }

    @Test
    void signing_in_leads_nowhere_else(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            page.navigate("/sign-in?next=//evil.example/desk");
            page.getByLabel("E-mail address").fill(ADA);
            page.getByLabel("Password").fill("demonstration");
            RegistrationIT.press(page, "Sign in");
            SecondStep.confirm(page);
            assertThat(page).hasURL(platform.address() + "/desk");
        }
    }

    @Test
    void signing_out_ends_the_session(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            RegistrationIT.signIn(page, ADA, "demonstration");
            assertThat(page).hasURL(Pattern.compile(".*/desk$"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();
            // Keys of the tab are deleted before the form goes.
            assertThat(page).not().hasURL(Pattern.compile(".*/desk$"));
            page.navigate("/desk");
            assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?next=%2Fdesk$"));
        }
    }

    @Test
    void a_page_of_another_role_is_refused_in_words(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            RegistrationIT.signIn(page, ADA, "demonstration");
            assertThat(page).hasURL(Pattern.compile(".*/desk$"));
            assertEquals(403, page.navigate("/office").status());
            assertEquals(403, page.navigate("/administration").status());
            assertEquals(403, page.navigate("/office/registrations").status());
            Browser.assertAccessible(page);
        }
    }

    @Test
    void a_token_made_on_the_page_says_who_calls_until_it_is_revoked(TestPlatform platform)
            throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            RegistrationIT.signIn(page, ADA, "demonstration");
            assertThat(page).hasURL(Pattern.compile(".*/desk$"));
            page.navigate("/account");
            String name = Identifier.next();
            page.getByLabel("What it is for").fill(name);
            RegistrationIT.press(page, "Make the token");
            String bearer = "Bearer " + page.locator("#token-secret").innerText();
            Browser.assertAccessible(page);
            Browser.screenshots(page, "account");

            HttpResponse<String> me = platform.get("/api/v1/me", "Authorization", bearer);
            assertEquals(200, me.statusCode(), me.body());
            assertTrue(me.body().contains(ADA), me.body());
            HttpResponse<String> forwarded = platform.get("/api/v1/me", "Authorization", bearer,
                    "X-Forwarded-For", "127.0.0.1");
            assertEquals(401, forwarded.statusCode(), "forwarded is not from this machine");
            HttpResponse<String> office =
                    platform.get("/api/v1/registrations", "Authorization", bearer);
            assertEquals(403, office.statusCode(), office.body());

            String revoking = "Revoke the token " + name;
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
            page.waitForURL("**/account/tokens/*");
            assertThat(page.locator("main")).containsText("Only reads");
            assertThat(page.locator("#calls tbody tr").first())
                    .containsText("GET registrations");
            Browser.assertAccessible(page);
            Browser.screenshots(page, "token");

            page.navigate("/account");
            page.getByLabel(revoking).click();
            assertThat(page.locator(".summary.is-done")).containsText("Revoked");
            HttpResponse<String> after = platform.get("/api/v1/me", "Authorization", bearer);
            assertEquals(401, after.statusCode(), after.body());
            assertTrue(after.body().contains("TOKEN_UNKNOWN"), after.body());
        }
    }

    @Test
    void an_unknown_token_is_refused_even_where_none_is_needed(TestPlatform platform)
            throws Exception {
        HttpResponse<String> answer =
                platform.get("/api/v1/tenders", "Authorization", "Bearer subhasta_invented");
        assertEquals(401, answer.statusCode());
        assertFalse(answer.headers().firstValue("WWW-Authenticate").isEmpty());
    }

    private static String session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map(cookie -> cookie.value).findFirst().orElseThrow();
    }
}
