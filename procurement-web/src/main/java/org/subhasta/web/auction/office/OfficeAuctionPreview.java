package org.subhasta.web.auction.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.auction.AuctionDesk;
import org.subhasta.auction.AuctionDraft;
import org.subhasta.auction.AuctionView;
import org.subhasta.auction.Auctions;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.auction.model.Scoring.Marks;
import org.subhasta.awarding.LotAuctions;
import org.subhasta.kernel.Outcome;
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
    private LotAuctions following;
    @Inject
    private PlanTeller teller;
    @Inject
    private Messages messages;
    @Inject
    private Visit visit;

    private String id;
    private long version = -1;
    private String terms;
    private long evaluation;
    private ArrayList<TakingForm> taking;
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
            taking = null;
            if (LiveTerms.followsOf(terms).isPresent()) {
                take();
            }
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

    /** Whoever would take part, with what is asked of each beside the price. */
    private void take() {
        Optional<LiveTerms> live = LiveTerms.read(terms).value();
        messages.value(following.taking(id)).ifPresent(found -> {
            evaluation = found.version();
            taking = new ArrayList<>();
            live.map(read -> read.file().lots().values().iterator().next()).ifPresent(of ->
                    found.bidders().forEach(bidder -> taking.add(new TakingForm(of, bidder))));
        });
    }

    /** Only what was looked at here is published; what is there instead is shown. */
    public void publish() {
        Outcome<AuctionView> outcome = taking == null
                ? auctions.publish(id, version) : publishFollowing();
        messages.value(outcome).ifPresent(published -> {
            messages.done(taking == null
                    ? "auctionoffice.published" : "auctionoffice.published.following");
            visit.go("/office/auctions/" + id);
        });
        boolean typed = outcome instanceof Outcome.Refused<AuctionView> refused
                && refused.first().code() instanceof FormRefusal;
        if (outcome instanceof Outcome.Refused<AuctionView> && !typed) {
            look();
        }
    }

    private Outcome<AuctionView> publishFollowing() {
        Map<String, Marks> marks = new HashMap<>();
        List<Refusal> problems = new ArrayList<>();
        for (int i = 0; i < taking.size(); i++) {
            switch (taking.get(i).marks("taking[" + i + "].")) {
                case Outcome.Done<Marks>(Marks own) ->
                        marks.put(taking.get(i).text("organisation"), own);
                case Outcome.Refused<Marks>(List<Refusal> refusals) -> problems.addAll(refusals);
            }
        }
        return problems.isEmpty() ? following.publish(id, version, evaluation, marks)
                : Outcome.refused(problems);
    }

    /** Null where it follows nothing: then everybody is admitted later. */
    public List<TakingForm> getTaking() {
        return taking;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
