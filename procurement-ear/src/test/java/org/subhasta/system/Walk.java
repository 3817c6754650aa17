package org.subhasta.system;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what somebody does in a browser: pages looked at, fields filled in, clicks. How long that
 * takes people is estimated as the keystroke-level model does (Card, Moran and Newell, 1980), with
 * generous times for those who are new to it.
 */
final class Walk {

    /** Looking at a page and finding out what it wants. */
    private static final Duration PAGE = Duration.ofSeconds(12);
    /** Thinking of what goes there, and typing it. */
    private static final Duration FIELD = Duration.ofSeconds(10);
    /** Finding it, pointing at it, pressing. */
    private static final Duration CLICK = Duration.ofSeconds(3);

    private static final String COUNT = """
            document.addEventListener('click', (event) => {
              if (event.target.closest('a, button, summary, input[type=submit],'
                  + ' input[type=checkbox], input[type=radio], label')) {
                window.walked('click');
              }
            }, true);
            document.addEventListener('change', (event) => {
              if (!event.target.matches('[type=checkbox], [type=radio]')) {
                window.walked('field');
              }
            }, true);""";

    private final AtomicInteger pages = new AtomicInteger();
    private final AtomicInteger fields = new AtomicInteger();
    private final AtomicInteger clicks = new AtomicInteger();

    /** Counts from now on, on whatever pages this tab shows. */
    Walk(Page page) {
        page.exposeFunction("walked", what ->
                ("field".equals(what[0]) ? fields : clicks).incrementAndGet());
        page.addInitScript(COUNT);
        page.onDOMContentLoaded(shown -> pages.incrementAndGet());
        page.waitForLoadState(LoadState.LOAD);
    }

    /** What a newcomer needs for all of it. */
    Duration estimate() {
        return PAGE.multipliedBy(pages.get()).plus(FIELD.multipliedBy(fields.get()))
                .plus(CLICK.multipliedBy(clicks.get()));
    }

    @Override
    public String toString() {
        return "%d pages, %d fields, %d clicks: about %d minutes %02d".formatted(pages.get(),
                fields.get(), clicks.get(), estimate().toMinutes(), estimate().toSecondsPart());
    }
}
