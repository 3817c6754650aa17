package org.subhasta.web.awarding;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subhasta.awarding.Awards;
import org.subhasta.awarding.AwardingRefusal;
import org.subhasta.awarding.EvaluationView;
import org.subhasta.bidding.BoxReports;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.Part;
import org.subhasta.kernel.Outcome;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Viewer;
import org.subhasta.web.page.Visit;

/** One opened bid, to read, disqualify and reinstate: {@code /office/tenders/{id}/bids/{bid}}. */
@Named
@RequestScoped
public class EvaluatedBidPage {

    @Inject
    Awards awards;
    @Inject
    BoxReports boxes;
    @Inject
    Opened opened;
    @Inject
    Messages messages;
    @Inject
    Viewer viewer;
    @Inject
    Visit visit;

    private EvaluationView evaluation;
    private EvaluationView.Bid bid;
    private final List<Place> places = new ArrayList<>();
    private long seen;
    private String reason = "";

    /** Where the bid stands for one lot it covers. */
    public record Place(EvaluationView.Lot lot, EvaluationView.Standing standing) {
    }

    @PostConstruct
    void load() {
        opened.find().ifPresent(this::show);
    }

    private void show(EvaluationView view) {
        evaluation = view;
        seen = view.version();
        bid = view.bids().stream().filter(b -> b.id().equals(visit.parameter("bid")))
                .findFirst().orElse(null);
        places.clear();
        view.lots().forEach(lot -> lot.ranking().stream()
                .filter(s -> bid != null && s.bid().equals(bid.id()))
                .forEach(s -> places.add(new Place(lot, s))));
    }

    public void require() {
        if (bid == null) {
            opened.leave();
        }
    }

    public void disqualify() {
        finish(awards.disqualify(evaluation.tender(), seen, bid.id(), scope(), reason),
                "awarding.bid.disqualified.done");
    }

    /** Although its bidder is excluded. */
    public void keep() {
        finish(awards.keepExcluded(evaluation.tender(), seen, bid.id(), reason),
                "awarding.bid.keep.done");
    }

    public void reinstate() {
        finish(awards.reinstate(evaluation.tender(), seen, bid.id(), scope(), reason),
                "awarding.bid.reinstated.done");
    }

    private void finish(Outcome<EvaluationView> outcome, String done) {
        if (messages.value(outcome).isPresent()) {
            messages.done(done);
            visit.go("/office/tenders/" + evaluation.tender() + "/bids/" + bid.id());
        } else if (outcome instanceof Outcome.Refused<EvaluationView> refused
                && refused.first().code() == AwardingRefusal.EVALUATION_CHANGED
                && awards.evaluation(evaluation.tender())
                        instanceof Outcome.Done<EvaluationView>(EvaluationView latest)) {
            show(latest);
        }
    }

    /** The lot chosen in the form; empty for the whole bid. */
    private Optional<String> scope() {
        return Optional.ofNullable(getScope()).filter(lot -> !lot.isEmpty());
    }

    public String getScope() {
        return Optional.ofNullable(visit.parameter("scope")).orElse("");
    }

    /** Whether something can still be said about it, by this reader. */
    public boolean isDeciding() {
        return viewer.isOfficer() && evaluation.award().isEmpty();
    }

    /** The lots it can still be disqualified for. */
    public List<Place> getStanding() {
        return places.stream().filter(p -> p.standing().disqualified().isEmpty()).toList();
    }

    /** The lots it is disqualified for, each on its own. */
    public List<Place> getExcluded() {
        return places.stream().filter(p -> p.standing().disqualified().isPresent()
                && !p.standing().wholeBid()).toList();
    }

    /** What was opened of it, one or two parts. */
    public List<Part> getParts() {
        return boxes.find(evaluation.tender()).flatMap(box -> box.terms().opening())
                .map(OpeningTerms::parts).orElse(List.of());
    }

    /** A file's name as part of an address. */
    public String address(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public EvaluationView getEvaluation() {
        return evaluation;
    }

    public EvaluationView.Bid getBid() {
        return bid;
    }

    public List<Place> getPlaces() {
        return places;
    }

    public long getSeen() {
        return seen;
    }

    public void setSeen(long seen) {
        this.seen = seen;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }
}
