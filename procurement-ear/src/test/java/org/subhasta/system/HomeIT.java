package org.subhasta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithPlatform.class)
class HomeIT {

    @Test
    void theHomePageIsAccessibleAndFitsEveryWidth(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visit();
            page.navigate("/");
            assertTrue(page.title().contains("Subhasta"));
            Browser.assertAccessible(page);
            Browser.screenshots(page, "home");
        }
    }

    @Test
    void theHomePageIsReadableWithoutScript(TestPlatform platform) {
        try (Browser browser = Browser.open(platform)) {
            Page page = browser.visitWithoutScript();
            page.navigate("/");
            assertEquals(1, page.locator("h1").count());
            assertTrue(page.locator("h1").isVisible());
        }
    }
}
