package org.subhasta.web.auction.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.subhasta.auction.AuctionDesk;
import org.subhasta.auction.AuctionDraft;
import org.subhasta.auction.AuctionView;
import org.subhasta.parties.Callers;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;

/** {@code /office/auctions}: drafts and auctions of the officer's organisation. */
@Named
@RequestScoped
public class OfficeAuctions {

    @Inject
    private AuctionDesk desk;
    @Inject
    private Callers callers;
    @Inject
    private OrganisationReports organisations;

    private List<AuctionDraft> drafts;
    private List<Group> groups;

    /** Auctions in the same state: {@code running}, {@code waiting} or {@code ended}. */
    public record Group(String state, List<AuctionView> auctions) {
    }

    public List<AuctionDraft> getDrafts() {
        if (drafts == null) {
            drafts = desk.drafts();
        }
        return drafts;
    }

    /** What runs first, then what is to come, then what is over. */
    public List<Group> getGroups() {
        if (groups == null) {
            List<AuctionView> all = desk.auctions();
            groups = Stream.of("running", "waiting", "ended").map(state -> new Group(state,
                            all.stream().filter(one -> state(one).equals(state)).toList()))
                    .filter(group -> !group.auctions().isEmpty()).toList();
        }
        return groups;
    }

    public boolean isNone() {
        return getDrafts().isEmpty() && getGroups().isEmpty();
    }

    /** Of all lots together: one that runs, or is paused, makes it run. */
    public String state(AuctionView auction) {
        if (auction.hasEnded()) {
            return "ended";
        }
        return auction.lots().stream().allMatch(lot -> lot.state().equals("waiting"))
                ? "waiting" : "running";
    }

    /** Whether some lot stands still until an officer resumes it. */
    public boolean isPaused(AuctionView auction) {
        return auction.lots().stream().anyMatch(lot -> lot.state().equals("paused"));
    }

    /** When time alone changes something next; null where nothing is due. */
    public Instant due(AuctionView auction) {
        return auction.lots().stream().flatMap(lot -> lot.dueAt().stream())
                .min(Instant::compareTo).orElse(null);
    }

    /** The zone by whose clock the officer's organisation writes instants. */
    public ZoneId getZone() {
        return organisations.find(callers.current().organisation())
                .map(OrganisationView::zone).map(ZoneId::of).orElse(ZoneId.of("UTC"));
    }
}
