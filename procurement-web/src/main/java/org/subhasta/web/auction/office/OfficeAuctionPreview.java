package org.subhasta.web.auction.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.subhasta.auction.AuctionDesk;
import org.subhasta.auction.AuctionDraft;
import org.subhasta.auction.Auctions;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.auction.model.PreparationRefusal;
import org.subhasta.kernel.Refusal;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** {@code /office/auctions/{id}/preview}: what will happen, to be checked, and publishing it. */
@Named
@ViewScoped
public class OfficeAuctionPreview implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private AuctionDesk desk;
    @Inject
    private Auctions auctions;
    @Inject
    private OfficeAuctions office;
    @Inject
    private PlanTeller teller;
    @Inject
    private Messages messages;
    @Inject
    private Visit visit;

    private String id;
    private long version = -1;
    private transient PlanTeller.Told told;

    public void load() {
        if (version >= 0) {
            return;
        }
        Optional<AuctionDraft> draft = desk.draft(id);
        if (draft.isPresent()) {
            version = draft.get().version();
        } else if (desk.admitted(id).isPresent()) {
            visit.go("/office/auctions/" + id);
        } else {
            visit.notFound();
        }
    }

    /** What will happen; null where the terms are not such that anything could. */
    public PlanTeller.Told getTold() {
        if (told == null && version >= 0) {
            told = desk.draft(id).flatMap(draft -> LiveTerms.read(draft.terms()).value())
                    .map(terms -> teller.tell(terms, office.getZone())).orElse(null);
        }
        return told;
    }

    /** Only what was looked at here is published. */
    public void publish() {
        Optional<AuctionDraft> draft = desk.draft(id);
        if (draft.isPresent() && draft.get().version() != version) {
            version = draft.get().version();
            messages.show(List.of(Refusal.of(PreparationRefusal.DRAFT_NOT_AS_SEEN)));
            return;
        }
        messages.value(auctions.publish(id)).ifPresent(published -> {
            messages.done("auctionoffice.published");
            visit.go("/office/auctions/" + id);
        });
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
