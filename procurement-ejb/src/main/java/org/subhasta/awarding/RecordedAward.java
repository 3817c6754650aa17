package org.subhasta.awarding;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.Money;

/**
 * An award decided elsewhere, as an import found it. The same tender and key again is the same
 * award: it replaces what was recorded before.
 *
 * @param tender    the imported tender's id here
 * @param key       what tells it from the tender's other awards: its id in the source
 * @param reference the process's OCDS id
 * @param status    the source's word: {@code active}, {@code unsuccessful}, {@code cancelled},
 *                  {@code pending}
 * @param suppliers names as given
 */
public record RecordedAward(
        String tender,
        String key,
        String reference,
        String title,
        String description,
        String buyer,
        AwardView.Outcome status,
        Instant date,
        Optional<Money> value,
        List<String> suppliers) {

    public RecordedAward {
        suppliers = List.copyOf(suppliers);
    }

    /** As the public reads it. */
    AwardView view(String id) {
        return new AwardView(id, AwardView.Source.RECORDED, new AwardView.Tender(tender, title),
                reference, new AwardView.Organisation(Optional.empty(), buyer), status, date,
                ZoneOffset.UTC, Optional.empty(), "", value, description, List.of(), List.of(),
                suppliers.stream().map(name -> new AwardView.Winner(
                        new AwardView.Organisation(Optional.empty(), name), Optional.empty(),
                        List.of())).toList(),
                List.of(), Optional.empty());
    }
}
