package org.subhasta.bidding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.subhasta.bidding.model.BidAttachment;
import org.subhasta.bidding.model.LotPrice;

/** Puts together what came out of the bids of a box, as far as its parts are opened wholly. */
@ApplicationScoped
class OpenedBids {

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private StandingBids bids;
    @Inject
    private OpeningWriting openings;

    List<OpenedBid> of(BoxRow box) {
        Map<UUID, List<OpenedPartRow>> opened =
                openings.opened(box.id(), OpeningReports.openedParts(box)).stream()
                        .collect(Collectors.groupingBy(OpenedPartRow::bid));
        return bids.of(box.id()).stream()
                .map(row -> bid(box, row, opened.getOrDefault(row.id(), List.of()))).toList();
    }

    /** One of them; empty where it did not stand in this box. */
    Optional<OpenedBid> find(BoxRow box, UUID id) {
        return bids.find(box.id(), id).map(row -> bid(box, row, OpeningReports.openedParts(box)
                .stream().map(part -> new OpenedPartRow.Key(id, part))
                .map(key -> entities.find(OpenedPartRow.class, key))
                .filter(Objects::nonNull).toList()));
    }

    private OpenedBid bid(BoxRow box, BidRow row, List<OpenedPartRow> parts) {
        List<LotPrice> lots = new ArrayList<>();
        List<OpenedBid.File> files = new ArrayList<>();
        for (OpenedPartRow part : parts) {
            lots.addAll(OpeningWriting.prices(box, part));
            files.addAll(files(part));
        }
        return new OpenedBid(row.id(), row.box(), row.bidder(), row.arrivedAt(),
                parts.stream().map(OpenedPartRow::part).toList(),
                parts.stream().flatMap(part -> part.fault().stream()).findFirst(),
                lots, files, row.digest(), row.certificate());
    }

    /** Of an opened part. Sizes and digests are read from what was signed. */
    List<OpenedBid.File> files(OpenedPartRow part) {
        List<OpenedFileRow> rows = entities.createQuery("""
                SELECT f FROM OpenedFileRow f WHERE f.key.bid = :bid AND f.key.part = :part
                ORDER BY f.key.position""", OpenedFileRow.class)
                .setParameter("bid", part.bid()).setParameter("part", part.part())
                .getResultList();
        List<OpenedBid.File> files = new ArrayList<>();
        for (OpenedFileRow row : rows) {
            BidAttachment said = Statements.valid(part.signed().orElseThrow().content())
                    .attachments().get(row.position());
            files.add(new OpenedBid.File(row.part(), row.name(), said.size(), said.digest(),
                    row.sha256(), row.warning()));
        }
        return files;
    }
}
