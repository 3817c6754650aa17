package org.subhasta.web.bidding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.subhasta.bidding.AnnouncedBid;
import org.subhasta.bidding.BidReports;
import org.subhasta.bidding.BoxReports;
import org.subhasta.bidding.BoxView;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;
import org.subhasta.web.page.Visit;

/** What the reader's organisation announced in a tender and has still to send, looked for once. */
@Named
@RequestScoped
public class OwnAnnouncement {

    @Inject
    BidReports bids;
    @Inject
    BoxReports boxes;
    @Inject
    Callers callers;
    @Inject
    Visit visit;

    private final Map<String, Optional<Awaited>> found = new HashMap<>();

    /** An announcement whose bid may still arrive. */
    public record Awaited(AnnouncedBid said, BoxView box) {

        /** When the bid is late. */
        public Instant getUntil() {
            return box.graceEndsAt();
        }
    }

    /**
     * Null where nothing was announced, where it came, and where it may not come any more, unless
     * something is being sent.
     */
    public Awaited of(String tender) {
        return found.computeIfAbsent(tender, this::find).orElse(null);
    }

    private Optional<Awaited> find(String tender) {
        if (callers.signedIn().filter(caller -> caller.is(Role.SUPPLIER)).isEmpty()) {
            return Optional.empty();
        }
        // What is sent too late is judged all the same: its bidder is owed the receipt of that.
        boolean sent = FacesContext.getCurrentInstance().isPostback();
        return boxes.find(tender)
                .filter(box -> sent
                        || box.isOpen() && visit.getNow().isBefore(box.graceEndsAt()))
                .flatMap(box -> bids.announced(tender).filter(said -> !said.followed())
                        .map(said -> new Awaited(said, box)));
    }
}
