package org.subhasta.bidding;

import java.util.List;
import org.subhasta.bidding.model.Part;

/**
 * What an opener's own tool needs to release the shares of a box.
 *
 * @param box       the tender's id
 * @param opener    the person's id
 * @param entry     leaf hash of the journal's entry that allows it, hexadecimal: of the act
 *                  {@code box-closed}, or {@code technical-evaluated} for prices. The tool verifies
 *                  that the journal holds it before it releases anything, and the act names it
 * @param envelopes of all bids to be opened, each as its canonical JSON
 */
public record OpeningTask(String box, Part part, String opener, String entry,
                          List<String> envelopes) {

    public OpeningTask {
        envelopes = List.copyOf(envelopes);
    }
}
