package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.SigningKey;

/** How a supplier comes to be able to bid, as both sides see it in their browsers. */
@ExtendWith(WithPlatform.class)
class RegistrationIT {

    private static final String PASSWORD = Newcomer.PASSWORD;

    @TempDir
    Path folder;

    private final Newcomer newcomer = new Newcomer();
    private final String number = newcomer.number();
    private final String company = newcomer.company();
    private final String email = newcomer.email();

    @Test
    void a_supplier_registers_is_returned_corrects_and_is_approved_with_a_certificate(
            TestPlatform platform) throws Exception {
        Path key = key(platform);
        try (Browser browser = Browser.open(platform)) {
            Page supplier = browser.visit();
            register(supplier);
            newcomer.confirm(supplier, platform);
            setSecondStepUp(supplier, platform);
            enrol(supplier, key);

            Page officer = browser.visit();
            signIn(officer, "mara@alder-bay.example", "demonstration");
            giveBack(officer);
            correct(supplier);
            approve(officer);

            supplier.navigate("/desk");
            assertThat(supplier.getByText("Your organisation may bid.")).isVisible();
            assertThat(supplier.getByText(Pattern.compile("You can sign bids until .*")))
                    .isVisible();
            judge(supplier, "desk");
            assertSettled(supplier);
        }
    }

    @Test
    void what_was_typed_is_kept_when_something_is_wrong_and_when_somebody_goes_back(
            TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            page.navigate("/register/organisation");
            page.getByLabel("Registered name").fill(company);
            press(page, "Save and continue");
            assertThat(page.locator(".summary.is-wrong")).containsText("There are 3 problems");
            assertThat(page.getByLabel("Registered name")).hasValue(company);
            judge(page, "register-organisation-wrong");
            newcomer.organisation(page);
            page.navigate("/register/organisation");
            assertThat(page.getByLabel("Registered name")).hasValue(company);
            page.navigate("/register/check");
            assertThat(page).hasURL(Pattern.compile(".*/register$"));
        }
    }

    private void register(Page page) {
        page.navigate("/register");
        judge(page, "register");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Start")).click();
        judge(page, "register-organisation");
        newcomer.organisation(page);
        page.getByLabel("Street and number").fill("7 Slipway");
        page.getByLabel("Postal code").fill("1000 AA");
        page.getByLabel("Town or city").fill("Alder Bay");
        page.getByLabel("E-mail address of the organisation").fill("office@" + number + ".example");
        judge(page, "register-contact");
        press(page, "Save and continue");
        page.getByLabel("Your name").fill("Grace Harbour");
        page.getByLabel("Your e-mail address").fill(email);
        judge(page, "register-person");
        press(page, "Save and continue");
        page.getByLabel("Choose a password").fill(PASSWORD);
        page.getByLabel("The same password once more").fill(PASSWORD);
        judge(page, "register-check");
        press(page, "Register");
        assertThat(page).hasURL(Pattern.compile(".*/desk$"));
        judge(page, "desk-waiting");
    }

    /** Asked for where it is needed first, and once. */
    private void setSecondStepUp(Page page, TestPlatform platform) {
        page.navigate("/certificates");
        assertThat(page).hasURL(Pattern.compile(
                ".*/account/second-factor\\?next=%2Fcertificates$"));
        judge(page, "second-factor");
        SecondStep.setUp(page, platform.clock().now());
        assertThat(page).hasURL(Pattern.compile(".*/certificates$"));
    }

    private void enrol(Page page, Path key) {
        page.locator("#keyFile").setInputFiles(key);
        page.getByLabel("Password of the file").fill("not the password");
        press(page, "Open and enrol");
        assertThat(page.locator("#keyPassword-wrong")).isVisible();
        page.getByLabel("Password of the file").fill(PASSWORD);
        press(page, "Open and enrol");
        assertThat(page.locator(".summary.is-done")).containsText("Enrolled");
        judge(page, "certificates");
    }

    private void giveBack(Page page) {
        page.navigate("/office/registrations");
        judge(page, "registrations");
        waiting(page, company).click();
        judge(page, "registration");
        page.getByLabel("What is to be put right").fill("Please add your telephone number.");
        press(page, "Return");
        assertThat(page.locator(".summary.is-done")).containsText("Returned");
    }

    private void correct(Page page) {
        page.navigate("/desk");
        assertThat(page.getByText("Please add your telephone number.")).isVisible();
        judge(page, "desk-returned");
        page.getByRole(AriaRole.LINK,
                new Page.GetByRoleOptions().setName("Correct and send again")).click();
        page.getByLabel("Telephone").fill("+31 20 000 0000");
        judge(page, "desk-correct");
        press(page, "Send again");
        assertThat(page.locator(".summary.is-done")).containsText("Sent again");
    }

    private void approve(Page page) {
        page.navigate("/office/registrations");
        waiting(page, company).click();
        press(page, "Approve");
        waiting(page, "Grace Harbour, " + company).click();
        assertThat(page.getByText("The holder proved to have the key")).isVisible();
        judge(page, "certificate");
        press(page, "Approve");
        assertThat(page.locator(".summary.is-done")).containsText("Approved");
    }

    /** Nothing is left to send again once it is approved. */
    private void assertSettled(Page page) {
        page.navigate("/desk/registration");
        assertThat(page.getByText("What is approved is not changed any more.")).isVisible();
        assertThat(page.locator("main")).containsText(number);
        assertThat(page.locator("main").getByRole(AriaRole.BUTTON)).hasCount(0);
        judge(page, "desk-registration-approved");
    }

    private static Locator waiting(Page page, String name) {
        return page.locator("h3").getByRole(AriaRole.LINK,
                new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    static void signIn(Page page, String email, String password) {
        enter(page, email, password);
        SecondStep.confirm(page);
    }

    /** The first step only. */
    static void enter(Page page, String email, String password) {
        page.navigate("/sign-in");
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password").fill(password);
        press(page, "Sign in");
    }

    static void press(Page page, String name) {
        page.locator("main").getByRole(AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(name).setExact(true)).click();
    }

    private static void judge(Page page, String name) {
        Browser.assertAccessible(page);
        Browser.screenshots(page, name);
    }

    /** A key file of the demonstration's authority, as a supplier gets one from a real authority. */
    private Path key(TestPlatform platform) throws Exception {
        CertificateAuthority authority = CertificateAuthority.of(SigningKey.open(
                platform.data().resolve("demo/authority.p12"), "demonstration".toCharArray()));
        SigningKey key = authority.issue(
                "Grace Harbour", company, "NL", Instant.now().minusSeconds(60));
        Path file = folder.resolve("grace.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            key.writePkcs12(out, "Grace Harbour", PASSWORD.toCharArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return file;
    }
}
