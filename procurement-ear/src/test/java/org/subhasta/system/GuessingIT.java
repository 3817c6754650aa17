package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** While fifty addresses guess at a supplier's password, the supplier signs in and bids. */
@ExtendWith(WithPlatform.class)
class GuessingIT {

    private static final int ADDRESSES = 50;
    private static final int MOST_TRIES = 8;
    private static final String BRAM = "bram@invented-works.example";

    @Test
    void fifty_addresses_do_not_keep_their_victim_from_bidding(TestPlatform platform)
            throws Exception {
        String tender = BidIT.tender(platform);
        Path key = platform.data().resolve("demo/bram-de-wit.p12");
        try (Browser browser = Browser.open(platform);
                Guessers guessers = new Guessers(platform, BRAM, ADDRESSES)) {
            while (guessers.guesses() < 10 * ADDRESSES) {
                Thread.sleep(50);
            }
            Person victim = new Person(browser.visit());
            int tries = signIn(victim.page(), guessers);
            victim.bidOnEverything(tender.substring(tender.lastIndexOf('/') + 1), key, "1300");
            // And once more where they signed in before.
            Page page = victim.page();
            page.navigate("/desk");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            page.waitForURL(address -> !address.endsWith("/desk"));
            assertEquals(1, signIn(page, guessers), "a browser that is known has a turn of its own");
            assertEquals("", guessers.unexpected());
            assertTrue(guessers.answers(Guessers.Answer.TURNED_AWAY) > 0);
            // Twenty at once of each network, and one in two minutes since.
            long wrong = guessers.answers(Guessers.Answer.WRONG);
            assertTrue(wrong < ADDRESSES * 25, wrong + " passwords were hashed");
            System.out.println("of " + guessers.guesses() + " guesses " + wrong
                    + " were hashed; the victim was in at attempt " + tries);
        }
    }

    /** As people do who are told to try again in a few seconds; how often it took. */
    private static int signIn(Page page, Guessers guessers) throws InterruptedException {
        page.navigate("/sign-in");
        for (int tries = 1; tries <= MOST_TRIES; tries++) {
            page.fill("#email", BRAM);
            page.fill("#password", Person.PASSWORD);
            page.locator("#sign-in").getByRole(AriaRole.BUTTON).click();
            page.locator("form#confirm, .summary.is-wrong, .lone").first().waitFor();
            if (page.url().contains("/sign-in/confirm")) {
                SecondStep.confirm(page);
                page.waitForURL(address -> !address.contains("/sign-in"));
                return tries;
            }
            assertThat(page.locator("main")).containsText("in a few seconds");
            page.navigate("/sign-in");
            System.out.println("try " + tries + ": " + guessers);
            Thread.sleep(3_000);
        }
        throw new AssertionError("the victim is kept out");
    }
}
