package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a form may hold, whoever sends it: more is refused, and does not stand in memory. */
@ExtendWith(WithPlatform.class)
class FormsIT {

    private static final String MARA = "mara@alder-bay.example";
    private static final int MEBIBYTE = 1 << 20;
    private static final String TOO_MUCH = "This is more than a form can take";

    /** The body never comes: the answer is given on the head alone. */
    @Test
    void a_form_of_a_stranger_beyond_all_measure_is_refused_unread(TestPlatform platform)
            throws Exception {
        for (String type : new String[] {"application/x-www-form-urlencoded",
            "multipart/form-data; boundary=b"}) {
            String status = headOnly(platform, type, 290_000_000);
            assertTrue(status.startsWith("HTTP/1.1 413 "), type + " → " + status);
        }
    }

    /** What is refused for being another site's is not read for the sake of the error page. */
    @Test
    void a_forged_form_beyond_all_measure_is_refused_unread(TestPlatform platform)
            throws Exception {
        URI address = URI.create(platform.address());
        String status = send(address, "POST /sign-in HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nOrigin: https://evil.example\r\nContent-Length: 290000000\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n\r\n");
        assertTrue(status.startsWith("HTTP/1.1 413 "), status);
    }

    @Test
    void a_field_too_long_is_refused_in_words_though_its_form_may_carry_files(
            TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = Person.signIn(browser, MARA).page();
            assertRefused(413, TOO_MUCH, post(page, field("title", "a".repeat(3 * MEBIBYTE))));
        }
    }

    @Test
    void fields_too_many_or_too_long_together_are_refused(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = Person.signIn(browser, MARA).page();
            assertRefused(413, TOO_MUCH, post(page, many(2001, "")));
            assertRefused(413, TOO_MUCH, post(page, many(50, "a".repeat(50_000))));
        }
    }

    @Test
    void the_head_of_a_part_is_bounded_too(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = Person.signIn(browser, MARA).page();
            assertRefused(413, TOO_MUCH, post(page, field("n".repeat(MEBIBYTE), "")));
        }
    }

    @Test
    void a_form_that_breaks_off_is_refused(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = Person.signIn(browser, MARA).page();
            APIResponse answer = page.request().post("/office/import", RequestOptions.create()
                    .setHeader("Content-Type", "multipart/form-data; boundary=b")
                    .setData("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nnever en"));
            assertEquals(400, answer.status());
        }
    }

    @Test
    void a_file_may_be_larger_than_all_fields_and_leaves_nothing_behind(TestPlatform platform)
            throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Page page = Person.signIn(browser, MARA).page();
            page.navigate("/office/import");
            Path file = Files.writeString(platform.data().resolve("large.json"),
                    " ".repeat(20 * MEBIBYTE) + "[");
            page.setInputFiles("#file", file);
            RegistrationIT.press(page, "Import");
            assertThat(page.locator(".summary.is-wrong")).isVisible();
        }
        try (Stream<Path> left = Files.find(platform.data().resolve("server"), 10,
                (path, kind) -> kind.isRegularFile() && kind.size() > 20 * MEBIBYTE)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void the_longest_draft_there_may_be_is_saved_by_its_page(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = Person.signIn(browser, MARA).page();
            String token = TenderIT.token(page);
            String lots = IntStream.rangeClosed(1, 200)
                    .mapToObj(n -> "{\"id\":\"%d\",\"title\":\"Lot no. %d\"}".formatted(n, n))
                    .collect(Collectors.joining(","));
            APIResponse begun = page.request().post("/api/v1/drafts", RequestOptions.create()
                    .setHeader("Content-Type", "application/json")
                    .setHeader("Authorization", "Bearer " + token)
                    .setData("{\"title\":\"Two hundred lots\",\"lots\":[" + lots + "]}"));
            assertEquals(201, begun.status(), begun.text());
            page.navigate(begun.headers().get("location").replaceFirst(
                    ".*/api/v1/drafts/", "/office/tenders/"));
            page.fill("[id='lots:199:unit']", "the last");
            page.click("#save");
            assertThat(page.locator(".summary.is-done")).isVisible();
            page.reload();
            assertThat(page.locator("[id='lots:199:unit']")).hasValue("the last");
        }
    }

    private static String field(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                + "\r\n";
    }

    private static String many(int count, String value) {
        return field("title", value).repeat(count);
    }

    private static APIResponse post(Page page, String parts) {
        return page.request().post("/office/import", RequestOptions.create()
                .setHeader("Content-Type", "multipart/form-data; boundary=b")
                .setData(parts + "--b--\r\n"));
    }

    private static void assertRefused(int status, String words, APIResponse answer) {
        assertEquals(status, answer.status());
        assertTrue(answer.text().contains(words), answer.text());
    }

    private static String headOnly(TestPlatform platform, String type, long length)
            throws IOException {
        URI address = URI.create(platform.address());
        return send(address, "POST /sign-in HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nOrigin: " + platform.address() + "\r\nContent-Type: " + type
                + "\r\nContent-Length: " + length + "\r\n\r\n");
    }

    private static String send(URI address, String head) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(
                    socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
        }
    }
}
