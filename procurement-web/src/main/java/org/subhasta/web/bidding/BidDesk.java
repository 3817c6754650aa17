package org.subhasta.web.bidding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.subhasta.bidding.BidReports;
import org.subhasta.bidding.BoxReports;
import org.subhasta.bidding.BoxView;
import org.subhasta.bidding.OpenedBid;
import org.subhasta.bidding.OwnBid;
import org.subhasta.kernel.Money;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;

/** The bids of the reader's organisation, for the supplier's desk. */
@Named
@RequestScoped
public class BidDesk {

    @Inject
    BidReports bids;
    @Inject
    BoxReports boxes;
    @Inject
    TenderReports tenders;
    @Inject
    OwnAnnouncement announcement;

    private List<Line> lines;
    private List<Awaited> awaited;

    /** One bid with what it is for; the total is empty while it is sealed. */
    public record Line(OwnBid bid, BoxView box, String title, String tone, String status,
                       Optional<Money> total) {
    }

    /** An announced bid that has still to come. */
    public record Awaited(OwnAnnouncement.Awaited bid, String title) {
    }

    /** What was announced and may still arrive. */
    public List<Awaited> getAwaited() {
        if (awaited == null) {
            awaited = bids.awaited().stream()
                    .map(said -> announcement.of(said.receipt().box()))
                    .filter(Objects::nonNull)
                    .map(one -> new Awaited(one, title(one.box().id())))
                    .toList();
        }
        return awaited;
    }

    /** The last bid of each tender, the newest first: what went before is on its page. */
    public List<Line> getLines() {
        if (lines == null) {
            Set<String> told = new HashSet<>();
            lines = bids.mine().stream()
                    .filter(bid -> told.add(bid.box()))
                    .map(this::line)
                    .toList();
        }
        return lines;
    }

    private String title(String tender) {
        return tenders.find(tender).map(TenderView::title).orElse(tender);
    }

    private Line line(OwnBid bid) {
        BoxView box = boxes.find(bid.box()).orElseThrow();
        return new Line(bid, box,
                title(bid.box()),
                Tones.of(bid), Tones.key(bid, box),
                bid.opened().flatMap(OpenedBid::total));
    }
}
