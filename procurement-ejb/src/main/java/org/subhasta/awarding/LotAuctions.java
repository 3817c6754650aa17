package org.subhasta.awarding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.auction.Admittance;
import org.subhasta.auction.AuctionDesk;
import org.subhasta.auction.AuctionDraft;
import org.subhasta.auction.AuctionView;
import org.subhasta.auction.Auctions;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.auction.model.Scoring.Marks;
import org.subhasta.awarding.model.LotRanking;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Assured;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;
import org.subhasta.tendering.model.Lot;

/**
 * Reverse auctions that follow the opening of a lot's bids (Directive 2014/24/EU, article 35): who
 * has a bid in the lot's ranking takes part, and nobody else; opened prices are where it begins. As
 * changes of the evaluation are, beginning and publishing one are made upon a version of it, and
 * refused as those are ({@link Awards}).
 */
@Stateless
@RolesAllowed(Role.Names.OFFICER)
public class LotAuctions {

    /** An auction of one alone is none. */
    public static final int FEWEST_BIDS = 2;

    /**
     * Each sees the own rank alone: opened prices are public with names, so that where all prices
     * are seen everybody could tell whose they are (article 35(7)).
     */
    private static final String USUAL_FORMAT = "ranked-english";

    /** The usual opening leaves more than the two working days of article 35(6). */
    private static final int WORKING_DAYS = 3;
    private static final int OPENING_HOUR = 10;

    @PersistenceContext
    private EntityManager entities;

    @EJB
    private Callers callers;

    @EJB
    private Journal journal;

    @EJB
    private Auctions auctions;

    @EJB
    private AuctionDesk desk;

    @Inject
    private ServerClock clock;

    @Inject
    private Evaluations evaluations;

    @Inject
    private EvaluationDrawing drawing;

    /**
     * A draft, and who would take part.
     *
     * @param version      of the evaluation
     * @param draftVersion of the draft
     * @param bidders      as they are ranked now
     */
    public record Taking(String tender, String title, String lot, int number, long version,
            long draftVersion, List<Bidder> bidders) {
    }

    /** Who would take part, with the opened price. */
    public record Bidder(String organisation, String name, Money price) {
    }

    /**
     * Begins a draft, in the usual format and to be changed as any other.
     *
     * <p>Refused: {@code EVALUATED_LOT_UNKNOWN}, {@code LOT_AUCTION_NOT_ANNOUNCED}, {@code
     * LOT_AUCTION_BEGUN}, {@code LOT_AUCTION_NEEDS_BIDS}.
     *
     * @param seen the evaluation's version
     * @return the draft's id
     */
    public Outcome<String> begin(String tender, long seen, String lot) {
        Outcome<OpenedTender> locked = evaluations.lock(tender, seen);
        if (!(locked instanceof Outcome.Done<OpenedTender>(OpenedTender opened))) {
            return locked.refusal();
        }
        Optional<Refusal> refusal = mayBegin(opened, lot);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Outcome<AuctionDraft> draft = auctions.draftFollowing(terms(opened, lot));
        if (!(draft instanceof Outcome.Done<AuctionDraft>(AuctionDraft kept))) {
            return draft.refusal();
        }
        entities.persist(new LotAuctionRow(
                kept.id(), tender, lot, callers.current().person(), clock.now()));
        return Outcome.done(kept.id());
    }

    private static Optional<Refusal> mayBegin(OpenedTender opened, String lot) {
        Optional<Lot> found = opened.lot(lot);
        if (found.isEmpty()) {
            return Optional.of(Refusal.at("lot", AwardingRefusal.EVALUATED_LOT_UNKNOWN));
        }
        if (!found.get().auction()) {
            return Optional.of(Refusal.at("lot", AwardingRefusal.LOT_AUCTION_NOT_ANNOUNCED,
                    opened.name(lot)));
        }
        if (opened.auction(lot).filter(one ->
                one.stage() != AuctionOfLot.Stage.WITHOUT_WINNER).isPresent()) {
            return Optional.of(Refusal.at(
                    "lot", AwardingRefusal.LOT_AUCTION_BEGUN, opened.name(lot)));
        }
        return tooFew(opened, lot);
    }

    private static Optional<Refusal> tooFew(OpenedTender opened, String lot) {
        return opened.model().ranking(lot).ranked().size() >= FEWEST_BIDS ? Optional.empty()
                : Optional.of(Refusal.at("lot", AwardingRefusal.LOT_AUCTION_NEEDS_BIDS,
                        opened.name(lot)));
    }

    private String terms(OpenedTender opened, String lot) {
        ZoneId zone = opened.box().terms().zone();
        Money highest = opened.model().ranking(lot).ranked().getLast().price();
        return Json.createObjectBuilder()
                .add("title", opened.title(lot))
                .add("follows", Json.createObjectBuilder()
                        .add("tender", opened.tender().id()).add("lot", lot))
                .add("format", USUAL_FORMAT).add("direction", "descending")
                .add("currency", highest.currency().getCurrencyCode())
                .add("opensAt", usualOpening(clock.now(), zone).toString())
                .add("openingPrice", highest.decimal())
                .build().toString();
    }

