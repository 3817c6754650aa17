package org.subhasta.tendering;

import java.time.Instant;
import java.util.Optional;
import org.subhasta.kernel.Money;
import org.subhasta.tendering.model.Classification;
import org.subhasta.tendering.model.Origin;
import org.subhasta.tendering.model.Phase;

/**
 * A tender in a list.
 *
 * @param id             its identifier
 * @param ocid           its Open Contracting identifier
 * @param origin         written here or imported
 * @param phase          at the moment of reading
 * @param title          in a line
 * @param summary        the beginning of its description
 * @param buyerName      who contracts
 * @param classification the main subject
 * @param value          estimated
 * @param closesAt       until when bids are taken
 * @param zone           in which the buyer reads that; UTC where not told
 * @param publishedAt    when it was published, or its newest release
 * @param lots           how many
 */
public record TenderSummary(String id, String ocid, Origin origin, Phase phase, String title,
                            String summary, String buyerName,
                            Optional<Classification> classification, Optional<Money> value,
                            Optional<Instant> closesAt, String zone, Instant publishedAt,
                            int lots) {
}
