package org.subhasta.awarding;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.subhasta.awarding.model.Choice;
import org.subhasta.awarding.model.DecisionProblem;
import org.subhasta.awarding.model.LotAuction;
import org.subhasta.bidding.OpenedBid;
import org.subhasta.bidding.model.LotPrice;
import org.subhasta.journal.Entry;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Assured;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.Tenders;

/**
 * Evaluation and award of a tender, by the officers of its procuring organisation, from the closing
 * act on. Each change names the version it was made upon ({@code seen}, as
 * {@link EvaluationView#version()} told it): whoever comes second is told and loses nothing.
 *
 * <p>Everything here can be refused with {@link AwardingRefusal#EVALUATION_NOT_FOUND},
 * {@code BIDS_NOT_OPENED}, {@code TENDER_NOT_EVALUABLE}, and every change with
 * {@code ALREADY_AWARDED} and {@code EVALUATION_CHANGED}.
 */
@Stateless
@RolesAllowed(Role.Names.OFFICER)
public class Awards {

    /** Characters of the longest reason. */
    public static final int LONGEST_REASON = 4_000;

    @PersistenceContext
    private EntityManager entities;

    @Resource
    private SessionContext context;

    @EJB
    private Callers callers;

    @EJB
    private Journal journal;

    @EJB
    private Tenders tenders;

    @EJB
    private TenderReports tenderReports;

    @Inject
    private ServerClock clock;

    @Inject
    private Evaluations evaluations;

    @Inject
    private ExcludedBids excluded;

    @Inject
    private EvaluationDrawing drawing;

    @Inject
    private AwardWriting writing;

    @Inject
    private RecordedAwards recorded;

    @Inject
    private AwardNotice notices;

