package org.subhasta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A key is made in a browser, certified after approval, and signs there and nowhere else. */
@ExtendWith(WithPlatform.class)
class KeysIT {

    /** Every key of the browser's own store, and whether anybody could read it out. */
    private static final String EXTRACTABLE = """
            async () => {
              const open = indexedDB.open('subhasta-keys');
              await new Promise((resolve) => { open.onsuccess = resolve; });
              const all = open.result.transaction('made').objectStore('made').getAll();
              await new Promise((resolve) => { all.onsuccess = resolve; });
              return all.result.map((one) => `${one.use} ${one.privateKey.extractable}`).sort();
            }""";

    /** How many keys are in each of the browser's stores, after putting one into each or not. */
    private static final String STORES = """
            async (put) => {
              const open = indexedDB.open('subhasta-keys');
              await new Promise((resolve) => { open.onsuccess = resolve; });
              const act = open.result.transaction(['opened', 'made'], 'readwrite');
              const [opened, made] = ['opened', 'made'].map((name) => act.objectStore(name));
              if (put) {
                opened.put({ id: 'tab/SIGNING', person: 'p', at: Date.now() });
                made.put({ name: 'k', person: 'p', use: 'SIGNING' });
              }
              const counts = [opened.count(), made.count()];
              await new Promise((resolve) => { act.oncomplete = resolve; });
              open.result.close();
              return `opened ${counts[0].result}, made ${counts[1].result}`;
            }""";

    @Test
    void a_supplier_makes_a_key_that_is_certified_and_signs_in_this_browser_only(
            TestPlatform platform) throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Page supplier = Person.signIn(browser, "chidi@example-facilities.example").page();
            List<String> sent = new ArrayList<>();
            supplier.onRequest(request -> sent.add(body(request)));
            supplier.navigate("/certificates");
            supplier.click("#makeKey");
            supplier.locator("#understood-wrong").waitFor();
            Browser.assertAccessible(supplier);
            Browser.screenshots(supplier, "keys");
            supplier.check("#understood");
            supplier.click("#makeKey");
            supplier.locator("#asked .tag").first().waitFor();
            assertEquals(List.of("SIGNING false"), supplier.evaluate(EXTRACTABLE));
            Browser.assertAccessible(supplier);
            Browser.screenshots(supplier, "keys-asked");

            Page officer = Person.signIn(browser, "mara@alder-bay.example").page();
            officer.navigate("/office/registrations");
            officer.locator("main a[href*='/keys/']").last().click();
            officer.locator("#approve").waitFor();
            Browser.assertAccessible(officer);
            Browser.screenshots(officer, "keys-decide");
            officer.click("#approve");
            officer.waitForURL("**/office/registrations");

            supplier.navigate("/certificates");
            supplier.getByText("Its key is in this browser.").waitFor();
            Browser.screenshots(supplier, "keys-issued");

            Page elsewhere = Person.signIn(browser, "chidi@example-facilities.example").page();
            elsewhere.navigate("/certificates");
            assertEquals(0, elsewhere.getByText("Its key is in this browser.").count());
            assertTrue(sent.stream().noneMatch(one -> one.contains("PRIVATE")
                    || one.contains("\"d\":")), "a private key was sent");
        }
    }

    @Test
    void an_opener_makes_two_keys_of_which_nobody_can_copy_either(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page opener = Person.signIn(browser, "priya@alder-bay.example").page();
            opener.navigate("/certificates");
            opener.check("#understood");
            opener.click("#makeKey");
            opener.locator("#asked .tag").first().waitFor();
            assertEquals(2, opener.locator("#asked li").count());
            assertEquals(List.of("ENCRYPTION false", "SIGNING false"),
                    opener.evaluate(EXTRACTABLE));
            Browser.assertAccessible(opener);
            Browser.screenshots(opener, "keys-opener");
        }
    }

    @Test
    void signing_out_takes_along_what_was_opened_from_a_file_and_leaves_what_was_made_here(
            TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page supplier = Person.signIn(browser, "bram@invented-works.example").page();
            supplier.navigate("/certificates");
            supplier.locator("#makeKey").waitFor();
            assertEquals("opened 1, made 1", supplier.evaluate(STORES, true));
            supplier.locator("form[action='/sign-out'] button").click();
            supplier.waitForURL(address -> !address.contains("/certificates"));
            assertEquals("opened 0, made 1", supplier.evaluate(STORES, false));
        }
    }

    private static String body(Request request) {
        return request.postData() == null ? "" : request.postData();
    }
}
