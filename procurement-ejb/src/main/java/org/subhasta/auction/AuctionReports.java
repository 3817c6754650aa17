package org.subhasta.auction;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.auction.AuctionView.LotLine;
import org.subhasta.auction.model.Audience;
import org.subhasta.auction.model.AudienceView;
import org.subhasta.auction.model.AuctionRefusal;
import org.subhasta.auction.model.PreparationRefusal;
import org.subhasta.auction.model.Terms;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;

/** Reading auctions: each sees what the terms allow to the audience they belong to. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AuctionReports {

    /** Of a list, at once. */
    public static final int MOST = 100;

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private Callers callers;
    @Inject
    private ServerClock clock;
    @Inject
    private Catalogue catalogue;
    @Inject
    private Lanes lanes;
    @Inject
    private LotHistory history;

    /** A published auction. */
    public Optional<AuctionView> find(String id) {
        return catalogue.find(id).map(this::view);
    }

    /** Published auctions, the newest first, from that place on. */
    public List<AuctionView> published(int from) {
        return entities.createQuery(
                        "SELECT a.id FROM AuctionRow a ORDER BY a.publishedAt DESC, a.id",
                        String.class)
                .setFirstResult(Math.max(0, from)).setMaxResults(MOST).getResultStream()
                .map(catalogue::find).flatMap(Optional::stream).map(this::view).toList();
    }

    /** The auctions that an organisation published, the newest first. */
    public List<AuctionView> of(String organisation) {
        return entities.createQuery("""
                        SELECT a.id FROM AuctionRow a WHERE a.organisation = :organisation
                        ORDER BY a.publishedAt DESC, a.id""", String.class)
                .setParameter("organisation", organisation)
                .setMaxResults(MOST).getResultStream()
                .map(catalogue::find).flatMap(Optional::stream).map(this::view).toList();
    }

    /** The auctions to which the caller's organisation was admitted, the newest first. */
    public List<AuctionView> mine() {
        return callers.signedIn().map(caller -> entities.createQuery("""
                        SELECT a.id FROM AuctionRow a, ParticipantRow p
                        WHERE p.key.auction = a.id AND p.key.organisation = :organisation
                        ORDER BY a.publishedAt DESC, a.id""", String.class)
                .setParameter("organisation", caller.organisation())
                .setMaxResults(MOST).getResultStream()
                .map(catalogue::find).flatMap(Optional::stream).map(this::view).toList())
                .orElse(List.of());
    }

    @SuppressWarnings("unchecked")
    private AuctionView view(Published auction) {
        List<Object[]> rows = entities.createNativeQuery("""
                SELECT lot, state, due_at FROM auction.lot WHERE auction = :auction
                ORDER BY position""").setParameter("auction", auction.id()).getResultList();
        List<LotLine> lots = rows.stream().map(row -> new LotLine((String) row[0],
                (String) row[1], Optional.ofNullable((Instant) row[2]))).toList();
        AuctionView view = new AuctionView(auction.id(), auction.organisation(),
                auction.terms().title(), auction.at(), auction.terms().published(), lots);
        return view.hasEnded() ? new AuctionView(view.id(), view.organisation(), view.title(),
                view.publishedAt(), auction.terms().text(), lots) : view;
    }

    /**
     * A lot as the caller may see it: a participant as one, an officer of the owning organisation
     * as the officer, anybody else as everybody. Empty where there is no such lot.
     */
    public Optional<LotView> lot(String auction, String lot) {
        return catalogue.find(auction).flatMap(one -> one.lot(lot)
                .map(found -> view(found, audience(one, callers.signedIn()))));
    }

    /** A lot as everybody sees it, whoever calls. */
    public Optional<LotView> publicly(String auction, String lot) {
        return catalogue.find(auction).flatMap(one -> one.lot(lot))
                .map(found -> view(found, new Audience.Everyone()));
    }

    /**
     * The right to see a lot from now on as the caller may see it, for whoever sends it to them.
     * Empty where there is no such lot.
     */
    public Optional<Watch> watch(String auction, String lot) {
        return catalogue.find(auction).flatMap(one -> one.lot(lot)
                .map(found -> new Watch(found, audience(one, callers.signedIn()))));
    }

    /** What everybody could see of a lot so far. Empty where there is no such lot. */
    public Optional<LotPast> past(String auction, String lot) {
        return catalogue.find(auction).flatMap(one -> one.lot(lot)).map(history::of);
    }

    /** What is seen by that right now. */
    public LotView see(Watch watch) {
        return view(watch.lot(), watch.audience());
    }

    private LotView view(Lot lot, Audience audience) {
        AudienceView view = lanes.read(lot).auction().view(audience);
        boolean named = view.status() != AudienceView.Status.ENDED || hasEnded(lot.auction());
        return new LotView(lot.auction(), lot.name(), clock.now(), named ? view
                : view.numbered(one -> catalogue.alias(lot.auction(), one).orElseThrow()));
    }

    /** All of its lots: names are public then, and not before. */
    private boolean hasEnded(String auction) {
        return catalogue.find(auction).map(this::view).filter(AuctionView::hasEnded).isPresent();
    }

    private Audience audience(Published auction, Optional<Caller> caller) {
        if (caller.isEmpty()) {
            return new Audience.Everyone();
        }
        String organisation = caller.get().organisation();
        if (catalogue.alias(auction.id(), organisation).isPresent()) {
            return new Audience.OneParticipant(organisation);
        }
        return caller.get().is(Role.OFFICER) && caller.get().actsFor(auction.organisation())
                ? new Audience.Officer() : new Audience.Everyone();
    }

    /** What is published of an auction beside its journal; empty where there is none. */
    public Optional<AuctionRecord> record(String id) {
        Optional<Published> found = catalogue.find(id);
        if (found.isEmpty() || !view(found.get()).hasEnded()) {
            return found.map(one -> new AuctionRecord(one.terms().published(), Optional.empty(),
                    List.of(), 0));
        }
        List<AuctionRecord.Entered> entries = entities.createQuery("""
                        SELECT e FROM EntrantRow e WHERE e.key.auction = :auction
                        ORDER BY e.key.certificate""", EntrantRow.class)
                .setParameter("auction", id).getResultStream().map(EntrantRow::entered).toList();
        return Optional.of(new AuctionRecord(found.get().terms().published(),
                Optional.of(found.get().terms().text()), entries, found.get().lots().size()));
    }

    /**
     * What participants signed in a lot of an ended auction, in the order in which it was judged;
     * nothing before all lots have ended.
     *
     * @param position of the lot, from 1
     * @param last     number of the last act wanted
     */
    @SuppressWarnings("unchecked")
    public List<AuctionRecord.Signed> signed(String auction, int position, long last) {
        if (!hasEnded(auction)) {
            return List.of();
        }
        List<Object[]> rows = entities.createNativeQuery("""
                SELECT number, signed, signature FROM auction.act
                WHERE auction = :auction AND position = :position AND number <= :last
                    AND signed IS NOT NULL ORDER BY number""")
                .setParameter("auction", auction).setParameter("position", position)
                .setParameter("last", last).getResultList();
        return rows.stream().map(row -> new AuctionRecord.Signed(((Number) row[0]).longValue(),
                new String((byte[]) row[1], StandardCharsets.UTF_8), (String) row[2])).toList();
    }

    /**
     * The terms of a lot as everybody may read them now: of a hidden reserve nothing before the
     * end of the auction. Empty where there is no such lot.
     */
    public Optional<Terms> terms(String auction, String lot) {
        return find(auction).flatMap(view -> catalogue.find(auction)
                .flatMap(one -> one.lot(lot)).map(found -> found.beginning().terms())
                .map(terms -> view.hasEnded() ? terms : terms.withoutHiddenReserve()));
    }

    /**
     * All acts of an ended auction as a file of acts, in the order in which they were judged: with
     * the terms they are the auction, for {@code ./subhasta simulate}.
     *
     * <p>Refused: {@code AUCTION_UNKNOWN}, {@code AUCTION_NOT_ENDED}.
     */
    @SuppressWarnings("unchecked")
    public Outcome<String> acts(String auction) {
        Optional<Refusal> secret = secret(auction);
        if (secret.isPresent()) {
            return Outcome.refused(secret.get());
        }
        // A simulation opens lots that wait for others by itself, by the same rule.
        List<String> lines = entities.createNativeQuery("""
                SELECT line FROM auction.act WHERE auction = :auction
                    AND CAST(line AS json) ->> 'act' <> 'set-opening'
                ORDER BY at, position, number""", String.class)
                .setParameter("auction", auction).getResultList();
        return Outcome.done(String.join("\n", lines) + "\n");
    }

    /**
     * How many acts of an ended auction were judged: while it is the same, so is {@link #acts}. It
     * grows by acts that come after the end, each of them refused.
     *
     * <p>Refused as {@link #acts}.
     */
    public Outcome<Long> judged(String auction) {
        return secret(auction).<Outcome<Long>>map(Outcome::refused).orElseGet(() ->
                Outcome.done(((Number) entities.createNativeQuery(
                                "SELECT sum(acts) FROM auction.lot WHERE auction = :auction")
                        .setParameter("auction", auction).getSingleResult()).longValue()));
    }

    /** Why nobody is told its acts. */
    private Optional<Refusal> secret(String auction) {
        Optional<AuctionView> view = find(auction);
        return view.isEmpty() ? Optional.of(Refusal.of(AuctionRefusal.AUCTION_UNKNOWN))
                : view.filter(one -> !one.hasEnded()).map(one ->
                        Refusal.of(PreparationRefusal.AUCTION_NOT_ENDED));
    }
}
