package org.subhasta.bidding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.subhasta.bidding.model.LotPrice;
import org.subhasta.bidding.model.Offer;
import org.subhasta.bidding.model.Part;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;

/** Reads what was opened, and writes the public record of it. */
@ApplicationScoped
class OpeningWriting {

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private StandingBids bids;
    @Inject
    private OrganisationReports organisations;

    OpeningRecord record(BoxRow box, List<Part> parts) {
        List<BidRow> rows = bids.of(box.id());
        List<AnnouncementRow> unfollowed = unfollowed(box.id());
        Set<String> bidders = new HashSet<>();
        rows.forEach(row -> bidders.add(row.bidder()));
        unfollowed.forEach(row -> bidders.add(row.bidder()));
        Map<String, OrganisationView> names = organisations.find(bidders.stream().toList());
        Map<UUID, List<OpenedPartRow>> opened = opened(box.id(), parts).stream()
                .collect(Collectors.groupingBy(OpenedPartRow::bid));
        return new OpeningRecord(box.id(), box.opening().orElseThrow(), box.state(),
                box.closedAt().orElseThrow(), parts,
                acts(box.id()).stream().filter(act -> parts.contains(act.part()))
                        .map(act -> new OpeningRecord.Act(act.part(), act.opener(), act.at(),
                                act.digest(), act.leaf())).toList(),
                rows.stream().map(row -> new OpeningRecord.Bid(row.id(), row.bidder(),
                        name(names, row.bidder()), row.arrivedAt(), row.signed(), row.timeStamp(),
                        row.leaf(),
                        opened.getOrDefault(row.id(), List.of()).stream()
                                .map(part -> opened(box, part)).toList())).toList(),
                unfollowed.stream().map(row -> new OpeningRecord.Unfollowed(row.bidder(),
                        name(names, row.bidder()), row.bid(), row.envelope(), row.at(),
                        row.leaf())).toList());
    }

    private static OpeningRecord.Opened opened(BoxRow box, OpenedPartRow row) {
        return new OpeningRecord.Opened(row.part(), row.at(), row.leaf(), row.fault(),
                row.signed(), row.salt(), prices(box, row));
    }

    /** Read from what was signed; none of an invalid part. */
    static List<LotPrice> prices(BoxRow box, OpenedPartRow row) {
        return row.fault().isPresent() ? List.of() : Offer.prices(box.terms(),
                Statements.valid(row.signed().orElseThrow().content()));
    }

    private static String name(Map<String, OrganisationView> names, String id) {
        return Optional.ofNullable(names.get(id)).map(OrganisationView::name).orElse(id);
    }

    /** In the order of the parts. */
    List<OpenedPartRow> opened(String box, List<Part> parts) {
        return entities.createQuery("""
                SELECT o FROM OpenedPartRow o JOIN BidRow b ON b.id = o.key.bid
                WHERE b.box = :box AND o.key.part IN :parts
                ORDER BY o.key.part DESC, o.at""", OpenedPartRow.class)
                .setParameter("box", box).setParameter("parts", parts).getResultList();
    }

    List<OpeningActRow> acts(String box) {
        return entities.createQuery("""
                SELECT a FROM OpeningActRow a WHERE a.key.box = :box ORDER BY a.at, a.key.opener""",
                OpeningActRow.class).setParameter("box", box).getResultList();
    }

    /** Of each bidder the last announcement, where its envelope is not among the accepted ones. */
    List<AnnouncementRow> unfollowed(String box) {
        List<AnnouncementRow> last = entities.createQuery("""
                SELECT a FROM AnnouncementRow a
                WHERE a.box = :box AND NOT EXISTS (SELECT 1 FROM AnnouncementRow l
                        WHERE l.box = a.box AND l.bidder = a.bidder AND l.number > a.number)
                ORDER BY a.number""", AnnouncementRow.class)
                .setParameter("box", box).getResultList();
        List<String> came = entities.createQuery(
                        "SELECT b.digest FROM BidRow b WHERE b.box = :box", String.class)
                .setParameter("box", box).getResultList();
        List<AnnouncementRow> missing = new ArrayList<>(last);
        missing.removeIf(row -> came.contains(row.envelope()));
        return missing;
    }
}
