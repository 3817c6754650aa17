package org.subhasta.awarding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.auction.AuctionDesk;
import org.subhasta.auction.AuctionReports;
import org.subhasta.auction.AuctionView;
import org.subhasta.auction.model.AudienceView;
import org.subhasta.auction.model.Terms;
import org.subhasta.awarding.AuctionOfLot.Stage;
import org.subhasta.awarding.model.LotAuction;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;

/** What became of the auctions that follow the opening of a tender's lots. */
@ApplicationScoped
class AuctionsOfLots {

    @PersistenceContext
    private EntityManager entities;

    @EJB
    private Callers callers;

    @EJB
    private AuctionReports auctions;

    @EJB
    private AuctionDesk desk;

    /**
     * An auction that follows a lot's opening.
     *
     * @param model what the rules know of it; empty while it is a draft
     */
    record Following(AuctionOfLot view, Optional<LotAuction> model) {
    }

    /** The latest of each lot, by the lot's id; drafts only for those who write them. */
    Map<String, Following> of(String tender) {
        Map<String, Following> latest = new LinkedHashMap<>();
        rows(tender).forEach(row ->
                following(row.auction()).ifPresent(one -> latest.put(row.lot(), one)));
        return latest;
    }

    /** All that were published for lots of a tender, in the order in which they were begun. */
    List<String> published(String tender) {
        return rows(tender).stream().map(LotAuctionRow::auction)
                .filter(auction -> auctions.find(auction).isPresent()).toList();
    }

    private List<LotAuctionRow> rows(String tender) {
        return entities.createQuery("""
                SELECT a FROM LotAuctionRow a WHERE a.tender = :tender
                ORDER BY a.begunAt, a.auction""", LotAuctionRow.class)
                .setParameter("tender", tender).getResultList();
    }

    private Optional<Following> following(String auction) {
        Optional<AuctionView> published = auctions.find(auction);
        if (published.isEmpty()) {
            boolean draft = callers.signedIn().filter(one -> one.is(Role.OFFICER)).isPresent()
                    && desk.draft(auction).isPresent();
            return draft ? Optional.of(new Following(
                    new AuctionOfLot(auction, Stage.DRAFT), Optional.empty())) : Optional.empty();
        }
        if (!published.get().hasEnded()) {
            return Optional.of(new Following(new AuctionOfLot(auction, Stage.UNDER_WAY),
                    Optional.of(new LotAuction(auction, true, List.of()))));
        }
        LotAuction ended = ended(published.get());
        return Optional.of(new Following(new AuctionOfLot(auction,
                ended.decides() ? Stage.DECIDES : Stage.WITHOUT_WINNER), Optional.of(ended)));
    }

    private LotAuction ended(AuctionView auction) {
        String lot = auction.lots().getFirst().lot();
        AudienceView end = auctions.publicly(auction.id(), lot).orElseThrow().view();
        Terms terms = auctions.terms(auction.id(), lot).orElseThrow();
        return LotAuction.ended(auction.id(), terms, end.result().orElseThrow(),
                end.standings().stream().map(line ->
                        new LotAuction.Place(line.name(), line.amount())).toList());
    }
}
