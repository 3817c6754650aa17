package org.subhasta.web.awarding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.subhasta.awarding.AwardSearch;
import org.subhasta.awarding.AwardView;
import org.subhasta.kernel.Money;

@DisplayName("The table of awards")
class AwardsTableTest {

    @Test
    @DisplayName("quotes every cell and disarms what a spreadsheet would run")
    void quotes() throws IOException {
        String[] rows = table(List.of(line("=HYPERLINK(\"x\")", "Ümlaut, \"quoted\"")))
                .split("\r\n");
        assertEquals("\"a\",\"decided\",\"t\",\"ref\",\"'=HYPERLINK(\"\"x\"\")\",\"buyer\","
                + "\"complete\",\"2026-12-21T09:14:32Z\",\"12.50\",\"EUR\",\"2\",\"1\",\"3\","
                + "\"Ümlaut, \"\"quoted\"\"; Other\"", rows[1]);
    }

    @Test
    @DisplayName("has a head even where nothing is found")
    void head() throws IOException {
        assertEquals(1, table(List.of()).split("\r\n").length);
    }

    @Test
    @DisplayName("asks for page after page until one is not full")
    void pages() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AwardsTable.write(out, page -> Collections.nCopies(
                page < 3 ? AwardSearch.MAXIMUM_SIZE : 7, line("T", "S")));
        assertEquals(1 + 2 * AwardSearch.MAXIMUM_SIZE + 7,
                out.toString(StandardCharsets.UTF_8).lines().count());
    }

    private static String table(List<AwardSearch.Line> lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AwardsTable.write(out, page -> page == 1 ? lines : List.of());
        return out.toString(StandardCharsets.UTF_8);
    }

    private static AwardSearch.Line line(String title, String supplier) {
        return new AwardSearch.Line("a", AwardView.Source.DECIDED, "t", title, "ref", "buyer",
                AwardView.Outcome.COMPLETE, Instant.parse("2026-12-21T09:14:32Z"),
                Optional.of(Money.of("12.5", "EUR")), 2, 1, 3, List.of(supplier, "Other"));
    }
}
