package org.subhasta.web.awarding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.auction.AuctionReports;
import org.subhasta.auction.AuctionView;
import org.subhasta.awarding.AwardReports;
import org.subhasta.awarding.AwardSearch;

/** The awards of the tender that a page shows, looked for once. */
@Named
@RequestScoped
public class AwardsOfTender {

    @Inject
    AwardReports awards;
    @Inject
    AuctionReports auctions;

    private final Map<String, List<AwardSearch.Line>> found = new HashMap<>();

    /** The auctions that follow the opening of its lots, as far as they are published. */
    public List<AuctionView> auctions(String tender) {
        return awards.auctions(tender).stream().map(auctions::find)
                .flatMap(Optional::stream).toList();
    }

    public List<AwardSearch.Line> of(String tender) {
        return found.computeIfAbsent(tender, awards::ofTender);
    }
}
