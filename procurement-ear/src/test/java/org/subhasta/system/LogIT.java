package org.subhasta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The log as everybody sees it, from outside and on pages. */
@ExtendWith(WithPlatform.class)
class LogIT {

    private static final Pattern LEAF = Pattern.compile("/log\\?q=([0-9a-f]{64})");

    @TempDir
    Path folder;

    private Tool.Said jar(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(), "-jar",
                Path.of("../procurement-ejb/target/subhasta-verify.jar").toString()));
        command.addAll(List.of(arguments));
        return Tool.run(command.toArray(String[]::new));
    }

    private Path keep(TestPlatform platform, String path, String name) throws Exception {
        HttpResponse<String> answer = platform.get(path);
        assertEquals(200, answer.statusCode(), path);
        return Files.writeString(folder.resolve(name), answer.body());
    }

    @Test
    void an_entry_is_looked_up_and_its_proof_holds_without_the_platform(TestPlatform platform)
            throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            page.navigate("/log");
            new Person(page).reloadUntil("table a[href^='/log?q=']");
            Browser.assertAccessible(page);
            Browser.screenshots(page, "log");
            page.locator("table a[href^='/log?q=']").first().click();
            Matcher leaf = LEAF.matcher(page.url());
            assertTrue(leaf.find(), page.url());
            new Person(page).reloadUntil("a[href='/api/v1/log/proofs/" + leaf.group(1) + "']");
            Browser.assertAccessible(page);
            Browser.screenshots(page, "log-entry");
            Path proof = keep(platform, "/api/v1/log/proofs/" + leaf.group(1), "entry.tlog-proof");
            Tool.Said held = jar("verify", "--trust",
                    platform.data().resolve("trust").toString(), proof.toString());
            assertEquals(0, held.status(), held.output());
            assertEquals(3, jar("verify", proof.toString()).status());

            page.fill("[name=q]", "tender/nothing00000");
            page.keyboard().press("Enter");
            page.getByText("Nothing public is found").waitFor();
        }
    }

    @Test
    void two_heads_are_proved_to_continue_one_another(TestPlatform platform) throws Exception {
        Path head = keep(platform, "/log/checkpoint", "head.txt");
        long size = Long.parseLong(Files.readAllLines(head).get(1));
        assertTrue(size > 2);
        keep(platform, "/log/consistency/1/" + size, "consistency.txt");
        assertEquals(404, platform.get("/log/consistency/2/1").statusCode());
        assertEquals(404, platform.get("/log/consistency/1/" + (size + 10_000)).statusCode());
        assertEquals(404, platform.get("/log/consistency/01/2").statusCode());
        assertEquals(404, platform.get("/log/tile/0/999").statusCode());
        assertEquals(404, platform.get("/api/v1/log/proofs/" + "0".repeat(64)).statusCode());
    }

    @Test
    void a_witness_elsewhere_co_signs_and_is_shown(TestPlatform platform) throws Exception {
        String[] look = {"witness", "--once", "--name", "audit.example/witness",
            "--state", folder.resolve("state").toString(),
            "--trust", platform.data().resolve("trust/log.vkey").toString(), platform.address()};
        Tool.Said unknown = jar(look);
        assertEquals(0, unknown.status(), unknown.output());
        assertTrue(unknown.output().contains("did not take"), unknown.output());

        Path witnesses = Files.createDirectories(platform.data().resolve("witnesses"));
        Files.copy(folder.resolve("state/witness.vkey"), witnesses.resolve("audit.vkey"));
        Tool.Said taken = jar(look);
        assertEquals(0, taken.status(), taken.output());
        assertFalse(taken.output().contains("did not take"), taken.output());
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            page.navigate("/log");
            assertTrue(page.locator("aside").innerText().contains("audit.example/witness"),
                    page.locator("aside").innerText());
            Browser.assertAccessible(page);
            Browser.screenshots(page, "log-witnessed");
        }
    }

    @Test
    void an_administrator_stops_all_acts_and_every_page_says_so(TestPlatform platform)
            throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Page page = Person.signIn(browser, "admin@subhasta.example").page();
            page.navigate("/administration/journal");
            page.click("#stopActs");
            assertEquals(1, page.locator("#reason-wrong").count());
            page.fill("#reason", "A test of the switch");
            page.click("#stopActs");
            try {
                Browser.assertAccessible(page);
                Browser.screenshots(page, "journal-stopped");
                Page supplier = Person.signIn(browser, "chidi@example-facilities.example").page();
                assertTrue(supplier.locator(".alarm:not([hidden])").innerText().contains("All acts are stopped"));
                Browser.assertAccessible(supplier);
                Browser.screenshots(supplier, "desk-stopped");

                Page officer = Person.signIn(browser, "mara@alder-bay.example").page();
                officer.navigate("/office");
                officer.navigate(officer.locator("main a[href^='/tenders/']").first()
                        .getAttribute("href").replace("/tenders/", "/office/tenders/") + "/cancel");
                officer.fill("#reason", "Not while all acts are stopped");
                officer.click("#cancelNow");
                String told = officer.locator("main").innerText();
                assertTrue(told.contains("This cannot be done just now"), told);
                Browser.assertAccessible(officer);
                Browser.screenshots(officer, "acts-refused");
            } finally {
                page.fill("#reason", "The test is over");
                page.click("#resumeActs");
            }
            page.waitForSelector("#stopActs");
            page.navigate("/");
            page.waitForTimeout(2500);
            page.navigate("/");
            assertEquals(0, page.locator(".alarm:not([hidden])").count());
        }
    }
}
