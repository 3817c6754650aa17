package org.subhasta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Chromium, as people without an account start it: each {@link #visit} is a fresh profile. What the
 * page's script complains of is collected, and {@link #close} fails if there was anything.
 */
public final class Browser implements AutoCloseable {

    /** Phone, tablet, desk. */
    public static final List<Integer> WIDTHS = List.of(360, 768, 1440);

    private static final int HEIGHT = 900;

    /** For machines with more to do than these tests; nothing waits without need. */
    private static final double PATIENCE_MILLISECONDS = 90_000;
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"));

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium,
            String address) {
        this.playwright = playwright;
        this.chromium = chromium;
        this.address = address;
    }

    /** Opens a browser for the platform; close it at the end of the test. */
    public static Browser open(TestPlatform platform) {
        return open(platform.address());
    }

    /** Opens a browser for a platform at an address. */
    static Browser open(String address) {
        Playwright playwright = Playwright.create();
        com.microsoft.playwright.Browser chromium = playwright.chromium().launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(List.of(
                        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update",
                        "--disable-sync")));
        return new Browser(playwright, chromium, address);
    }

    /** A person with a fresh profile; paths are relative to the platform's address. */
    public Page visit() {
        BrowserContext context = chromium.newContext(new NewContextOptions()
                .setBaseURL(address).setViewportSize(1440, HEIGHT).setAcceptDownloads(true)
                .setLocale("en-GB").setTimezoneId("Europe/Paris"));
        context.setDefaultTimeout(PATIENCE_MILLISECONDS);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            // A page that answers 404 on purpose is no complaint of the page itself.
            if (message.type().equals("error")
                    && !message.text().startsWith("Failed to load resource")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    /** A page without script, as some people and programs read it. */
    public Page visitWithoutScript() {
        return chromium.newContext(new NewContextOptions()
                .setBaseURL(address).setJavaScriptEnabled(false)).newPage();
    }

    /** Fails when axe finds anything on the page as it stands, naming each finding. */
    public static void assertAccessible(Page page) {
        AxeResults results = new AxeBuilder(page).analyze();
        List<String> found = results.getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .toList();
        assertEquals(List.of(), found, "axe on " + page.url());
    }

    /**
     * Keeps pictures of the page at every width in {@code target/screenshots}, and fails where
     * the page is wider than the window.
     */
    public static void screenshots(Page page, String name) {
        Path folder = TestPlatform.installation().resolve("screenshots");
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(folder.resolve(name + "-" + width + ".png")));
            Object overflow = page.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertEquals(0, ((Number) overflow).intValue(),
                    name + " is wider than a window of " + width);
        }
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
        assertEquals(List.of(), complaints, "the browser's console");
    }

    private static Path executable() {
        return PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow(() ->
                new IllegalStateException("the browser tests need Chromium: install it"
                        + " (Debian: apt install chromium)"));
    }
}
