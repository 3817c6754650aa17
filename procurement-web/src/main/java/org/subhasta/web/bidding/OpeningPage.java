package org.subhasta.web.bidding;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.stream.Collectors;
import org.subhasta.bidding.BoxReports;
import org.subhasta.bidding.BoxView;
import org.subhasta.bidding.OpeningRecord;
import org.subhasta.bidding.OpeningReports;
import org.subhasta.bidding.OpeningView;
import org.subhasta.bidding.RecordPrints;
import org.subhasta.bidding.model.LotPrice;
import org.subhasta.bidding.model.Part;
import org.subhasta.kernel.Money;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;
import org.subhasta.web.page.Visit;

/** Who opens the bids of a tender, how far they are, and the record: {@code /tenders/{id}/opening}. */
@Named
@RequestScoped
public class OpeningPage {

    @Inject
    OpeningReports openings;
    @Inject
    RecordPrints prints;
    @Inject
    BoxReports boxes;
    @Inject
    TenderReports tenders;
    @Inject
    Visit visit;

    private OpeningView opening;
    private OpeningRecord record;
    private BoxView box;
    private TenderView tender;
    private Map<String, String> titles = Map.of();

    @PostConstruct
    void load() {
        String id = visit.parameter("id");
        opening = openings.find(id).orElse(null);
        tender = tenders.find(id).orElse(null);
        if (opening != null) {
            box = boxes.find(id).orElseThrow();
            record = openings.record(id).orElse(null);
            titles = box.terms().lots().stream()
                    .collect(Collectors.toMap(lot -> lot.id(), lot -> lot.title()));
        }
    }

    /** Leaves where there is nothing to see. */
    public void require() {
        if (opening == null || tender == null) {
            visit.notFound();
        }
    }

    public OpeningView getOpening() {
        return opening;
    }

    /** What was opened; null while nothing is. */
    public OpeningRecord getRecord() {
        return record;
    }

    public BoxView getBox() {
        return box;
    }

    public TenderView getTender() {
        return tender;
    }

    /** Whether the record is there as a signed document, which follows it by some seconds. */
    public boolean isPrinted() {
        return record != null && prints.of(opening.box()).stream()
                .anyMatch(one -> one.whole() == record.isWhole());
    }

    /** A lot with its title. */
    public String titleOf(String lot) {
        return titles.getOrDefault(lot, "");
    }

    /** The sum of what was opened of a bid; null where no price was. */
    public Money totalOf(OpeningRecord.Bid bid) {
        return bid.parts().stream().flatMap(part -> part.lots().stream()).map(LotPrice::price)
                .reduce(Money::plus).orElse(null);
    }

    /** Whether any price was opened. */
    public boolean isPriced() {
        return record.bids().stream().anyMatch(bid -> totalOf(bid) != null);
    }

    /** Whether nobody needs to act on a part any more. */
    public boolean isOpened(Part part) {
        return box.isOpened() || opening.givenUp() || record != null && record.parts().contains(part);
    }

    /** Whether a price is sealed still, or for good. */
    public boolean sealedPrice(OpeningRecord.Bid bid) {
        return opening.terms().twoEnvelopes()
                && bid.parts().stream().noneMatch(part -> part.part() == Part.PRICE);
    }

    /** Who acted, by name. */
    public String nameOf(String person) {
        return opening.member(person).map(one -> one.opener().name()).orElse(person);
    }
}
