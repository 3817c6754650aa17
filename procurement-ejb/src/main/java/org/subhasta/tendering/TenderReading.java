package org.subhasta.tendering;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.subhasta.bidding.BoxView;
import org.subhasta.tendering.model.Classification;
import org.subhasta.tendering.model.Notice;
import org.subhasta.tendering.model.Origin;
import org.subhasta.tendering.model.Phase;
import org.subhasta.tendering.model.TenderState;

/** Puts together what anybody may know of a tender, from its row and its box. */
final class TenderReading {

    /** Registered prefixes are given by the Open Contracting Partnership; this one is not. */
    static final String OCID_PREFIX = "ocds-subhst-";

    /** Named, since people read "UTC" and not "Z". */
    private static final ZoneId UTC = ZoneId.of("UTC");

    private TenderReading() {
    }

    /** T3: everything comes from the notice; the closing as it stands from the box. */
    static TenderView of(TenderRow row, Optional<BoxView> box, Instant now) {
        return of(NoticeJson.read(row.noticeBytes()), row.noticeDigest(), row.state(), box, now);
    }

    /** A notice before it is published: its digest is not known yet. */
    static TenderView preview(Notice notice) {
        return of(notice, "", new TenderState.Planning(), Optional.empty(),
                notice.publishedAt());
    }

    private static TenderView of(Notice notice, String digest, TenderState state,
            Optional<BoxView> box, Instant now) {
        TenderView.Closing closing = closing(notice, box);
        return new TenderView(notice.id(), OCID_PREFIX + notice.id(), Origin.HERE,
                Phase.at(now, Origin.HERE, state.status(), Optional.of(closing.at())),
                notice.title(), notice.description(), notice.buyer(), notice.place(),
                Optional.of(notice.classification()), notice.additional(),
                notice.procedure().word(), "", notice.value(), Optional.of(closing),
                notice.lots(), notice.documents(),
                Optional.of(new TenderView.Published(notice.publishedAt(), digest, notice.prices(),
                        notice.partialBids(), notice.currency(), notice.opening())),
                Optional.empty(), ending(state));
    }

    private static TenderView.Closing closing(Notice notice, Optional<BoxView> box) {
        Instant originally = notice.deadline().instant();
        return new TenderView.Closing(box.map(BoxView::closesAt).orElse(originally),
                notice.deadline().zone(), originally, box.map(BoxView::moves).orElse(List.of()));
    }

    private static Optional<TenderView.Ending> ending(TenderState state) {
        return switch (state) {
            case TenderState.Planning p -> Optional.empty();
            case TenderState.Active a -> Optional.empty();
            case TenderState.Complete c -> Optional.of(new TenderView.Ending(c.at(), ""));
            case TenderState.Unsuccessful u ->
                    Optional.of(new TenderView.Ending(u.at(), u.reason()));
            case TenderState.Cancelled c ->
                    Optional.of(new TenderView.Ending(c.at(), c.reason()));
        };
    }

    static TenderView of(ImportedRow row, Instant now,
            Function<String, Optional<Classification>> vocabulary) {
        ImportedReading reading = new ImportedReading(row.content(), vocabulary);
        Map.Entry<String, String> identifier = reading.buyerIdentifier();
        Optional<TenderView.Closing> closing = reading.closesAt().map(
                at -> new TenderView.Closing(at, UTC, at, List.of()));
        return new TenderView(row.id(), row.ocid(), Origin.IMPORTED,
                Phase.at(now, Origin.IMPORTED, row.status(), reading.closesAt()), reading.title(),
                reading.description(), new Notice.Buyer("", reading.buyerName(),
                        identifier.getKey(), identifier.getValue()),
                reading.place(), reading.classification(), reading.additional(),
                reading.procedure(), reading.procedureNote(), reading.value(), closing,
                reading.lots(), List.of(), Optional.empty(),
                Optional.of(new TenderView.Imported(row.source(), row.licence(),
                        row.publishedAt(), row.releases(), reading.links(), reading.awards())),
                Optional.empty());
    }
}
