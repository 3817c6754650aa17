package org.subhasta.tendering;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.subhasta.bidding.model.ClosingMove;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.PriceBasis;
import org.subhasta.kernel.Money;
import org.subhasta.tendering.model.Classification;
import org.subhasta.tendering.model.Lot;
import org.subhasta.tendering.model.Notice;
import org.subhasta.tendering.model.Origin;
import org.subhasta.tendering.model.Phase;
import org.subhasta.tendering.model.TenderDocument;

/**
 * Everything anybody may know of a tender that was published here or imported.
 *
 * @param id             its identifier here
 * @param ocid           its Open Contracting identifier
 * @param origin         written here or imported
 * @param phase          where it stands at the moment of reading
 * @param title          in a line
 * @param description    at length; may be empty in imported data
 * @param buyer          who contracts; without identifier of ours where imported
 * @param place          may be empty
 * @param classification the main subject; missing only in imported data
 * @param additional     further ones
 * @param procedure      who may take part, in OCDS's word; {@code ""} where not told
 * @param procedureNote  the publisher's own words for it; {@code ""} where not told
 * @param value          estimated; of the whole
 * @param closing        until when bids are taken; missing only in imported data
 * @param lots           none only in imported data
 * @param documents      kept here
 * @param published      what holds for tenders written here; empty where imported
 * @param imported       what holds for imported ones; empty where written here
 * @param ending         how it ended, where it did
 */
public record TenderView(String id, String ocid, Origin origin, Phase phase, String title,
                         String description, Notice.Buyer buyer, String place,
                         Optional<Classification> classification,
                         List<Classification> additional, String procedure, String procedureNote,
                         Optional<Money> value, Optional<Closing> closing, List<Lot> lots,
                         List<TenderDocument> documents, Optional<Published> published,
                         Optional<Imported> imported, Optional<Ending> ending) {

    public TenderView {
        additional = List.copyOf(additional);
        lots = List.copyOf(lots);
        documents = List.copyOf(documents);
    }

    /** Whether a supplier can bid now. */
    public boolean takesBids() {
        return phase == Phase.OPEN;
    }

    /**
     * Until when bids are taken.
     *
     * @param at         as it stands
     * @param zone       in which the buyer reads it; UTC where an import does not tell
     * @param originally as first published
     * @param moves      how the outage rule moved it, oldest first
     */
    public record Closing(Instant at, ZoneId zone, Instant originally, List<ClosingMove> moves) {

        public Closing {
            moves = List.copyOf(moves);
        }
    }

    /**
     * What holds for a tender written here.
     *
     * @param at          when it was published
     * @param notice      SHA-256 of the notice, hexadecimal: what every bid names
     * @param prices      whether bids are net or gross
     * @param partialBids whether a bid may cover some of the lots only
     * @param currency    of all prices
     * @param opening     to whom bids are sealed, and how they are opened; empty only for tenders
     *                    from before bids were sealed
     */
    public record Published(Instant at, String notice, PriceBasis prices, boolean partialBids,
                            Currency currency, Optional<OpeningTerms> opening) {
    }

    /**
     * What holds for an imported tender.
     *
     * @param source      who published it; may be empty
     * @param licence     under which it was published: an address; may be empty
     * @param publishedAt date of the newest release
     * @param releases    how many releases it was compiled from
     * @param links       its documents, which stay with the publisher
     * @param awards      its awards
     */
    public record Imported(String source, String licence, Instant publishedAt, int releases,
                           List<Link> links, List<ImportedAward> awards) {

        public Imported {
            links = List.copyOf(links);
            awards = List.copyOf(awards);
        }
    }

    /** A document at its publisher's: what it is, where, and its media type if told. */
    public record Link(String title, String address, String format) {
    }

    /**
     * An award of an imported tender.
     *
     * @param id        OCDS's, unique in its process; may be empty
     * @param title     may be empty
     * @param date      when it was decided, where told
     * @param value     of the award, where told
     * @param suppliers names of those chosen
     * @param status    OCDS's word; may be empty
     */
    public record ImportedAward(String id, String title, Optional<Instant> date,
                                Optional<Money> value, List<String> suppliers, String status) {

        public ImportedAward {
            suppliers = List.copyOf(suppliers);
        }
    }

    /** How a tender ended: when, and for a cancelled or unsuccessful one why. */
    public record Ending(Instant at, String reason) {
    }
}