    /** The bids ranked, what was said about them, and what is still to decide. */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.AUDITOR})
    public Outcome<EvaluationView> evaluation(String tender) {
        return shown(evaluations.read(tender));
    }

    /**
     * Takes a bid, or its part for one lot, out of the ranking.
     *
     * <p>Refused: {@code EVALUATED_BID_UNKNOWN}, {@code EVALUATED_LOT_UNKNOWN},
     * {@code NO_BID_FOR_LOT}, {@code EVALUATION_REASON_MISSING}, {@code
     * EVALUATION_REASON_TOO_LONG}, {@code LOT_AUCTION_UNDER_WAY}, {@code ALREADY_DISQUALIFIED}.
     *
     * @param lot    the lot's id; empty for the whole bid
     * @param reason will be published
     */
    @Assured
    public Outcome<EvaluationView> disqualify(
            String tender, long seen, String bid, Optional<String> lot, String reason) {
        return shown(change(tender, seen, (opened, caller, at) -> {
            List<Refusal> refusals = judge(opened, bid, lot, reason);
            if (refusals.isEmpty()) {
                auctioning(opened, bid, lot).ifPresent(refusals::add);
            }
            if (refusals.isEmpty() && find(opened, bid, lot).isPresent()) {
                refusals.add(Refusal.at("bid", AwardingRefusal.ALREADY_DISQUALIFIED));
            }
            if (refusals.isEmpty()) {
                entities.persist(new DisqualificationRow(tender, UUID.fromString(bid), lot,
                        reason.strip(), caller.person(), at));
                journal(tender, "bid-disqualified", caller, at, bid, lot, reason);
            }
            return refusals;
        }));
    }

    /**
     * Takes a disqualification back.
     *
     * <p>Refused as {@link #disqualify}, and {@code LOT_AUCTION_DECIDED}, {@code NOT_DISQUALIFIED}.
     */
    @Assured
    public Outcome<EvaluationView> reinstate(
            String tender, long seen, String bid, Optional<String> lot, String reason) {
        return shown(change(tender, seen, (opened, caller, at) -> {
            List<Refusal> refusals = judge(opened, bid, lot, reason);
            if (refusals.isEmpty()) {
                auctioning(opened, bid, lot).or(() -> auctioned(opened, bid, lot))
                        .ifPresent(refusals::add);
            }
            Optional<DisqualificationRow> standing = find(opened, bid, lot);
            if (refusals.isEmpty() && standing.isEmpty()) {
                refusals.add(Refusal.at("bid", AwardingRefusal.NOT_DISQUALIFIED));
            }
            if (refusals.isEmpty()) {
                standing.get().reinstate(reason.strip(), caller.person(), at);
                journal(tender, "bid-reinstated", caller, at, bid, lot, reason);
            }
            return refusals;
        }));
    }

    /**
     * Keeps a bid although its bidder is excluded, under all exclusions that count now; of a later
     * one it has to be decided again. It can still be disqualified.
     *
     * <p>Refused: {@code EVALUATED_BID_UNKNOWN}, {@code EVALUATION_REASON_MISSING}, {@code
     * EVALUATION_REASON_TOO_LONG}, {@code EXCLUSION_NOTHING_TO_DECIDE}.
     *
     * @param reason is journaled under the tender
     */
    @Assured
    public Outcome<EvaluationView> keepExcluded(
            String tender, long seen, String bid, String reason) {
        return shown(change(tender, seen, (opened, caller, at) -> {
            List<Refusal> refusals = judge(opened, bid, Optional.empty(), reason);
            if (refusals.isEmpty()
                    && !excluded.keep(opened, UUID.fromString(bid), reason, caller, at)) {
                refusals.add(Refusal.at("bid", AwardingRefusal.EXCLUSION_NOTHING_TO_DECIDE));
            }
            return refusals;
        }));
    }

    /**
     * Keeps proposals as typed, for some lots or all; the other lots keep theirs. What is not
     * complete yet is kept too and told by {@link EvaluationView.Lot#problem()}.
     *
     * <p>Refused: {@code EVALUATED_LOT_UNKNOWN}, {@code NO_BID_FOR_LOT},
     * {@code CHOSEN_BID_DISQUALIFIED}, {@code CHOSEN_BID_NOT_LOWEST},
     * {@code EVALUATION_REASON_TOO_LONG}; fields are {@code lots[0].bid}, {@code lots[0].reason},
     * numbered as the tender's lots are.
     *
     * @param proposals by the lot's id
     */
    public Outcome<EvaluationView> propose(
            String tender, long seen, Map<String, Proposal> proposals) {
        return shown(change(tender, seen, (opened, caller, at) -> {
            List<Refusal> refusals = new ArrayList<>();
            proposals.forEach((lot, proposal) ->
                    judge(opened, lot, proposal).ifPresent(refusals::add));
            if (refusals.isEmpty()) {
                proposals.forEach((lot, proposal) -> keep(tender, lot, proposal));
            }
            return refusals;
        }));
    }

    /** Proposes the one lowest bid for every lot that is undecided; ties are left alone. */
    public Outcome<EvaluationView> proposeLowest(String tender, long seen) {
        return shown(change(tender, seen, (opened, caller, at) -> {
            opened.model().lowestWhereUndecided().forEach((lot, choice) -> {
                if (choice instanceof Choice.AwardTo(String bid, String none)) {
                    String typed = opened.proposed()
                            .getOrDefault(lot, Proposal.undecided("")).reason();
                    keep(tender, lot, Proposal.award(bid, typed));
                }
            });
            return List.of();
        }));
    }

    /**
     * Decides all lots as proposed and publishes the award with its signed notice: for ever. The
     * tender is complete, or unsuccessful where no lot was awarded.
     *
     * <p>Refused with everything that keeps a lot from being decided, at {@code lots[0].bid} or
     * {@code lots[0].reason}; with {@code EXCLUSION_UNDECIDED} for each flagged bid that was neither
     * disqualified nor kept; and with {@code NOTICE_KEY_MISSING} or {@code NOTICE_KEY_EXPIRED}.
     * Nothing is lost by a refusal: the proposals stay.
     */
    @Assured
    public Outcome<AwardView> decide(String tender, long seen) {
        return switch (decidable(tender, seen)) {
            case Outcome.Done<OpenedTender>(OpenedTender opened) -> publish(opened);
            case Outcome.Refused<OpenedTender> refused -> refused.refusal();
        };
    }

    /** Whether {@link #decide} would do it now, refused exactly as that would be. */
    public Outcome<EvaluationView> check(String tender, long seen) {
        return shown(decidable(tender, seen));
    }

    /**
     * Keeps the awards of an imported process as the public reads them, in the import's
     * transaction; what was recorded for it before and is not among them any more is gone.
     */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.ADMINISTRATOR})
    public void record(String importedTender) {
        tenderReports.find(importedTender).ifPresent(recorded::replace);
    }

    private Outcome<OpenedTender> decidable(String tender, long seen) {
        Outcome<OpenedTender> locked = evaluations.lock(tender, seen);
        if (!(locked instanceof Outcome.Done<OpenedTender>(OpenedTender opened))) {
            return locked;
        }
        List<Refusal> problems = new ArrayList<>(excluded.undecided(opened));
        opened.model().problems().forEach(problem -> problems.add(refusal(opened, problem)));
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        Outcome<Void> ready = notices.ready();
        return ready instanceof Outcome.Refused<Void> ? ready.refusal() : locked;
    }

    private Outcome<AwardView> publish(OpenedTender opened) {
        Caller caller = callers.current();
        Subject subject = Subject.of("tender", opened.tender().id());
        Instant at = clock.now();
        AwardView decided = writing.write(opened, opened.model().decide(), at);
        Entry entry = journal.append(
                subject, "award-decided", caller.actor(), at, AwardJson.of(decided));
        AwardView award = AwardWriting.withDecision(decided, entry);
        Outcome<NoticeFile> notice = notices.make(award);
        if (!(notice instanceof Outcome.Done<NoticeFile>(NoticeFile file))) {
            return undone(notice.refusal());
        }
        AwardView published = award.with(file);
        entities.persist(new AwardRow(published, AwardJson.of(published).toString()));
        entities.flush();
        journal.append(subject, "award-published", caller.actor(), at, Json.createObjectBuilder()
                .add("award", published.id())
                .add("notice", file.sha256())
                .add("size", file.size()).build());
        Outcome<TenderView> ended = published.outcome() == AwardView.Outcome.COMPLETE
                ? tenders.complete(opened.tender().id())
                : tenders.fail(opened.tender().id(), writing.whyUnsuccessful(published));
        return ended instanceof Outcome.Refused<TenderView> refused
                ? undone(refused.refusal()) : Outcome.done(published);
    }

    /** Part of the decision was written already: none of it may stay. */
    private <T> Outcome<T> undone(Outcome<T> refused) {
        context.setRollbackOnly();
        return refused;
    }

    /** What one change does, once it is known to be made upon the latest version. */
    private interface Change {
        List<Refusal> apply(OpenedTender opened, Caller caller, Instant at);
    }

    private Outcome<OpenedTender> change(String tender, long seen, Change change) {
        Outcome<OpenedTender> locked = evaluations.lock(tender, seen);
        if (!(locked instanceof Outcome.Done<OpenedTender>(OpenedTender opened))) {
            return locked;
        }
        Caller caller = callers.current();
        Instant at = clock.now();
        List<Refusal> refusals = change.apply(opened, caller, at);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        entities.find(EvaluationRow.class, tender).changed(caller.person(), at);
        entities.flush();
        return evaluations.read(tender);
    }

    private Outcome<EvaluationView> shown(Outcome<OpenedTender> opened) {
        return switch (opened) {
            case Outcome.Done<OpenedTender>(OpenedTender found) ->
                    Outcome.done(drawing.view(found));
            case Outcome.Refused<OpenedTender> refused -> refused.refusal();
        };
    }

    private static List<Refusal> judge(
            OpenedTender opened, String bid, Optional<String> lot, String reason) {
        List<Refusal> refusals = new ArrayList<>();
        Optional<OpenedBid> found = opened.bid(bid);
        if (found.isEmpty()) {
            refusals.add(Refusal.at("bid", AwardingRefusal.EVALUATED_BID_UNKNOWN));
        } else if (lot.isPresent() && opened.lot(lot.get()).isEmpty()) {
            refusals.add(Refusal.at("lot", AwardingRefusal.EVALUATED_LOT_UNKNOWN));
        } else if (lot.isPresent() && found.get().lots().stream()
                .noneMatch(price -> price.lot().equals(lot.get()))) {
            refusals.add(Refusal.at("lot", AwardingRefusal.NO_BID_FOR_LOT,
                    opened.name(lot.get())));
        }
        if (reason == null || reason.isBlank()) {
            refusals.add(Refusal.at("reason", AwardingRefusal.EVALUATION_REASON_MISSING));
        } else if (reason.strip().length() > LONGEST_REASON) {
            refusals.add(tooLong("reason"));
        }
        return refusals;
    }

    /** Who takes part in an auction is settled until it ends; it can be excluded there. */
    private static Optional<Refusal> auctioning(
            OpenedTender opened, String bid, Optional<String> lot) {
        return lots(opened, bid, lot).filter(opened.model()::isAuctioning).findFirst()
                .map(one -> Refusal.at("lot", AwardingRefusal.LOT_AUCTION_UNDER_WAY,
                        opened.name(one)));
    }

    /**
     * Whoever took no part in an auction does not come into its ranking: where that is all that the
     * bid is for, there is nothing to be reinstated.
     */
    private static Optional<Refusal> auctioned(
            OpenedTender opened, String bid, Optional<String> lot) {
        String bidder = opened.bid(bid).orElseThrow().bidder();
        Map<String, LotAuction> auctions = opened.model().auctions();
        return lots(opened, bid, lot).allMatch(one -> auctions.containsKey(one)
                && auctions.get(one).decides() && !auctions.get(one).places(bidder))
                ? lots(opened, bid, lot).findFirst().map(one -> Refusal.at(
                        "lot", AwardingRefusal.LOT_AUCTION_DECIDED, opened.name(one)))
                : Optional.empty();
    }

    private static Stream<String> lots(
            OpenedTender opened, String bid, Optional<String> lot) {
        return opened.bid(bid).orElseThrow().lots().stream().map(LotPrice::lot)
                .filter(one -> lot.isEmpty() || lot.get().equals(one));
    }

    /** A proposal may be unfinished, but not impossible. */
    private static Optional<Refusal> judge(OpenedTender opened, String lot, Proposal proposal) {
        if (opened.lot(lot).isEmpty()) {
            return Optional.of(
                    Refusal.at("lots", AwardingRefusal.EVALUATED_LOT_UNKNOWN, lot));
        }
        if (proposal.reason().length() > LONGEST_REASON) {
            return Optional.of(tooLong("lots[" + opened.position(lot) + "].reason"));
        }
        return proposal.bid()
                .flatMap(bid -> opened.model().problem(lot, new Choice.AwardTo(bid, "-")))
                .map(problem -> refusal(opened, problem));
    }

    private static Refusal refusal(OpenedTender opened, DecisionProblem problem) {
        AwardingRefusal code = EvaluationDrawing.code(problem);
        String field = code == AwardingRefusal.TIE_WITHOUT_REASON
                || code == AwardingRefusal.NO_AWARD_WITHOUT_REASON ? "reason" : "bid";
        return Refusal.at("lots[" + opened.position(problem.lot()) + "]." + field, code,
                opened.name(problem.lot()));
    }

    private static Refusal tooLong(String field) {
        return Refusal.at(field, AwardingRefusal.EVALUATION_REASON_TOO_LONG,
                Integer.toString(LONGEST_REASON));
    }

    private static Optional<DisqualificationRow> find(
            OpenedTender opened, String bid, Optional<String> lot) {
        return opened.standing().stream()
                .filter(row -> row.is(UUID.fromString(bid), lot)).findFirst();
    }

    private void keep(String tender, String lot, Proposal proposal) {
        ProposalRow row = Optional.ofNullable(
                entities.find(ProposalRow.class, new ProposalRow.Key(tender, lot)))
                .orElseGet(() -> new ProposalRow(tender, lot));
        row.set(proposal);
        entities.persist(row);
    }

    private void journal(String tender, String act, Caller caller, Instant at, String bid,
            Optional<String> lot, String reason) {
        JsonObjectBuilder payload = Json.createObjectBuilder().add("bid", bid);
        lot.ifPresent(id -> payload.add("lot", id));
        journal.append(Subject.of("tender", tender), act, caller.actor(), at,
                payload.add("reason", reason.strip()).build());
    }
}
