package org.subhasta.bidding;

import java.time.Instant;
import org.subhasta.documents.StoredDocument;
import org.subhasta.kernel.Outcome;

/**
 * Prints, signs and keeps the record of an opening. Implemented by a higher capability: bidding only
 * needs to know that it exists for ever.
 */
public interface RecordPrint {

    /**
     * Makes the file, within the transaction of the caller.
     *
     * @param at when it is made: the signer's certificate has to be valid then
     * @return refused where it cannot be signed or time-stamped now; nothing is kept then
     */
    Outcome<StoredDocument> make(OpeningRecord record, Instant at);
}
