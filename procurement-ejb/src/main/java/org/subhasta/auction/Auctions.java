package org.subhasta.auction;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.auction.format.Read;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.AuctionRefusal;
import org.subhasta.auction.model.PreparationRefusal;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Assured;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.parties.Role;
import org.subhasta.parties.model.OrganisationKind;
import org.subhasta.signing.Sha256;

/**
 * Preparing auctions and running them: for officers, each for the own organisation; another
 * organisation's auction is not found.
 */
@Stateless
@RolesAllowed(Role.Names.OFFICER)
public class Auctions {

    @PersistenceContext
    private EntityManager entities;
    @Resource
    private SessionContext context;
    @Inject
    private Callers callers;
    @Inject
    private OrganisationReports organisations;
    @Inject
    private ServerClock clock;
    @Inject
    private Journal journal;
    @Inject
    private LotBook book;
    @Inject
    private Lanes lanes;
    @Inject
    private Catalogue catalogue;
    @Inject
    private Aliases aliases;
    /**
     * Keeps terms as a draft, of {@code docs/reference/auction-terms.md}.
     *
     * <p>Refused: {@code TERMS_FAULTY}, once for each fault and contradiction; {@code
     * SETTLED_AT_THE_TENDER} where they would follow a lot's opening.
     */
    public Outcome<AuctionDraft> draft(String terms) {
        return LiveTerms.followsOf(terms).isPresent() ? settledAtTheTender() : keep(terms);
    }

    /**
     * Keeps a draft that follows the opening of a tender's lot, for {@code awarding}, which has
     * seen to it that it may. Refused: {@code TERMS_FAULTY}.
     */
    public Outcome<AuctionDraft> draftFollowing(String terms) {
        return keep(terms);
    }

    private Outcome<AuctionDraft> keep(String terms) {
        return switch (read(terms)) {
            case Outcome.Refused<LiveTerms> refused -> refused.refusal();
            case Outcome.Done<LiveTerms> read -> {
                DraftRow row = new DraftRow(
                        Identifier.next(), callers.current().organisation(), terms);
                entities.persist(row);
                yield Outcome.done(row.view());
            }
        };
    }

    private static <T> Outcome<T> settledAtTheTender() {
        return Outcome.refused(Refusal.of(PreparationRefusal.SETTLED_AT_THE_TENDER));
    }

    /**
     * Changes a draft; what it follows stays. Refused as {@link #draft}, and {@code
     * AUCTION_UNKNOWN}.
     */
    public Outcome<AuctionDraft> change(String draft, String terms) {
        Optional<DraftRow> row = ownDraft(draft);
        if (row.isEmpty()) {
            return Outcome.refused(Refusal.of(AuctionRefusal.AUCTION_UNKNOWN));
        }
        if (!LiveTerms.followsOf(terms).equals(row.get().follows())) {
            return settledAtTheTender();
        }
        return switch (read(terms)) {
            case Outcome.Refused<LiveTerms> refused -> refused.refusal();
            case Outcome.Done<LiveTerms> read -> {
                row.get().terms(terms);
                entities.flush();
                yield Outcome.done(row.get().view());
            }
        };
    }

