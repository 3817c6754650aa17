package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.subhasta.system.doors.Mailbox;

/**
 * A supplier whom nobody knew.
 *
 * @param number of the organisation, eight digits as its register gives them, and in all its names
 */
record Newcomer(String number) {

    static final String PASSWORD = "slipway seven gulls";

    Newcomer() {
        this(freshNumber());
    }

    /** A number that nobody else is likely to have. */
    static String freshNumber() {
        return String.valueOf(ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000));
    }

    String company() {
        return "Harbour Works " + number;
    }

    String email() {
        return "grace@" + number + ".example";
    }

    /** Opens the link that was mailed; signed in or not, as before. */
    void confirm(Page page, TestPlatform platform) {
        page.navigate(new Mailbox(platform.data(), email()).link("Confirm your e-mail address"));
        RegistrationIT.press(page, "Yes, confirm it");
        assertThat(page.locator(".summary.is-done")).containsText("is confirmed");
    }

    /** Registers by the forms, without looking left or right; is signed in afterwards. */
    void register(Page page) {
        page.navigate("/register/organisation");
        fillIn(page);
    }

    /** The same from the first of the forms on. */
    void fillIn(Page page) {
        organisation(page);
        page.getByLabel("Street and number").fill("7 Slipway");
        page.getByLabel("Postal code").fill("1000 AA");
        page.getByLabel("Town or city").fill("Alder Bay");
        page.getByLabel("E-mail address of the organisation").fill("office@" + number + ".example");
        RegistrationIT.press(page, "Save and continue");
        page.getByLabel("Your name").fill("Grace Harbour");
        page.getByLabel("Your e-mail address").fill(email());
        RegistrationIT.press(page, "Save and continue");
        page.getByLabel("Choose a password").fill(PASSWORD);
        page.getByLabel("The same password once more").fill(PASSWORD);
        RegistrationIT.press(page, "Register");
        assertThat(page).hasURL(Pattern.compile(".*/desk$"));
    }

    /** The first of the forms. */
    void organisation(Page page) {
        page.getByLabel("Registered name").fill(company());
        page.getByLabel("Country").selectOption("NL");
        page.getByLabel("Register", new Page.GetByLabelOptions().setExact(true))
                .selectOption("NL-KVK");
        page.getByLabel("Number in that register").fill(number);
        RegistrationIT.press(page, "Save and continue");
    }
}
