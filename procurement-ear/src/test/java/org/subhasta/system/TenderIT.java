package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tenders in a browser: an officer writes, publishes and imports; everybody finds and reads. */
@ExtendWith(WithPlatform.class)
class TenderIT {

    private static final String MARA = "mara@alder-bay.example";
    private static final Path REAL =
            Path.of("../../shared/data/ocds/contracts-finder-2025.json");

    @Test
    void the_public_finds_and_reads_open_tenders(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            page.navigate("/tenders");
            assertThat(page.locator("h2").first()).containsText("open tender");
            Browser.assertAccessible(page);
            Browser.screenshots(page, "tenders");
            page.locator(".tenders h3 a").first().click();
            assertThat(page.locator("main .tag").first()).hasText("Open for bids");
            Browser.assertAccessible(page);
            Browser.screenshots(page, "tender");
        }
    }

    @Test
    void tenders_are_found_and_filtered_without_script(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visitWithoutScript();
            page.navigate("/tenders");
            page.fill("#q", "mattress");
            page.locator(".search button").click();
            assertThat(page).hasURL(Pattern.compile(".*[?&]q=mattress.*"));
            assertThat(page.locator(".tenders li")).hasCount(1);
            assertThat(page.locator(".tenders h3")).containsText("Hospital beds");
        }
    }

    @Test
    void an_officer_writes_previews_and_publishes_a_tender(TestPlatform platform)
            throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            RegistrationIT.signIn(page, MARA, "demonstration");
            assertThat(page).hasURL(Pattern.compile(".*/office$"));
            page.navigate("/office/tenders/new");
            Browser.assertAccessible(page);
            page.fill("#title", "Bandstand for Harbour Park");
            press(page, "Begin the draft");

            press(page, "Check and preview");
            Locator problems = page.locator(".summary.is-wrong");
            assertThat(problems).containsText("There are 7 problems");
            Browser.assertAccessible(page);
            Browser.screenshots(page, "draft-problems");

            write(page);
            press(page, "Add a lot");
            assertThat(page.locator("#description")).hasValue("A bandstand of larch.");
            page.locator("[id='lots:0:title']").fill("Roof");
            page.locator("[id='lots:0:estimatedValue']").fill("a lot");
            page.locator("[id='lots:1:title']").fill("Floor");
            press(page, "Check and preview");
            assertThat(problems).containsText("Write a positive amount in EUR");
            assertThat(page.locator("[id='lots:0:estimatedValue']")).hasValue("a lot");
            page.locator("[id='lots:0:estimatedValue']").fill("48 000");

            attach(page, "plan.pdf", "just words");
            assertThat(problems).containsText("The name of the file says");
            attach(page, "plan.pdf", "%PDF-1.4 a plan");
            assertThat(page.locator(".files a")).hasText("plan.pdf");
            Browser.assertAccessible(page);
            Browser.screenshots(page, "draft");

            press(page, "Check and preview");
            assertThat(page).hasURL(Pattern.compile(".*/preview$"));
            Browser.assertAccessible(page);
            Browser.screenshots(page, "preview");
            press(page, "Publish now");
            assertThat(page.locator(".summary.is-done")).hasText("The tender is published");
            published(platform, page.url().replaceAll(".*/", ""));
        }
    }

    private static void write(Page page) {
        page.fill("#description", "A bandstand of larch.");
        page.locator("#classification").pressSequentially("playground");
        page.getByRole(AriaRole.OPTION).first().waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator("#classification")).hasValue(Pattern.compile("[0-9]{8} .*"));
        page.fill("#closesOn", LocalDate.now().plusYears(1).toString());
        page.fill("#closesAt", "12:00");
        page.check("input[name=prices][value=net]");
        for (String opener : new String[] {"Sofia Marchetti", "Jonas Bakke", "Elif Kaya"}) {
            page.getByLabel(opener).check();
        }
        page.fill("[id='opening:threshold']", "2");
        page.check("[name='opening:envelopes'][value=one]");
    }

    private static void attach(Page page, String name, String content) {
        page.setInputFiles("#file", new FilePayload(name, "application/pdf",
                content.getBytes(StandardCharsets.UTF_8)));
        press(page, "Add this document");
    }

    private static void published(TestPlatform platform, String id) throws Exception {
        HttpResponse<String> tender = platform.get("/api/v1/tenders/" + id);
        assertEquals(200, tender.statusCode());
        assertTrue(tender.body().contains("\"amount\":\"48000.00\"")
                || tender.body().contains("48000.00"), tender.body());
        String tag = tender.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, platform.get("/api/v1/tenders/" + id, "If-None-Match", tag)
                .statusCode());
        String sha256 = tender.body().replaceAll("(?s).*\"sha256\":\"([0-9a-f]{64})\".*", "$1");
        HttpResponse<String> plan = platform.get("/files/tenders/" + id + "/" + sha256);
        assertEquals("%PDF-1.4 a plan", plan.body());
        assertTrue(plan.headers().firstValue("Content-Disposition").orElseThrow()
                .startsWith("attachment"));
        assertTrue(platform.get("/files/tenders/" + id + "/deadline.ics").body()
                .startsWith("BEGIN:VCALENDAR\r\n"));
        assertEquals(404, platform.get("/files/tenders/" + id + "/" + "ab".repeat(32))
                .statusCode());
        assertTrue(platform.get("/api/v1/tenders/" + id + "/ocds").body()
                .contains("\"ocid\":\"ocds-subhst-" + id + "\""));
    }

    @Test
    void a_file_that_cannot_be_imported_is_refused_in_words(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            RegistrationIT.signIn(page, MARA, "demonstration");
            assertThat(page).hasURL(Pattern.compile(".*/office$"));
            page.navigate("/office/import");
            Browser.assertAccessible(page);
            page.setInputFiles("#file", new FilePayload("no.json", "application/json",
                    "{\"releases\": [".getBytes(StandardCharsets.UTF_8)));
            press(page, "Import");
            assertThat(page.locator(".summary.is-wrong"))
                    .containsText("The file is not JSON");
            Browser.assertAccessible(page);
        }
    }

    @Test
    void of_the_real_file_all_180_releases_are_accounted_for_on_the_page_and_by_the_interface(
            TestPlatform platform) throws Exception {
        assumeTrue(Files.exists(REAL), "skipped: the real data is not at " + REAL);
        byte[] real = Files.readAllBytes(REAL);
        // The same processes under other identifiers: the page, too, meets all of them first.
        byte[] others = new String(real, StandardCharsets.UTF_8)
                .replace("\"ocid\": \"ocds-", "\"ocid\": \"ocds-page-")
                .getBytes(StandardCharsets.UTF_8);
        assertNotEquals(real.length, others.length);
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            RegistrationIT.signIn(page, MARA, "demonstration");
            assertThat(page).hasURL(Pattern.compile(".*/office$"));
            String token = token(page);
            assertReport(platform, token, importBy(page, token, real), 180, 0);
            assertReport(platform, token, importBy(page, token, real), 0, 180);

            page.navigate("/office/import");
            page.setInputFiles("#file", new FilePayload("real.json", "application/json", others));
            page.setDefaultTimeout(180_000);
            press(page, "Import");
            page.waitForURL("**/office/import/*");
            assertThat(page.locator(".lead")).containsText("The file had 180 releases");
            assertThat(page.locator("table.stacked tbody tr")).hasCount(100);
            Browser.assertAccessible(page);
            Browser.screenshots(page, "import-report");
            assertReport(platform, token, read(platform, token,
                    page.url().replaceFirst(".*/office/import/", "/api/v1/imports/")), 180, 0);
            readReal(page);
        }
    }

    private static JsonObject importBy(Page page, String token, byte[] file) {
        APIResponse answer = page.request().post("/api/v1/imports?name=real.json",
                RequestOptions.create().setData(file).setTimeout(180_000)
                        .setHeader("Content-Type", "application/json")
                        .setHeader("Authorization", "Bearer " + token));
        assertEquals(201, answer.status(), answer.text());
        return parsed(answer.text());
    }

    /** The counts, and an account of each release that bears them out. */
    private static void assertReport(TestPlatform platform, String token, JsonObject report,
            int imported, int duplicates) throws Exception {
        assertEquals(List.of(180, imported, duplicates, 0), Stream.of("releases", "imported",
                "duplicates", "refused").map(name -> report.get(name).getAsInt()).toList(), report.toString());
        Map<String, Integer> outcomes = new TreeMap<>();
        String account = report.get("account").getAsString() + "?limit=180";
        for (JsonElement release : read(platform, token, account).getAsJsonArray("items")) {
            outcomes.merge(release.getAsJsonObject().get("outcome").getAsString(), 1, Integer::sum);
        }
        assertEquals(180, outcomes.values().stream().mapToInt(n -> n).sum());
        assertEquals(1, outcomes.size(), outcomes.toString());
    }

    private static JsonObject read(TestPlatform platform, String token, String path)
            throws Exception {
        HttpResponse<String> answer = platform.get(path, "Authorization", "Bearer " + token);
        assertEquals(200, answer.statusCode(), answer.body());
        return parsed(answer.body());
    }

    private static JsonObject parsed(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    private static void readReal(Page page) {
        page.navigate("/tenders?phase=all&q=school+transport+services+2019");
        page.getByText("Tender for the Supply of School Transport Services 2019").first().click();
        assertThat(page.locator("#lots")).hasText("83 lots");
        assertThat(page.locator("table.lots tbody tr")).hasCount(83);
        assertThat(page.locator("aside")).containsText("Bids cannot be made here");
        Browser.assertAccessible(page);
        Browser.screenshots(page, "tender-83-lots");
    }

    static String token(Page page) {
        page.navigate("/account");
        page.fill("#name", "import test");
        page.locator("form#token input[type=checkbox]").all().forEach(Locator::check);
        press(page, "Make the token");
        return page.locator("#token-secret").innerText().strip();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)
                .setExact(true)).click();
    }
}