    /** In the morning, after whole working days. */
    static Instant usualOpening(Instant now, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(now, zone);
        for (int left = WORKING_DAYS; left >= 0; left--) {
            do {
                day = day.plusDays(1);
            } while (day.getDayOfWeek() == DayOfWeek.SATURDAY
                    || day.getDayOfWeek() == DayOfWeek.SUNDAY);
        }
        return day.atTime(OPENING_HOUR, 0).atZone(zone).toInstant();
    }

    /**
     * Who would take part in the auction of a draft.
     *
     * <p>Refused: {@code LOT_AUCTION_UNKNOWN}, and as reading the evaluation is.
     */
    public Outcome<Taking> taking(String draft) {
        Optional<LotAuctionRow> row = row(draft);
        Optional<AuctionDraft> kept = row.flatMap(one -> desk.draft(draft));
        if (kept.isEmpty()) {
            return Outcome.refused(Refusal.of(AwardingRefusal.LOT_AUCTION_UNKNOWN));
        }
        Outcome<OpenedTender> read = evaluations.read(row.get().tender());
        if (!(read instanceof Outcome.Done<OpenedTender>(OpenedTender opened))) {
            return read.refusal();
        }
        String lot = row.get().lot();
        Map<String, String> names = drawing.names(opened);
        return Outcome.done(new Taking(opened.tender().id(), opened.tender().title(), lot,
                opened.position(lot) + 1, opened.version(), kept.get().version(),
                opened.model().ranking(lot).ranked().stream().map(one -> new Bidder(
                        one.bid().bidder(), names.get(one.bid().bidder()), one.price()))
                        .toList()));
    }

    /**
     * Publishes a draft and admits all bidders of the lot's ranking with their opened prices: from
     * then on to its end nothing is decided about the lot, and none of its bids disqualified.
     *
     * <p>Refused: {@code LOT_AUCTION_UNKNOWN}, {@code LOT_AUCTION_NEEDS_BIDS}, {@code
     * LOT_AUCTION_TERMS_OTHERS}, and as {@link Auctions#publishFollowing} at {@code
     * participants[0]}, numbered as {@link Taking#bidders}.
     *
     * @param draftSeen the draft's version
     * @param seen      the evaluation's version
     * @param marks     of each bidder, where the terms score more than the price
     */
    @Assured
    public Outcome<AuctionView> publish(
            String draft, long draftSeen, long seen, Map<String, Marks> marks) {
        Optional<LotAuctionRow> row = row(draft);
        Optional<AuctionDraft> kept = row.flatMap(one -> desk.draft(draft));
        if (kept.isEmpty()) {
            return Outcome.refused(Refusal.of(AwardingRefusal.LOT_AUCTION_UNKNOWN));
        }
        Outcome<OpenedTender> locked = evaluations.lock(row.get().tender(), seen);
        if (!(locked instanceof Outcome.Done<OpenedTender>(OpenedTender opened))) {
            return locked.refusal();
        }
        String lot = row.get().lot();
        Optional<Refusal> refusal = tooFew(opened, lot).or(() -> others(opened, kept.get()));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Outcome<AuctionView> published = auctions.publishFollowing(draft, draftSeen,
                participants(opened.model().ranking(lot), marks));
        if (published instanceof Outcome.Done<AuctionView>) {
            Caller caller = callers.current();
            Instant now = clock.now();
            journal.append(Subject.of("tender", opened.tender().id()), "lot-auctioned",
                    caller.actor(), now, Json.createObjectBuilder()
                            .add("lot", lot).add("auction", draft).build());
            entities.find(EvaluationRow.class, opened.tender().id())
                    .changed(caller.person(), now);
        }
        return published;
    }

    /** In another currency nothing could be compared; all else is judged when it is published. */
    private static Optional<Refusal> others(OpenedTender opened, AuctionDraft draft) {
        return LiveTerms.read(draft.terms()).value()
                .map(terms -> terms.file().lots().values().iterator().next())
                .filter(terms -> !terms.currency().equals(opened.box().terms().currency()))
                .map(terms -> Refusal.at("currency", AwardingRefusal.LOT_AUCTION_TERMS_OTHERS));
    }

    private static List<Admittance> participants(
            LotRanking ranking, Map<String, Marks> marks) {
        return ranking.ranked().stream().map(one -> new Admittance(one.bid().bidder(),
                marks.getOrDefault(one.bid().bidder(), Marks.NONE),
                Optional.of(one.price()))).toList();
    }

    private Optional<LotAuctionRow> row(String draft) {
        return Optional.ofNullable(
                draft == null ? null : entities.find(LotAuctionRow.class, draft));
    }
}
