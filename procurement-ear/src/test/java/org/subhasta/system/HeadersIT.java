package org.subhasta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every answer tells the browser to forbid: Content Security Policy level 3 and the others. */
@ExtendWith(WithPlatform.class)
class HeadersIT {

    private static final Map<String, String> EVERYWHERE = Map.of(
            "x-content-type-options", "nosniff",
            "x-frame-options", "DENY",
            "referrer-policy", "same-origin",
            "cross-origin-opener-policy", "same-origin",
            "cross-origin-resource-policy", "same-origin",
            "permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");

    @Test
    void a_public_page_runs_no_script_but_our_files(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            for (String path : List.of("/", "/tenders", "/awards", "/rules", "/sign-in")) {
                assertGuarded(page.navigate(path), 200);
            }
        }
    }

    @Test
    void a_page_for_who_is_signed_in_runs_no_script_but_our_files_and_its_own(
            TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page supplier = Person.signIn(browser, "ada@example-insulation.example").page();
            assertGuarded(supplier.navigate("/desk"), 200);
            assertGuarded(supplier.navigate("/account"), 200);
            Page officer = Person.signIn(browser, "mara@alder-bay.example").page();
            assertGuarded(officer.navigate("/office"), 200);
            assertGuarded(officer.navigate("/office/import"), 200);
        }
    }

    @Test
    void an_error_page_is_guarded_like_the_others(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            assertGuarded(browser.visit().navigate("/no-such-page"), 404);
            assertGuarded(browser.visit().navigate("/tenders/no-such-tender"), 404);
            Page supplier = Person.signIn(browser, "ada@example-insulation.example").page();
            assertGuarded(supplier.navigate("/office"), 403);
        }
    }

    @Test
    void a_script_that_somebody_smuggles_into_a_page_does_not_run(TestPlatform platform) {
        Browser browser = Browser.open(platform);
        Page page = Person.signIn(browser, "mara@alder-bay.example").page();
        page.navigate("/office/import");
        page.evaluate("""
                () => {
                  const script = document.createElement('script');
                  script.textContent = 'document.title = "smuggled"';
                  document.body.append(script);
                }""");
        assertFalse(page.title().contains("smuggled"));
        // The browser complains of it in its console, and closing fails for any complaint.
        AssertionError complaint = assertThrows(
                AssertionError.class, browser::close);
        assertTrue(complaint.getMessage().contains("Content Security Policy"),
                complaint.getMessage());
    }

    @Test
    void what_is_no_page_runs_nothing_at_all(TestPlatform platform) throws Exception {
        for (String path : List.of("/api/v1/tenders", "/api/v1/tenders.csv", "/api/v1/auctions.csv",
                "/openapi", "/api/ready")) {
            var answer = platform.get(path);
            EVERYWHERE.forEach((name, value) -> assertEquals(value,
                    answer.headers().firstValue(name).orElse(""), name + " of " + path));
            if (!path.equals("/openapi")) {
                assertEquals("default-src 'none'; frame-ancestors 'none'; sandbox", answer.headers()
                        .firstValue("Content-Security-Policy").orElse(""), path);
            }
        }
    }

    private static void assertGuarded(Response answer, int status) {
        String path = answer.url();
        assertEquals(status, answer.status(), path);
        Map<String, String> headers = answer.headers();
        EVERYWHERE.forEach((name, value) ->
                assertEquals(value, headers.get(name), name + " of " + path));
        Map<String, String> policy = directives(headers.get("content-security-policy"));
        for (String forbidden : List.of("object-src", "base-uri", "frame-ancestors")) {
            assertEquals("'none'", policy.get(forbidden), forbidden + " of " + path);
        }
        for (String own : List.of("default-src", "style-src", "form-action")) {
            assertEquals("'self'", policy.get(own), own + " of " + path);
        }
        String scripts = policy.get("script-src");
        assertTrue(scripts.matches("'self'( 'nonce-[A-Za-z0-9+/=_-]{16,}')?"),
                path + " lets run: " + scripts);
    }

    private static Map<String, String> directives(String policy) {
        Map<String, String> directives = new LinkedHashMap<>();
        for (String directive : policy.split(";")) {
            String[] sides = directive.strip().split(" ", 2);
            directives.put(sides[0], sides.length > 1 ? sides[1] : "");
        }
        return directives;
    }
}
