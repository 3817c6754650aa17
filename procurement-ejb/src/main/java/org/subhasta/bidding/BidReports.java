package org.subhasta.bidding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.bidding.OwnBid.Standing;
import org.subhasta.bidding.model.BidAttachment;
import org.subhasta.bidding.model.BidKind;
import org.subhasta.bidding.model.BidStatement;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.Offer;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;

/**
 * Reading bids. A bidder's people read their own at any time; officers of the owning organisation
 * and auditors read those of a box after its closing act (B1). Everything else is not found.
 */
@Stateless
public class BidReports {

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private Callers callers;

    /**
     * The bids that stood when a box was closed, by arrival: for officers of the owning organisation
     * and auditors.
     *
     * <p>Refused: {@code BOX_UNKNOWN} (also where the box is another organisation's),
     * {@code BOX_NOT_CLOSED}.
     */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.AUDITOR})
    public Outcome<List<OpenedBid>> opened(String box) {
        BoxRow row = entities.find(BoxRow.class, box);
        if (row == null || !mayOpen(row)) {
            return Outcome.refused(Refusal.of(BiddingRefusal.BOX_UNKNOWN));
        }
        if (!(row.state() instanceof BoxState.Closed)) {
            return Outcome.refused(Refusal.of(BiddingRefusal.BOX_NOT_CLOSED));
        }
        return Outcome.done(standing(row));
    }

    /** One of {@link #opened}; empty where the caller may not read it, or not yet. */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.AUDITOR})
    public Optional<OpenedBid> opened(String box, UUID bid) {
        return opened(box) instanceof Outcome.Done<List<OpenedBid>>(List<OpenedBid> bids)
                ? bids.stream().filter(one -> one.id().equals(bid)).findFirst()
                : Optional.empty();
    }

    /** All bids of the caller's organisation, the newest first. */
    @RolesAllowed(Role.Names.SUPPLIER)
    public List<OwnBid> mine() {
        return own(entities.createQuery(
                        "SELECT b FROM BidRow b WHERE b.bidder = :bidder ORDER BY b.at DESC, b.id",
                        BidRow.class)
                .setParameter("bidder", callers.current().organisation())
                .getResultList());
    }

    /** A bid of the caller's organisation. */
    @RolesAllowed(Role.Names.SUPPLIER)
    public Optional<OwnBid> mine(UUID bid) {
        return Optional.ofNullable(entities.find(BidRow.class, bid))
                .filter(row -> callers.current().actsFor(row.bidder()))
                .flatMap(row -> mine(row.box()).stream()
                        .filter(own -> own.id().equals(bid)).findFirst());
    }

    /** The bids of the caller's organisation in one box, the newest first. */
    @RolesAllowed(Role.Names.SUPPLIER)
    public List<OwnBid> mine(String box) {
        return own(entities.createQuery("""
                        SELECT b FROM BidRow b WHERE b.bidder = :bidder AND b.box = :box
                        ORDER BY b.at DESC, b.id""", BidRow.class)
                .setParameter("bidder", callers.current().organisation())
                .setParameter("box", box)
                .getResultList());
    }

    /** The standing bid of the caller's organisation in a box. */
    @RolesAllowed(Role.Names.SUPPLIER)
    public Optional<OwnBid> standing(String box) {
        return mine(box).stream().filter(bid -> bid.standing() == Standing.STANDS).findFirst();
    }

    /** Statement and signature of a bid the caller may read, exactly as received. */
    @RolesAllowed({Role.Names.SUPPLIER, Role.Names.OFFICER, Role.Names.AUDITOR})
    public Optional<SignedBytes> signed(UUID bid) {
        return readable(bid).map(BidRow::signed);
    }

    /**
     * An attachment of a bid the caller may read; the bytes then by {@code Documents.copy} of its
     * digest.
     */
    @RolesAllowed({Role.Names.SUPPLIER, Role.Names.OFFICER, Role.Names.AUDITOR})
    public Optional<BidAttachment> attachment(UUID bid, String name) {
        return readable(bid).flatMap(row -> row.said().attachments().stream()
                .filter(file -> file.name().equals(name)).findFirst());
    }

    private Optional<BidRow> readable(UUID bid) {
        return Optional.ofNullable(entities.find(BidRow.class, bid)).filter(row -> {
            if (callers.current().actsFor(row.bidder())) {
                return true;
            }
            BoxRow box = entities.find(BoxRow.class, row.box());
            return mayOpen(box) && box.state() instanceof BoxState.Closed;
        });
    }

    private boolean mayOpen(BoxRow box) {
        Caller caller = callers.current();
        return caller.is(Role.AUDITOR)
                || caller.is(Role.OFFICER) && caller.actsFor(box.organisation());
    }

    private List<OpenedBid> standing(BoxRow box) {
        return entities.createQuery("""
                SELECT b FROM BidRow b
                WHERE b.box = :box AND b.kind <> :withdrawal
                  AND NOT EXISTS (SELECT 1 FROM BidRow r WHERE r.replaces = b.id)
                ORDER BY b.at, b.id""", BidRow.class)
                .setParameter("box", box.id())
                .setParameter("withdrawal", BidKind.WITHDRAW)
                .getResultStream()
                .map(row -> opened(box, row))
                .toList();
    }

    private static OpenedBid opened(BoxRow box, BidRow row) {
        BidStatement said = row.said();
        return new OpenedBid(row.id(), row.box(), row.bidder(), row.at(),
                Offer.prices(box.terms(), said), said.attachments(),
                row.digest(), row.certificate());
    }

    /** All rows of a bidder in a box have to be given together: each may name another. */
    private List<OwnBid> own(List<BidRow> rows) {
        Map<UUID, BidRow> replacedBy = new HashMap<>();
        rows.stream().filter(row -> row.replaces() != null)
                .forEach(row -> replacedBy.put(row.replaces(), row));
        return rows.stream().map(row -> own(row, replacedBy.get(row.id()))).toList();
    }

    private OwnBid own(BidRow row, BidRow next) {
        BidStatement said = row.said();
        BoxRow box = entities.find(BoxRow.class, row.box());
        return new OwnBid(row.id(), row.box(), row.kind(), Optional.ofNullable(row.replaces()),
                Optional.ofNullable(next).map(BidRow::id), standingOf(row, next), row.at(),
                Offer.prices(box.terms(), said), said.attachments(), row.receipt());
    }

    private static Standing standingOf(BidRow row, BidRow next) {
        if (row.kind() == BidKind.WITHDRAW) {
            return Standing.WITHDRAWAL;
        }
        if (next == null) {
            return Standing.STANDS;
        }
        return next.kind() == BidKind.WITHDRAW ? Standing.WITHDRAWN : Standing.REPLACED;
    }
}
