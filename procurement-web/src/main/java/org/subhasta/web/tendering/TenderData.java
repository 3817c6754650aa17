package org.subhasta.web.tendering;

import java.time.Instant;
import java.util.List;
import org.subhasta.kernel.Money;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.model.Classification;
import org.subhasta.tendering.model.Lot;

/** A tender as programs get it. Members that are not stated are missing. */
public record TenderData(String id, String ocid, String origin, String phase, String title,
                         String description, Buyer buyer, String place, Code classification,
                         List<Code> additionalClassifications, String procedure,
                         String procedureNote, Money value, Closing closing, String prices,
                         Boolean partialBids, String currency, String notice,
                         Instant publishedAt, List<LotData> lots, List<FileData> documents,
                         List<Link> links, List<AwardData> awards, Ending ending) {

    /** Who contracts. */
    public record Buyer(String id, String name, String scheme, String identifier) {
    }

    /** A class of the CPV. */
    public record Code(String scheme, String id, String description) {

        static Code of(Classification classification) {
            return new Code("CPV", classification.code(), classification.label());
        }
    }

    /** Until when bids are taken, as it stands and as first published. */
    public record Closing(Instant at, String zone, Instant originally, List<Move> moves) {
    }

    /** A move of the closing by the outage rule. */
    public record Move(Instant from, Instant to) {
    }

    /**
     * A lot; quantities are decimal strings, as amounts are.
     *
     * @param auction whether a reverse auction may follow the opening of its bids
     */
    public record LotData(String id, String title, String description, String quantity,
                          String unit, Code classification, Money estimatedValue,
                          boolean auction) {

        static LotData of(Lot lot) {
            return new LotData(lot.id(), lot.title(), lot.description(),
                    lot.quantity().map(quantity -> quantity.toPlainString()).orElse(null),
                    lot.unit(), lot.classification().map(Code::of).orElse(null),
                    lot.estimatedValue().orElse(null), lot.auction());
        }
    }

    /** A document kept here. */
    public record FileData(String sha256, String name, String title, long size,
                           String mediaType, String address) {
    }

    /** A document kept by the publisher of an imported tender. */
    public record Link(String title, String address, String format) {
    }

    /** An award of an imported tender. */
    public record AwardData(String title, Instant date, Money value, List<String> suppliers,
                            String status) {
    }

    /** How it ended, and why. */
    public record Ending(Instant at, String reason) {
    }

    static TenderData of(TenderView tender) {
        return new TenderData(tender.id(), tender.ocid(), tender.origin().name().toLowerCase(
                java.util.Locale.ROOT), tender.phase().word(), tender.title(),
                tender.description(), new Buyer(tender.buyer().id(), tender.buyer().name(),
                        tender.buyer().scheme(), tender.buyer().identifier()), tender.place(),
                tender.classification().map(Code::of).orElse(null),
                tender.additional().stream().map(Code::of).toList(), tender.procedure(),
                tender.procedureNote(), tender.value().orElse(null),
                tender.closing().map(TenderData::closing).orElse(null),
                tender.published().map(p -> p.prices().word()).orElse(null),
                tender.published().map(TenderView.Published::partialBids).orElse(null),
                tender.published().map(p -> p.currency().getCurrencyCode()).orElse(null),
                tender.published().map(TenderView.Published::notice).orElse(null),
                tender.published().map(TenderView.Published::at)
                        .or(() -> tender.imported().map(TenderView.Imported::publishedAt))
                        .orElse(null),
                tender.lots().stream().map(LotData::of).toList(),
                tender.documents().stream().map(document -> new FileData(document.sha256(),
                        document.name(), document.title(), document.size(),
                        document.mediaType(), "/files/tenders/" + tender.id() + "/"
                                + document.sha256())).toList(),
                tender.imported().map(TenderData::links).orElse(null),
                tender.imported().map(TenderData::awards).orElse(null),
                tender.ending().map(end -> new Ending(end.at(), end.reason())).orElse(null));
    }

    private static Closing closing(TenderView.Closing closing) {
        return new Closing(closing.at(), closing.zone().getId(), closing.originally(),
                closing.moves().stream().map(move -> new Move(move.from(), move.to())).toList());
    }

    private static List<Link> links(TenderView.Imported imported) {
        return imported.links().stream()
                .map(link -> new Link(link.title(), link.address(), link.format())).toList();
    }

    private static List<AwardData> awards(TenderView.Imported imported) {
        return imported.awards().stream().map(award -> new AwardData(award.title(),
                award.date().orElse(null), award.value().orElse(null), award.suppliers(),
                award.status())).toList();
    }
}
