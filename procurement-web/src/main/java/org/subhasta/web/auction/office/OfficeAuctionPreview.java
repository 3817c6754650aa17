package org.subhasta.web.auction.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.subhasta.auction.AuctionDesk;
import org.subhasta.auction.AuctionDraft;
import org.subhasta.auction.Auctions;
import org.subhasta.auction.format.LiveTerms;
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
    private String terms;
    private transient PlanTeller.Told told;

    public void load() {
        if (version < 0 && !look()) {
            if (desk.admitted(id).isPresent()) {
                visit.go("/office/auctions/" + id);
            } else {
                visit.notFound();
            }
        }
    }

    /** Version and terms in one look, so that they belong together; whether there is a draft. */
    private boolean look() {
        Optional<AuctionDraft> draft = desk.draft(id);
        draft.ifPresent(one -> {
            version = one.version();
            terms = one.terms();
            told = null;
        });
        return draft.isPresent();
    }

    /** What will happen; null where the terms are not such that anything could. */
    public PlanTeller.Told getTold() {
        if (told == null && terms != null) {
            told = LiveTerms.read(terms).value()
                    .map(read -> teller.tell(read, office.getZone())).orElse(null);
        }
        return told;
    }

    /** Only what was looked at here is published; what is there instead is shown. */
    public void publish() {
        messages.value(auctions.publish(id, version)).ifPresentOrElse(published -> {
            messages.done("auctionoffice.published");
            visit.go("/office/auctions/" + id);
        }, this::look);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