    private Optional<DraftRow> ownDraft(String id) {
        return Optional.ofNullable(id == null ? null : entities.find(
                        DraftRow.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(row -> callers.current().actsFor(row.organisation()));
    }

    private static Outcome<LiveTerms> read(String terms) {
        Read<LiveTerms> read = LiveTerms.read(terms);
        return read.value().<Outcome<LiveTerms>>map(Outcome::done).orElseGet(() ->
                Outcome.refused(read.faults().stream().map(fault -> Refusal.at("terms",
                        PreparationRefusal.TERMS_FAULTY, Integer.toString(fault.line()),
                        fault.sentence())).toList()));
    }

    /**
     * Publishes a draft: its terms are never changed again, and it opens by itself when they say.
     *
     * <p>Refused: {@code AUCTION_UNKNOWN}, {@code SETTLED_AT_THE_TENDER}, {@code TERMS_FAULTY},
     * {@code OPENING_IN_THE_PAST}.
     */
    @Assured
    public Outcome<AuctionView> publish(String draft) {
        return publish(draft, OptionalLong.empty());
    }

    /**
     * Publishes a draft as it was looked at. Refused as {@link #publish(String)}, and {@code
     * DRAFT_NOT_AS_SEEN}.
     *
     * @param seen the draft's version then
     */
    @Assured
    public Outcome<AuctionView> publish(String draft, long seen) {
        return publish(draft, OptionalLong.of(seen));
    }

    /**
     * Publishes a draft that follows the opening of a tender's lot and admits those who take part,
     * all of it or nothing, for {@code awarding}, which knows who does. Refused as {@link
     * #publish(String, long)}, and as {@link #admit} at {@code participants[0]}, {@code [1]}, ….
     */
    @Assured
    public Outcome<AuctionView> publishFollowing(
            String draft, long seen, List<Admittance> participants) {
        Optional<DraftRow> row = ownDraft(draft).filter(one -> one.follows().isPresent());
        if (row.isEmpty()) {
            return Outcome.refused(Refusal.of(AuctionRefusal.AUCTION_UNKNOWN));
        }
        Outcome<Published> opened = open(draft, row.get(), OptionalLong.of(seen));
        if (!(opened instanceof Outcome.Done<Published>(Published auction))) {
            return opened.refusal();
        }
        for (int i = 0; i < participants.size(); i++) {
            Outcome<String> admitted = admit(auction, participants.get(i));
            if (admitted instanceof Outcome.Refused<String> refused) {
                context.setRollbackOnly();
                return Outcome.refused(Refusal.at("participants[" + i + "]",
                        refused.first().code(), refused.first().details()
                                .toArray(String[]::new)));
            }
        }
        return Outcome.done(begun(auction));
    }

    /** Not by the catalogue, which remembers for ever: all of it may still be undone. */
    private static AuctionView begun(Published auction) {
        return new AuctionView(auction.id(), auction.organisation(), auction.terms().title(),
                auction.at(), auction.terms().published(), auction.lots().stream().map(lot ->
                        new AuctionView.LotLine(lot.name(), "waiting",
                                lot.beginning().nextDeadline())).toList());
    }

    private Outcome<AuctionView> publish(String draft, OptionalLong seen) {
        Optional<DraftRow> row = ownDraft(draft);
        if (row.isEmpty()) {
            return Outcome.refused(Refusal.of(AuctionRefusal.AUCTION_UNKNOWN));
        }
        if (row.get().follows().isPresent()) {
            return settledAtTheTender();
        }
        Outcome<Published> opened = open(draft, row.get(), seen);
        return opened instanceof Outcome.Done<Published>(Published auction)
                ? Outcome.done(begun(auction)) : opened.refusal();
    }

    private Outcome<Published> open(String draft, DraftRow row, OptionalLong seen) {
        if (seen.orElse(row.version()) != row.version()) {
            return Outcome.refused(Refusal.of(PreparationRefusal.DRAFT_NOT_AS_SEEN));
        }
        return switch (read(row.terms())) {
            case Outcome.Refused<LiveTerms> refused -> refused.refusal();
            case Outcome.Done<LiveTerms>(LiveTerms terms) -> open(draft, row, terms);
        };
    }

    private Outcome<Published> open(String draft, DraftRow row, LiveTerms terms) {
        Instant now = clock.now();
        List<Lot> lots = Published.lots(draft, terms);
        if (!lots.getFirst().beginning().nextDeadline().orElseThrow().isAfter(now)) {
            return Outcome.refused(Refusal.at("terms", PreparationRefusal.OPENING_IN_THE_PAST));
        }
        Caller caller = callers.current();
        entities.persist(new AuctionRow(draft, caller.organisation(), terms, now));
        entities.remove(row);
        journal.append(Subject.of("auction", draft), "auction-published", caller.actor(), now,
                Json.createObjectBuilder().add("terms", Sha256.hex(terms.published().getBytes(
                        StandardCharsets.UTF_8))).build());
        entities.flush();
        book.open(lots, now);
        return Outcome.done(new Published(draft, caller.organisation(), terms, now, lots));
    }

    /**
     * Admits a supplier to every lot, before it opens.
     *
     * <p>Refused: {@code AUCTION_UNKNOWN}, {@code SETTLED_AT_THE_TENDER}, {@code
     * INVITED_NOT_APPROVED}, {@code ADMITTED_ALREADY},
     * {@code ADMISSION_OVER}, {@code TOO_MANY_PARTICIPANTS}, {@code MARKS_DO_NOT_FIT}, and of an
     * opening position {@code NO_POSITION_BEFORE_A_CLOCK}, {@code BEYOND_LIMIT},
     * {@code WRONG_CURRENCY}, {@code NOT_POSITIVE}.
     *
     * <p>It gets a number drawn by lot, under which the others see it before the end; that is told
     * to itself alone, when it enters: nobody is shown who is behind a number, officers included.
     *
     * @return whom
     */
    @Assured
    public Outcome<String> admit(String auction, Admittance admittance) {
        Optional<Published> own = own(auction);
        if (own.isEmpty()) {
            return Outcome.refused(Refusal.of(AuctionRefusal.AUCTION_UNKNOWN));
        }
        return own.get().terms().follows().isPresent() ? settledAtTheTender()
                : admit(own.get(), admittance);
    }

    private Outcome<String> admit(Published auction, Admittance admittance) {
        String supplier = admittance.organisation();
        Optional<OrganisationView> found = organisations.find(supplier).filter(one ->
                one.kind() == OrganisationKind.SUPPLIER && one.approved());
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.at(
                    "organisation", PreparationRefusal.INVITED_NOT_APPROVED));
        }
        if (catalogue.alias(auction.id(), supplier).isPresent()) {
            return Outcome.refused(Refusal.at("organisation", AuctionRefusal.ADMITTED_ALREADY));
        }
        String alias = aliases.draw(auction.id());
        return admit(auction,
                new Act.Admit(supplier, alias, admittance.marks(), admittance.position()));
    }

