package org.subhasta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An opener's browser remembers the journal that it saw first. */
@ExtendWith(WithPlatform.class)
class OtherLogIT {

    private static final String KNOWN = "log.elsewhere.example+01020304+AQ==";

    @Test
    void underAnotherLogThanBeforeNothingIsDoneUntilTheOpenerDecidesSo(TestPlatform platform)
            throws Exception {
        try (Browser browser = Browser.open(platform)) {
            String tender = new Draft("Roof of the customs house", 1, "one",
                    List.of("Sofia Marchetti", "Jonas Bakke"))
                    .publish(Person.signIn(browser, "mara@alder-bay.example").page(), platform);
            Opener sofia = Opener.sofia(browser, platform);
            Page page = sofia.page();
            page.evaluate("key => localStorage.setItem('subhasta-log-key', key)", KNOWN);
            page.navigate("/desk/openings/" + tender);
            page.click("#begin");
            Locator warning = page.locator("[data-part=other-log]");
            assertThat(warning).containsText("The platform shows another journal than before");
            assertThat(warning.locator("[data-part=known-log]")).hasText(KNOWN);
            sofia.useKeys();
            assertThat(page.locator("[data-act=act]")).isHidden();
            Browser.assertAccessible(page);
            Browser.screenshots(page, "opener-other-log");

            assertThat(warning.locator("button")).isDisabled();
            warning.locator("input").check();
            warning.locator("button").click();
            assertThat(warning).isHidden();
            sofia.act();
            assertNotEquals(KNOWN,
                    page.evaluate("() => localStorage.getItem('subhasta-log-key')"));
        }
    }
}
