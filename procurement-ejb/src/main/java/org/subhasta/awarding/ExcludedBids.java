package org.subhasta.awarding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.bidding.OpenedBid;
import org.subhasta.eligibility.ExclusionReports;
import org.subhasta.eligibility.ExclusionView;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Caller;

/**
 * Bids whose bidder is excluded now: they stay until the officer has decided about each (Directive
 * 2014/24/EU, article 57(5) and (6)).
 */
@ApplicationScoped
class ExcludedBids {

    @PersistenceContext
    private EntityManager entities;

    @EJB
    private ExclusionReports exclusions;

    @EJB
    private Journal journal;

    /** The flagged bids with what they are flagged for; nothing once the award is decided. */
    Map<UUID, List<EvaluationView.Flag>> flags(OpenedTender opened) {
        if (opened.award().isPresent()) {
            return Map.of();
        }
        List<ExclusionView> counting = exclusions.counting(
                opened.bids().stream().map(OpenedBid::bidder).distinct().toList(),
                opened.tender().buyer().id());
        Map<UUID, List<EvaluationView.Flag>> flags = new LinkedHashMap<>();
        for (OpenedBid bid : opened.bids()) {
            List<EvaluationView.Flag> own = counting.stream()
                    .filter(one -> one.exclusion().supplier().equals(bid.bidder()))
                    .map(one -> flag(opened, bid, one)).toList();
            if (!own.isEmpty()) {
                flags.put(bid.id(), own);
            }
        }
        return flags;
    }

    /** Why the award cannot be decided yet: each bid nothing was decided about. */
    List<Refusal> undecided(OpenedTender opened) {
        List<Refusal> undecided = new ArrayList<>();
        flags(opened).forEach((bid, flags) -> flags.stream().filter(flag -> !flag.decided())
                .findFirst().ifPresent(flag -> undecided.add(Refusal.of(
                        AwardingRefusal.EXCLUSION_UNDECIDED, bidderName(opened, bid)))));
        return undecided;
    }

    /** Whether there was anything to decide. */
    boolean keep(OpenedTender opened, UUID bid, String reason, Caller caller, Instant at) {
        List<EvaluationView.Flag> waiting = flags(opened).getOrDefault(bid, List.of()).stream()
                .filter(flag -> !flag.decided()).toList();
        String tender = opened.tender().id();
        JsonArrayBuilder under = Json.createArrayBuilder();
        for (EvaluationView.Flag flag : waiting) {
            entities.persist(new KeptBidRow(new KeptBidRow.Key(tender, bid, flag.exclusion()),
                    reason.strip(), caller.person(), at));
            under.add(flag.exclusion());
        }
        if (!waiting.isEmpty()) {
            journal.append(Subject.of("tender", tender), "excluded-bid-kept", caller.actor(), at,
                    Json.createObjectBuilder().add("bid", bid.toString())
                            .add("exclusions", under).add("reason", reason.strip()).build());
        }
        return !waiting.isEmpty();
    }

    private EvaluationView.Flag flag(OpenedTender opened, OpenedBid bid, ExclusionView one) {
        Optional<String> kept = Optional.ofNullable(entities.find(KeptBidRow.class,
                new KeptBidRow.Key(opened.tender().id(), bid.id(), one.id())))
                .map(KeptBidRow::reason);
        return new EvaluationView.Flag(one.id(), one.exclusion().cited(),
                one.exclusion().reason(), one.exclusion().from(), kept,
                kept.isPresent() || isOut(opened, bid));
    }

    /** In no ranking: whatever was decided about it, nothing is awarded to it. */
    private static boolean isOut(OpenedTender opened, OpenedBid bid) {
        String id = bid.id().toString();
        return !OpenedTender.isPriced(bid) || opened.exclusion(id).isPresent() || bid.lots().stream()
                .allMatch(lot -> opened.exclusion(id, lot.lot()).isPresent());
    }

    private String bidderName(OpenedTender opened, UUID bid) {
        String bidder = opened.bid(bid.toString()).orElseThrow().bidder();
        return exclusions.of(bidder).getFirst().supplier().name();
    }
}
