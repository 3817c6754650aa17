package org.subhasta.awarding;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.awarding.model.DecisionProblem;
import org.subhasta.awarding.model.Evaluation;
import org.subhasta.awarding.model.LotRanking;
import org.subhasta.bidding.OpenedBid;
import org.subhasta.parties.CertificateReports;
import org.subhasta.parties.CertificateView;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.tendering.model.Lot;

/** Shows an opened tender to its officers: names instead of identifiers, rankings, problems. */
@ApplicationScoped
class EvaluationDrawing {

    @EJB
    private OrganisationReports organisations;

    @EJB
    private CertificateReports certificates;

    @Inject
    private ExcludedBids excluded;

    EvaluationView view(OpenedTender opened) {
        Map<String, String> names = names(opened);
        Evaluation model = opened.model();
        Map<UUID, List<EvaluationView.Flag>> flags = excluded.flags(opened);
        Map<String, AwardingRefusal> problems = new HashMap<>();
        model.problems().forEach(problem -> problems.put(problem.lot(), code(problem)));
        List<EvaluationView.Lot> lots = new ArrayList<>();
        for (Lot lot : opened.tender().lots()) {
            lots.add(new EvaluationView.Lot(lot.id(), lots.size() + 1, lot.title(),
                    lot.estimatedValue(), standings(opened, model.ranking(lot.id()), names),
                    opened.proposed().getOrDefault(lot.id(), Proposal.undecided("")),
                    Optional.ofNullable(problems.get(lot.id())), lot.auction(),
                    opened.auction(lot.id())));
        }
        return new EvaluationView(opened.tender().id(), opened.tender().title(),
                opened.tender().buyer().name(), opened.version(),
                opened.box().terms().currency().getCurrencyCode(),
                opened.box().terms().prices().word(), opened.box().terms().zone(),
                opened.closedAt(), opened.award(),
                opened.evaluation().map(row ->
                        new EvaluationView.Change(row.changedBy(), row.changedAt())),
                opened.bids().stream().map(bid -> bid(opened, bid, names, flags)).toList(),
                lots);
    }

    /** The bidders' names by their identifiers. */
    Map<String, String> names(OpenedTender opened) {
        Map<String, String> names = new HashMap<>();
        opened.bids().forEach(bid -> names.put(bid.bidder(), bid.bidder()));
        organisations.find(names.keySet().stream().toList()).values()
                .forEach((OrganisationView known) -> names.put(known.id(), known.name()));
        return names;
    }

    /** The refusal that tells of a problem. */
    static AwardingRefusal code(DecisionProblem problem) {
        return switch (problem.rule()) {
            case AUCTION_UNDER_WAY -> AwardingRefusal.LOT_AUCTION_UNDER_WAY;
            case UNDECIDED -> AwardingRefusal.LOT_UNDECIDED;
            case NO_BID_FOR_LOT -> AwardingRefusal.NO_BID_FOR_LOT;
            case DISQUALIFIED -> AwardingRefusal.CHOSEN_BID_DISQUALIFIED;
            case NOT_LOWEST -> AwardingRefusal.CHOSEN_BID_NOT_LOWEST;
            case TIE_WITHOUT_REASON -> AwardingRefusal.TIE_WITHOUT_REASON;
            case NO_AWARD_WITHOUT_REASON -> AwardingRefusal.NO_AWARD_WITHOUT_REASON;
        };
    }

    private EvaluationView.Bid bid(
            OpenedTender opened, OpenedBid bid, Map<String, String> names,
            Map<UUID, List<EvaluationView.Flag>> flags) {
        return new EvaluationView.Bid(bid.id().toString(), bid.bidder(),
                names.get(bid.bidder()), bid.receivedAt(), bid.digest(), signer(bid),
                bid.attachments(), bid.lots().size(), bid.total(), bid.invalid(),
                Optional.ofNullable(opened.failed().get(bid.id().toString())),
                opened.exclusion(bid.id().toString()).map(DisqualificationRow::view),
                flags.getOrDefault(bid.id(), List.of()));
    }

    /** Whatever became of the certificate since: it was admitted when the bid was accepted. */
    private EvaluationView.Signer signer(OpenedBid bid) {
        Optional<CertificateView> known = certificates.of(bid.bidder()).stream()
                .filter(c -> c.fingerprint().equals(bid.certificate())).findFirst();
        return new EvaluationView.Signer(known.map(CertificateView::personName).orElse(""),
                known.map(CertificateView::subject).orElse(""),
                known.map(CertificateView::issuer).orElse(""), bid.certificate());
    }

    private static List<EvaluationView.Standing> standings(
            OpenedTender opened, LotRanking ranking, Map<String, String> names) {
        List<EvaluationView.Standing> standings = new ArrayList<>();
        for (LotRanking.Ranked r : ranking.ranked()) {
            standings.add(new EvaluationView.Standing(r.bid().id(), names.get(r.bid().bidder()),
                    r.price(), Optional.of(r.rank()), r.tied(), Optional.empty(), false));
        }
        for (LotRanking.Out out : ranking.disqualified()) {
            Optional<DisqualificationRow> why = opened.exclusion(out.bid().id(), ranking.lot());
            standings.add(new EvaluationView.Standing(out.bid().id(),
                    names.get(out.bid().bidder()), out.price(), Optional.empty(), false,
                    why.map(DisqualificationRow::view),
                    why.filter(DisqualificationRow::isWholeBid).isPresent()));
        }
        return standings;
    }
}
