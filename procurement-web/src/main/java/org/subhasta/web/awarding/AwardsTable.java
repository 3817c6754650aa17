package org.subhasta.web.awarding;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.subhasta.awarding.AwardSearch;
import org.subhasta.web.api.Csv;

/** Awards as a table after RFC 4180, page by page, so that none is held in memory whole. */
final class AwardsTable {

    private static final List<String> HEAD = List.of("id", "source", "tender", "reference",
            "title", "buyer", "outcome", "decidedAt", "amount", "currency", "lots",
            "lotsAwarded", "bids", "suppliers");

    private AwardsTable() {
    }

    static void write(OutputStream out, IntFunction<List<AwardSearch.Line>> pages)
            throws IOException {
        Writer table = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        table.write(Csv.row(HEAD.stream()));
        List<AwardSearch.Line> lines;
        for (int page = 1; !(lines = pages.apply(page)).isEmpty(); page++) {
            for (AwardSearch.Line line : lines) {
                table.write(Csv.row(cells(line)));
            }
            if (lines.size() < AwardSearch.MAXIMUM_SIZE) {
                break;
            }
        }
        table.flush();
    }

    private static Stream<String> cells(AwardSearch.Line line) {
        return Stream.of(line.id(), AwardFilter.word(line.source()), line.tender(),
                line.reference(), line.title(), line.buyer(), AwardFilter.word(line.outcome()),
                line.decidedAt().toString(),
                line.total().map(total -> total.decimal()).orElse(""),
                line.total().map(total -> total.currency().getCurrencyCode()).orElse(""),
                Integer.toString(line.lots()), Integer.toString(line.lotsAwarded()),
                Integer.toString(line.bids()), String.join("; ", line.suppliers()));
    }
}
