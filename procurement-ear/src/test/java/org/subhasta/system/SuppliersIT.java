package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A supplier tells of itself, and somebody without an account finds it. */
@ExtendWith(WithPlatform.class)
class SuppliersIT {

    @Test
    void aSupplierIsFoundByWhatItTells(TestPlatform platform) throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Page page = Person.signIn(browser.visit(), "chidi@example-facilities.example").page();
            page.navigate("/desk/profile");
            page.selectOption("#size", "MEDIUM");
            page.fill("#categories", "90910000-9\n4526");
            page.fill("#places", "NL32 BE");
            page.fill("#keywords", "cleaning, windows");
            page.fill("#description", "A cooperative of cleaners.\n\nWe clean what others overlook.");
            page.fill("#contact", "The front office");
            page.fill("#website", "https://example-facilities.example");
            RegistrationIT.press(page, "Save the profile");
            assertThat(page.locator("main")).containsText("4526 is no class of the CPV");
            Browser.assertAccessible(page);
            page.fill("#categories", "90910000-9\n45261000");
            RegistrationIT.press(page, "Save the profile");
            assertThat(page.locator("main")).containsText("Your profile is saved");
            page.fill("#iban", "NL91 ABNA 0417 1643 00");
            RegistrationIT.press(page, "Save the account");
            assertThat(page.locator("#iban")).hasValue("NL91 ABNA 0417 1643 00");
            RegistrationIT.press(page, "Ask the register now");
            assertThat(page.locator("#facts")).containsText("Example Facilities Cooperative");
            Browser.screenshots(page, "profile");

            Page visitor = browser.visit();
            visitor.navigate("/");
            visitor.locator("footer").getByText("Suppliers").click();
            visitor.waitForURL("**/suppliers");
            Browser.assertAccessible(visitor);
            visitor.navigate("/suppliers?q=clean&cpv=90&place=NL326&size=MEDIUM");
            assertThat(visitor.locator("#suppliers > li")).hasCount(1);
            Browser.screenshots(visitor, "suppliers");
            visitor.getByText("Example Facilities Cooperative").click();
            visitor.waitForURL("**/suppliers/*");
            assertThat(visitor.locator("main h1")).hasText("Example Facilities Cooperative");
            assertThat(visitor.locator("main")).containsText("We clean what others overlook.");
            assertFalse(visitor.content().contains("ABNA"));
            Browser.assertAccessible(visitor);
            Browser.screenshots(visitor, "supplier");
            visitor.navigate("/suppliers?q=nobodyhasthisname");
            assertThat(visitor.locator("main")).containsText("No supplier fits all of this");
            String data = visitor.request().get("/api/v1/suppliers?q=cleaning").text();
            assertThat(visitor.locator("main")).not().containsText("ABNA");
            assertFalse(data.contains("ABNA") || !data.contains("Example Facilities Cooperative"));
        }
    }

    @Test
    void whoRegistersIsToldOfAlmostTheSameNameAndTheOfficerOfItToo(TestPlatform platform)
            throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            String number = Newcomer.freshNumber();
            page.navigate("/register/organisation");
            page.getByLabel("Registered name").fill("EXAMPLE FACI1ITIES COOPERATIVE B.V.");
            page.getByLabel("Country").selectOption("NL");
            page.getByLabel("Register", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("NL-KVK");
            page.getByLabel("Number in that register").fill("1234");
            RegistrationIT.press(page, "Save and continue");
            assertThat(page.locator("main")).containsText("Write one like 12345678");
            page.getByLabel("Number in that register").fill(number);
            RegistrationIT.press(page, "Save and continue");
            page.getByLabel("Street and number").fill("7 Slipway");
            page.getByLabel("Town or city").fill("Alder Bay");
            page.getByLabel("E-mail address of the organisation").fill("o@" + number + ".example");
            RegistrationIT.press(page, "Save and continue");
            page.getByLabel("Your name").fill("Grace Harbour");
            page.getByLabel("Your e-mail address").fill("grace@" + number + ".example");
            RegistrationIT.press(page, "Save and continue");
            assertThat(page.locator("#near a")).hasText("Example Facilities Cooperative");
            Browser.assertAccessible(page);
            Browser.screenshots(page, "register-near");
            page.getByLabel("Choose a password").fill(Newcomer.PASSWORD);
            page.getByLabel("The same password once more").fill(Newcomer.PASSWORD);
            RegistrationIT.press(page, "Register");
            assertThat(page).hasURL(Pattern.compile(".*/desk$"));

            Page officer = Person.signIn(browser.visit(), "mara@alder-bay.example").page();
            officer.navigate("/office/registrations");
            officer.locator("main a", new Page.LocatorOptions().setHasText("FACI1ITIES")).first()
                    .click();
            officer.waitForURL("**/office/registrations/*");
            assertThat(officer.locator("#near")).containsText("Example Facilities Cooperative");
            RegistrationIT.press(officer, "Ask the register now");
            assertThat(officer.locator("main")).containsText("The register knows no such entry");
            Browser.assertAccessible(officer);
            Browser.screenshots(officer, "registration-near");
        }
    }
}