    /** To all lots or to none: admission is no attempt that anybody would have to prove. */
    private Outcome<String> admit(Published auction, Act.Admit act) {
        for (Lot lot : auction.lots()) {
            Optional<Refusal> refusal = lanes.judgeWithin(lot,
                    new Request.Done(act, callers.current().actor())).refusal();
            if (refusal.isPresent()) {
                context.setRollbackOnly();
                return Outcome.refused(refusal.get());
            }
        }
        entities.persist(new ParticipantRow(
                new ParticipantRow.Key(auction.id(), act.participant()), act.alias(),
                clock.now()));
        return Outcome.done(act.participant());
    }

    /**
     * Has an order judged while an auction is under way: pause, resume, cancel, extend, annul,
     * exclude. All can read the reason.
     *
     * <p>Refused: {@code AUCTION_UNKNOWN}, {@code AUCTION_CLOSED}, {@code OFFICER_GIVES_NO_REASON},
     * {@code PAUSED_ALREADY}, {@code NOT_PAUSED}, {@code NOTHING_TO_EXTEND}, {@code NO_SUCH_BID},
     * {@code PARTICIPANT_UNKNOWN}.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Assured
    public Outcome<ActAnswer> order(String auction, String lot, Order order) {
        Optional<Lot> found = own(auction).flatMap(one -> one.lot(lot));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(AuctionRefusal.AUCTION_UNKNOWN));
        }
        String person = callers.current().person();
        return lanes.offer(found.get(), "officer " + person, new Request.Ordered(order, person))
                .map(Lanes::await)
                .map(judged -> judged.refusal().<Outcome<ActAnswer>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.done(new ActAnswer(
                                false, Optional.empty(), judged.at(), ""))))
                .orElseGet(() -> Outcome.refused(Refusal.of(AuctionRefusal.RATE_LIMITED)));
    }

    private Optional<Published> own(String auction) {
        return catalogue.find(auction)
                .filter(one -> callers.current().actsFor(one.organisation()));
    }
}
