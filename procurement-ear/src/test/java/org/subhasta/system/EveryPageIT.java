package org.subhasta.system;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.subhasta.system.PageExamples.Example;
import org.subhasta.system.PageExamples.Who;

/**
 * Whatever address a routes file gives a page, the page is shown to whom it is for, is accessible
 * on a telephone and fits every width. A route without an example in {@link PageExamples} fails.
 */
@ExtendWith(WithPlatform.class)
class EveryPageIT {

    private static final int TELEPHONE = 360;
    private static final int HEIGHT = 900;
    private static final Pattern KEY = Pattern.compile("\\[[a-z]+(\\.[a-z0-9-]+)+]");

    @Test
    void everyPageIsShownIsAccessibleAndFitsEveryWidth(TestPlatform platform) throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Map<Who, Page> visitors = new EnumMap<>(Who.class);
            for (Who who : Who.values()) {
                visitors.put(who, who.enter(browser));
            }
            PageExamples examples = new PageExamples(platform, visitors);
            List<Executable> pages = new ArrayList<>();
            for (Route route : Route.all()) {
                pages.add(() -> judge(route, examples.of(route.address()), visitors));
            }
            assertAll(pages);
        }
    }

    @Test
    void whatIsNotThereOrNotForThisPersonIsSaidOnAPageLikeTheOthers(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page visitor = browser.visit();
            assertEquals(404, visitor.navigate("/no-such-page").status());
            look(visitor, "every-page-not-found");
            Page supplier = Who.SUPPLIER.enter(browser);
            assertEquals(403, supplier.navigate("/office").status());
            look(supplier, "every-page-forbidden");
        }
    }

    private static void judge(Route route, Example example, Map<Who, Page> visitors)
            throws Exception {
        assertNotNull(example, "no example of " + route.address() + ": add one to PageExamples");
        Page page = visitors.get(example.who());
        String path = example.path().call();
        Response response = page.navigate(path);
        assertTrue(response.status() < 400, path + " answered " + response.status());
        assertEquals(URI.create(path).getPath(), URI.create(page.url()).getPath(),
                route.address() + " leads elsewhere: its example does not show the page");
        look(page, route.name());
    }

    /** A text that is missing is shown as its key in square brackets. */
    private static void assertWorded(Page page) {
        assertEquals(List.of(), KEY.matcher(page.locator("body").innerText()).results()
                .map(MatchResult::group).toList(), "texts missing on " + page.url());
    }

    private static void look(Page page, String name) {
        assertWorded(page);
        page.setViewportSize(TELEPHONE, HEIGHT);
        Browser.assertAccessible(page);
        Browser.screenshots(page, name);
    }
}
