package org.subhasta.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is published is downloaded, and checked on the page and without the server. */
@ExtendWith(WithPlatform.class)
class VerifyIT {

    private static final Pattern AWARD = Pattern.compile("\"id\":\"([0-9a-z]{12})\"");

    @TempDir
    Path folder;

    private static byte[] download(TestPlatform platform, String path) throws Exception {
        // Large files over HTTP/2 without TLS: this client at times loses count of the frames.
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create(platform.address() + path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, answer.statusCode(), path);
            return answer.body();
        }
    }

    /** The one that the demonstration comes to; it may still be about to be decided. */
    private static String award(TestPlatform platform) throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            page.navigate("/awards?source=decided");
            new Person(page).reloadUntil("main h3 a[href^='/awards/']");
        }
        Matcher id = AWARD.matcher(platform.get("/api/v1/awards?source=decided").body());
        assertTrue(id.find());
        return id.group(1);
    }

    /** The jar as anybody runs it: another process, and no network where that can be taken away. */
    private Tool.Said jar(TestPlatform platform, String... arguments) throws Exception {
        Path jar = Files.write(folder.resolve("v.jar"),
                download(platform, "/downloads/subhasta-verify.jar"));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-jar", jar.toString(), "verify"));
        command.addAll(List.of(arguments));
        return Tool.runOffline(command.toArray(String[]::new));
    }

    private static boolean isLogged(byte[] bundle) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("proofs/")) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void theBundleOfAnAwardHoldsWithoutServerAndNetwork(TestPlatform platform) throws Exception {
        String id = award(platform);
        byte[] bundle = download(platform, "/api/v1/awards/" + id + "/bundle.zip");
        assertArrayEquals(bundle, download(platform, "/api/v1/awards/" + id + "/bundle.zip"));
        Path file = Files.write(folder.resolve("award.zip"), bundle);
        String trust = platform.data().resolve("trust").toString();

        Tool.Said held = jar(platform, "--trust", trust, file.toString());
        assertFalse(held.output().contains("  wrong  "), held.output());
        assertTrue(held.output().contains("Recomputed from"), held.output());
        assertEquals(isLogged(bundle) ? 0 : 3, held.status(), held.output());

        Tool.Said untrusted = jar(platform, file.toString());
        assertEquals(3, untrusted.status(), untrusted.output());

        byte[] altered = bundle.clone();
        altered[altered.length / 2] ^= 1;
        Tool.Said wrong = jar(platform, "--trust", trust,
                Files.write(folder.resolve("altered.zip"), altered).toString());
        assertEquals(1, wrong.status(), wrong.output());
    }

    @Test
    void theNoticeHoldsWithoutServerAndNetwork(TestPlatform platform) throws Exception {
        String id = award(platform);
        Path file = Files.write(folder.resolve("n.pdf"),
                download(platform, "/api/v1/awards/" + id + "/notice.pdf"));
        Tool.Said held = jar(platform, "--trust", platform.data().resolve("trust").toString(),
                file.toString());
        assertEquals(0, held.status(), held.output());
        assertTrue(held.output().contains("values compared"), held.output());
    }

    @Test
    void aFileIsCheckedOnThePageInWords(TestPlatform platform) throws Exception {
        String id = award(platform);
        byte[] notice = download(platform, "/api/v1/awards/" + id + "/notice.pdf");
        byte[] altered = Arrays.copyOf(notice, notice.length + 1);
        try (Browser browser = Browser.open(platform)) {
            for (Page page : List.of(browser.visit(), browser.visitWithoutScript())) {
                page.navigate("/verify");
                page.setInputFiles("#file", new FilePayload[] {
                    new FilePayload("notice.pdf", "application/pdf", notice),
                    new FilePayload("altered.pdf", "application/pdf", altered)});
                page.click("form#check button");
                assertEquals(2, page.locator(".checked").count());
                assertTrue(page.locator(".checked.open .verdict").innerText()
                        .contains("All of it holds."));
                assertTrue(page.locator(".checked.danger .verdict").innerText()
                        .contains("not validly signed"));
                assertTrue(page.locator(".note").innerText().contains("whoever runs it"));
            }
            Page page = browser.visit();
            page.navigate("/verify?award=" + id);
            assertEquals(1, page.locator(".checked").count());
            assertFalse(page.locator(".findings").innerText().contains("✕"));
            Browser.assertAccessible(page);
            Browser.screenshots(page, "verify-award");
        }
    }

    @Test
    void whatCannotBeCheckedIsToldBesideTheField(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            page.navigate("/verify");
            page.setInputFiles("#file", new FilePayload("a.txt", "text/plain", "hello".getBytes()));
            page.click("form#check button");
            assertTrue(page.locator(".checked.danger").innerText().contains("no receipt"));
            page.setInputFiles("#file", new FilePayload(
                    "large", "application/zip", new byte[16 * 1024 * 1024 + 1]));
            page.click("form#check button");
            assertTrue(page.locator("#file-large").isVisible());
            page.evaluate("document.getElementById('check').dataset.limit = 1e9");
            page.click("form#check button");
            assertTrue(page.locator(".summary").innerText().contains("more than 16 MB"));
        }
    }

    @Test
    void aTenderStillOpenShowsNothingOfItsBids(TestPlatform platform) throws Exception {
        String open;
        try (Connection connection = platform.owner();
                ResultSet row = connection.createStatement().executeQuery(
                        "SELECT b.id FROM bidding.box b JOIN tendering.tender t ON t.id = b.id"
                                + " WHERE b.state = 'open' ORDER BY b.id")) {
            assertTrue(row.next());
            open = row.getString(1);
        }
        byte[] bundle = download(platform, "/api/v1/tenders/" + open + "/bundle.zip");
        try (ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertFalse(entry.getName().matches("(bids|opening)/.*|journal/box.*|award.*"),
                        entry.getName());
            }
        }
        assertEquals(404, platform.get("/api/v1/tenders/nothing00000/bundle.zip").statusCode());
    }
}
