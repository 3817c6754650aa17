package org.subhasta.awarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.subhasta.awarding.model.TechnicalVerdict;
import org.subhasta.bidding.BidReports;
import org.subhasta.bidding.BoxReports;
import org.subhasta.bidding.BoxView;
import org.subhasta.bidding.OpenedBid;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.Tenders;
import org.subhasta.tendering.model.Origin;
import org.subhasta.tendering.model.Phase;

/** Finds and locks what the door of this package works on, and keeps A1, A2 and A3. */
@ApplicationScoped
class Evaluations {

    @PersistenceContext
    private EntityManager entities;

    @EJB
    private Callers callers;

    @EJB
    private TenderReports tenders;

    @EJB
    private Tenders tendersToLock;

    @EJB
    private BoxReports boxes;

    @EJB
    private BidReports bids;

    @Inject
    private ServerClock clock;

    @Inject
    private AuctionsOfLots auctions;

    /** For reading, by officers of the procuring organisation and by auditors. */
    Outcome<OpenedTender> read(String tender) {
        return open(tender, false);
    }

    /**
     * For changing: nobody else changes it until the transaction ends.
     *
     * @param seen the version the change is made upon
     */
    Outcome<OpenedTender> lock(String tender, long seen) {
        tendersToLock.lockForAward(tender);
        Outcome<OpenedTender> opened = open(tender, true);
        if (!(opened instanceof Outcome.Done<OpenedTender>(OpenedTender found))) {
            return opened;
        }
        if (found.award().isPresent()) {
            return Outcome.refused(
                    Refusal.of(AwardingRefusal.ALREADY_AWARDED, found.award().get()));
        }
        if (found.tender().phase() == Phase.CANCELLED) {
            return Outcome.refused(Refusal.of(AwardingRefusal.TENDER_NOT_EVALUABLE));
        }
        if (found.version() != seen) {
            EvaluationRow row = found.evaluation().orElseThrow();
            return Outcome.refused(Refusal.of(
                    AwardingRefusal.EVALUATION_CHANGED, row.changedAt().toString()));
        }
        return opened;
    }

    private Outcome<OpenedTender> open(String tender, boolean lock) {
        Optional<TenderView> found = tenders.find(tender)
                .filter(t -> t.origin() == Origin.HERE && mayEvaluate(t, lock));
        Optional<BoxView> box = found.flatMap(t -> boxes.find(t.id()));
        if (box.isEmpty()) {
            return Outcome.refused(Refusal.of(AwardingRefusal.EVALUATION_NOT_FOUND));
        }
        return switch (box.get().state()) {
            case BoxState.Abandoned abandoned ->
                    Outcome.refused(Refusal.of(AwardingRefusal.TENDER_NOT_EVALUABLE));
            case BoxState.Opened opened -> load(found.get(), box.get(), lock);
            case BoxState.Open open -> sealed(found.get(), box.get());
            case BoxState.Closed closed -> sealed(found.get(), box.get());
            case BoxState.TechnicalOpened opened -> sealed(found.get(), box.get());
            case BoxState.Released released -> sealed(found.get(), box.get());
        };
    }

    private static Outcome<OpenedTender> sealed(TenderView tender, BoxView box) {
        return Outcome.refused(tender.phase() == Phase.CANCELLED
                ? Refusal.of(AwardingRefusal.TENDER_NOT_EVALUABLE) : Refusal.of(
                AwardingRefusal.BIDS_NOT_OPENED, box.closesAt().toString()));
    }

    private boolean mayEvaluate(TenderView tender, boolean change) {
        Caller caller = callers.current();
        return caller.is(Role.OFFICER) && caller.actsFor(tender.buyer().id())
                || !change && caller.is(Role.AUDITOR);
    }

    private Outcome<OpenedTender> load(TenderView tender, BoxView box, boolean lock) {
        Optional<EvaluationRow> evaluation = lock
                ? Optional.of(locked(tender.id()))
                : Optional.ofNullable(entities.find(EvaluationRow.class, tender.id()));
        return switch (bids.opened(box.id())) {
            case Outcome.Refused<List<OpenedBid>> refused -> refused.refusal();
            case Outcome.Done<List<OpenedBid>>(List<OpenedBid> opened) ->
                    Outcome.done(new OpenedTender(tender, box, opened,
                            evaluation.filter(row -> row.version() > 0), standing(tender.id()),
                            proposals(tender.id()), award(tender.id()), failed(tender.id()),
                            auctions.of(tender.id())));
        };
    }

    private EvaluationRow locked(String tender) {
        entities.createNativeQuery("""
                INSERT INTO awarding.evaluation (tender, version, changed_by, changed_at)
                VALUES (:tender, 0, :person, :at) ON CONFLICT DO NOTHING""")
                .setParameter("tender", tender)
                .setParameter("person", callers.current().person())
                .setParameter("at", clock.now())
                .executeUpdate();
        EvaluationRow row =
                entities.find(EvaluationRow.class, tender, LockModeType.PESSIMISTIC_WRITE);
        entities.refresh(row);
        return row;
    }

    private List<DisqualificationRow> standing(String tender) {
        return entities.createQuery("""
                SELECT d FROM DisqualificationRow d
                WHERE d.tender = :tender AND d.reinstatedAt IS NULL ORDER BY d.madeAt, d.id""",
                DisqualificationRow.class).setParameter("tender", tender).getResultList();
    }

    private List<ProposalRow> proposals(String tender) {
        return entities.createQuery(
                "SELECT p FROM ProposalRow p WHERE p.id.tender = :tender", ProposalRow.class)
                .setParameter("tender", tender).getResultList();
    }

    /** Why bids did not pass technically, by their ids. */
    private Map<String, String> failed(String tender) {
        return Optional.ofNullable(entities.find(TechnicalEvaluationRow.class, tender))
                .map(row -> TechnicalStatement.valid(row.signed().content()).verdicts())
                .orElse(List.of()).stream().filter(verdict -> !verdict.passed())
                .collect(Collectors.toMap(TechnicalVerdict::bid, TechnicalVerdict::reason));
    }

    private Optional<String> award(String tender) {
        return entities.createQuery(
                "SELECT a.id FROM AwardRow a WHERE a.tender = :tender", String.class)
                .setParameter("tender", tender).getResultStream().findFirst();
    }
}
