package org.subhasta.auction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.subhasta.auction.Admitted.Number;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.auction.format.TermsReader;
import org.subhasta.auction.model.Auction;
import org.subhasta.auction.model.AuctionRefusal;
import org.subhasta.auction.model.PreparationRefusal;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;

/**
 * The auctions of the officer's organisation, unfinished drafts among them: what lies on the desk.
 * Preparing and running them in earnest is {@link Auctions}'.
 */
@Stateless
@RolesAllowed(Role.Names.OFFICER)
public class AuctionDesk {

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private Callers callers;
    @Inject
    private Catalogue catalogue;
    @Inject
    private Lanes lanes;
    @Inject
    private AuctionReports reports;

    /** Drafts of the caller's organisation, the newest first. */
    public List<AuctionDraft> drafts() {
        return entities.createQuery("""
                        SELECT d FROM DraftRow d WHERE d.organisation = :organisation
                        ORDER BY d.id DESC""", DraftRow.class)
                .setParameter("organisation", callers.current().organisation())
                .setMaxResults(AuctionReports.MOST).getResultStream()
                .map(DraftRow::view).toList();
    }

    /** Published auctions of the caller's organisation, the newest first. */
    public List<AuctionView> auctions() {
        return reports.of(callers.current().organisation());
    }

    /** A draft of the caller's organisation. */
    public Optional<AuctionDraft> draft(String id) {
        return own(id, LockModeType.NONE).map(DraftRow::view);
    }

    /**
     * Keeps a draft as it is, finished or not: contradictions are no reason to lose what somebody
     * wrote.
     *
     * <p>Refused: {@code AUCTION_UNKNOWN}, {@code DRAFT_UNREADABLE}, {@code SETTLED_AT_THE_TENDER},
     * {@code AUCTION_DRAFT_CHANGED}.
     *
     * @param version of the draft as the caller saw it
     */
    public Outcome<AuctionDraft> save(String draft, long version, String terms) {
        Optional<DraftRow> row = own(draft, LockModeType.PESSIMISTIC_WRITE);
        if (row.isEmpty()) {
            return Outcome.refused(Refusal.of(AuctionRefusal.AUCTION_UNKNOWN));
        }
        if (!isObject(terms)) {
            return Outcome.refused(Refusal.at("terms", PreparationRefusal.DRAFT_UNREADABLE));
        }
        if (!LiveTerms.followsOf(terms).equals(row.get().follows())) {
            return Outcome.refused(Refusal.of(PreparationRefusal.SETTLED_AT_THE_TENDER));
        }
        if (row.get().version() != version) {
            return Outcome.refused(Refusal.of(PreparationRefusal.AUCTION_DRAFT_CHANGED));
        }
        row.get().terms(terms);
        entities.flush();
        return Outcome.done(row.get().view());
    }

    /** Throws a draft away. Refused: {@code AUCTION_UNKNOWN}. */
    public Outcome<AuctionDraft> discard(String draft) {
        Optional<DraftRow> row = own(draft, LockModeType.PESSIMISTIC_WRITE);
        row.ifPresent(entities::remove);
        return row.map(DraftRow::view).map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.of(AuctionRefusal.AUCTION_UNKNOWN)));
    }

    /**
     * Who was admitted to an auction of the caller's organisation. The numbers come with the
     * opening: who saw them appear while admitting one after the other would know whose they are.
     */
    public Optional<Admitted> admitted(String auction) {
        return catalogue.find(auction)
                .filter(one -> callers.current().actsFor(one.organisation()))
                .map(this::admitted);
    }

    /** The terms of an auction of the caller's organisation, as its owner keeps them. */
    public Optional<LiveTerms> terms(String auction) {
        return catalogue.find(auction)
                .filter(one -> callers.current().actsFor(one.organisation()))
                .map(Published::terms);
    }

    private Admitted admitted(Published auction) {
        List<String> organisations = entities.createQuery("""
                        SELECT p.key.organisation FROM ParticipantRow p
                        WHERE p.key.auction = :auction ORDER BY p.key.organisation""",
                        String.class)
                .setParameter("auction", auction.id()).getResultList();
        return new Admitted(organisations,
                auction.lots().stream().flatMap(this::numbers).toList());
    }

    private Stream<Number> numbers(Lot lot) {
        Auction now = lanes.read(lot).auction();
        return now.hasOpened() ? now.numbers().entrySet().stream().map(one ->
                new Number(lot.name(), one.getKey(), one.getValue())) : Stream.empty();
    }

    /** Whoever changes it locks it first: of two at once the second sees what the first did. */
    private Optional<DraftRow> own(String id, LockModeType lock) {
        return Optional.ofNullable(id == null ? null : entities.find(DraftRow.class, id, lock))
                .filter(row -> callers.current().actsFor(row.organisation()));
    }

    private static boolean isObject(String terms) {
        if (terms == null || terms.length() > TermsReader.MAXIMUM_CHARACTERS) {
            return false;
        }
        try (JsonReader reader = Json.createReader(new StringReader(terms))) {
            reader.readObject();
            return true;
        } catch (JsonException e) {
            return false;
        }
    }
}
