package org.subhasta.web.auction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.subhasta.auction.AuctionReports;
import org.subhasta.auction.AuctionView;
import org.subhasta.auction.AuctionView.LotLine;
import org.subhasta.auction.LotPast;
import org.subhasta.auction.LotView;
import org.subhasta.auction.OwnActs;
import org.subhasta.auction.format.Follows;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.auction.format.TermsWriter;
import org.subhasta.auction.model.AudienceView;
import org.subhasta.auction.model.AudienceView.Status;
import org.subhasta.auction.model.Direction;
import org.subhasta.auction.model.Phase;
import org.subhasta.auction.model.PublicHistory;
import org.subhasta.auction.model.Result;
import org.subhasta.auction.model.Terms;
import org.subhasta.auction.model.Visibility;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.parties.Role;
import org.subhasta.web.page.Say;
import org.subhasta.web.page.Texts;
import org.subhasta.web.page.Visit;

/**
 * A lot of an auction as the reader may see it now: {@code /auctions/{id}?lot=2}. The page is whole
 * without a script; {@code auction.js} keeps it in step with the server.
 */
@Named
@RequestScoped
public class AuctionPage {

    @Inject
    AuctionReports reports;
    @Inject
    AuctionAnswers answers;
    @Inject
    OrganisationReports organisations;
    @Inject
    OwnActs acts;
    @Inject
    Callers callers;
    @Inject
    Visit visit;
    @Inject
    Texts texts;
    @Inject
    Say say;

    private AuctionView auction;
    private LotView lot;
    private Terms terms;
    private LotPast past;
    private List<String> entered = List.of();

    /**
     * A phase on the way.
     *
     * @param place {@code done}, {@code now} or {@code next}
     */
    public record Step(Phase phase, String place) {
    }

    public void load() {
        auction = reports.find(visit.parameter("id")).orElse(null);
        if (auction == null) {
            visit.notFound();
            return;
        }
        String asked = visit.parameter("lot");
        String name = asked == null || asked.isEmpty() ? auction.lots().getFirst().lot() : asked;
        lot = reports.lot(auction.id(), name).orElse(null);
        if (lot == null) {
            visit.notFound();
            return;
        }
        terms = reports.terms(auction.id(), name).orElseThrow();
        past = reports.past(auction.id(), name).orElseThrow();
        entered = isAdmitted() ? acts.entered(auction.id()) : List.of();
    }

    public AuctionView getAuction() {
        return auction;
    }

    /** What it follows; null where it stands alone. */
    public Follows getFollows() {
        return LiveTerms.followsOf(auction.terms()).orElse(null);
    }

    public String getOrganisation() {
        return organisations.find(auction.organisation()).map(OrganisationView::name).orElse("");
    }

    public LotView getLot() {
        return lot;
    }

    public AudienceView getView() {
        return lot.view();
    }

    public Terms getTerms() {
        return terms;
    }

    /** {@code waiting}, {@code between-phases}, {@code running}, {@code paused}, {@code ended}. */
    public String getStatus() {
        Status status = lot.view().status();
        return lot.view().pausedAt().isPresent() && status != Status.ENDED ? "paused"
                : AuctionAnswers.word(status);
    }

    public boolean isEnded() {
        return lot.view().status() == Status.ENDED;
    }

    /** Whether prices rise. */
    public boolean isAscending() {
        return terms.direction() == Direction.ASCENDING;
    }

    /** The phases and where the lot is among them. */
    public List<Step> getSteps() {
        List<Step> steps = new ArrayList<>();
        for (Phase phase : terms.phases()) {
            int place = steps.size();
            boolean running = lot.view().status() == Status.RUNNING;
            steps.add(new Step(phase, isEnded() || place < lot.view().phase() ? "done"
                    : place == lot.view().phase() && running ? "now" : "next"));
        }
        return steps;
    }

    /** The phase that runs or comes next; the last one after the end. */
    public Phase getPhase() {
        int last = terms.phases().size() - 1;
        return terms.phases().get(Math.min(lot.view().phase(), last));
    }

    /** The lots with their states, where there are several. */
    public List<LotLine> getLots() {
        return auction.lots().size() > 1 ? auction.lots() : List.of();
    }

    /** What everybody could see of the lot so far. */
    public LotPast getPast() {
        return past;
    }

    /** How texts call what a notice is about. */
    public String word(PublicHistory.What what) {
        return AuctionAnswers.word(what);
    }

    /** The name behind an organisation's identifier; while other lots run, the number stands for it. */
    public String name(String organisation) {
        String name = answers.names(lot).get(organisation);
        return name == null ? texts.of("auction.live.bidder", organisation) : name;
    }

    /** Whether the reader's organisation takes part, and the reader may act for it. */
    public boolean isAdmitted() {
        return lot.view().own().isPresent()
                && callers.signedIn().filter(caller -> caller.is(Role.SUPPLIER)).isPresent();
    }

    /** Whether the reader may prepare and run it. */
    public boolean isOurs() {
        return callers.signedIn().filter(caller -> caller.is(Role.OFFICER)
                && caller.actsFor(auction.organisation())).isPresent();
    }

    /** The reader's organisation; empty where nobody is signed in. */
    public String getParticipant() {
        return callers.signedIn().map(Caller::organisation).orElse("");
    }

    /** The certificates with which the reader has entered, for the script: SHA-256, spaced. */
    public String getEntered() {
        return String.join(" ", entered);
    }

    /** The lot as the interface tells it, where the script begins. */
    public String getState() {
        return answers.lot(lot).toString();
    }

    /** The terms of the lot as JSON, for the script. */
    public String getTermsJson() {
        return TermsWriter.write(terms).toString();
    }

    /** What the script says, without what else is said of auctions. */
    public String getTexts() {
        return texts.starting("auction.live.");
    }

    /** Whether others' bids are hidden from the reader now. */
    public boolean isHidden() {
        Visibility seen = getPhase().visibility();
        return !isEnded() && Visibility.Level.EVERYTHING_BUT_NAMES
                != (lot.view().own().isPresent() ? seen.participants() : seen.everyone());
    }

    /** Who wins, or why nobody does. */
    public String getResultWords() {
        return lot.view().result().map(result -> switch (result) {
            case Result.Won won -> won.paid().equals(won.amount())
                    ? texts.of("auction.live.won", name(won.winner()), say.money(won.amount()))
                    : texts.of("auction.live.won.pays", name(won.winner()),
                            say.money(won.amount()), say.money(won.paid()));
            case Result.Unsuccessful(Result.Why why) -> texts.get("auction.live.unsuccessful")
                    + ". " + texts.get("auction.live.why." + AuctionAnswers.word(why));
            case Result.Cancelled(String reason) -> texts.of("auction.live.cancelled", reason);
        }).orElse("");
    }
}
