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
import org.subhasta.bidding.model.BidKind;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.Part;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;

/**
 * Reading bids. A bidder's people read the envelopes of their own at any time; what was sealed in a
 * bid is read, once its part of the whole box is opened, by them, by officers of the owning
 * organisation and by auditors (B1). Everything else is not found.
 */
@Stateless
public class BidReports {

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private Callers callers;
    @Inject
    private OpenedBids openedBids;
    @Inject
    private OpeningWriting openings;

    /**
     * The bids that stood when a box was closed, by arrival, the invalid ones too: for officers of
     * the owning organisation and auditors. While prices are sealed they are missing.
     *
     * <p>Refused: {@code BOX_UNKNOWN} (also where the box is another organisation's),
     * {@code BOX_NOT_OPENED}.
     */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.AUDITOR})
    public Outcome<List<OpenedBid>> opened(String box) {
        BoxRow row = entities.find(BoxRow.class, box);
        if (row == null || !mayOpen(row)) {
            return Outcome.refused(Refusal.of(BiddingRefusal.BOX_UNKNOWN));
        }
        return isOpened(row) ? Outcome.done(openedBids.of(row))
                : Outcome.refused(Refusal.of(BiddingRefusal.BOX_NOT_OPENED));
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

    /** What the caller's organisation announced last for a box. */
    @RolesAllowed(Role.Names.SUPPLIER)
    public Optional<AnnouncedBid> announced(String box) {
        List<UUID> missing = openings.unfollowed(box).stream().map(AnnouncementRow::bid).toList();
        return entities.createQuery("""
                        SELECT a FROM AnnouncementRow a WHERE a.box = :box AND a.bidder = :bidder
                        ORDER BY a.number DESC""", AnnouncementRow.class)
                .setParameter("box", box)
                .setParameter("bidder", callers.current().organisation())
                .setMaxResults(1).getResultStream().findFirst()
                .map(row -> new AnnouncedBid(row.bid(), row.envelope(), row.at(),
                        !missing.contains(row.bid()), row.receipt()));
    }

    /** What the caller's organisation announced for boxes that are open, and has still to send. */
    @RolesAllowed(Role.Names.SUPPLIER)
    public List<AnnouncedBid> awaited() {
        return entities.createQuery("""
                        SELECT DISTINCT b.id FROM AnnouncementRow a JOIN BoxRow b ON b.id = a.box
                        WHERE a.bidder = :bidder AND b.state = 'open' ORDER BY b.id""",
                        String.class)
                .setParameter("bidder", callers.current().organisation())
                .getResultStream().flatMap(box -> announced(box).stream())
                .filter(said -> !said.followed()).toList();
    }

    /** Envelope and signature of a bid the caller may read, exactly as received. */
    @RolesAllowed({Role.Names.SUPPLIER, Role.Names.OFFICER, Role.Names.AUDITOR})
    public Optional<SignedBytes> signed(UUID bid) {
        return find(bid).filter(row -> callers.current().actsFor(row.bidder())
                || mayOpen(box(row)) && box(row).state().afterClosing()).map(BidRow::signed);
    }

    /** What was sealed in a part of a bid, with its signature, once the caller may read it. */
    @RolesAllowed({Role.Names.SUPPLIER, Role.Names.OFFICER, Role.Names.AUDITOR})
    public Optional<SignedBytes> statement(UUID bid, Part part) {
        return opened(bid, part).flatMap(OpenedPartRow::signed);
    }

    /**
     * A file of an opened part of a bid the caller may read; the bytes then by
     * {@code Documents.copy} of its digest. Both envelopes may hold files of one name.
     */
    @RolesAllowed({Role.Names.SUPPLIER, Role.Names.OFFICER, Role.Names.AUDITOR})
    public Optional<OpenedBid.File> attachment(UUID bid, Part part, String name) {
        return opened(bid, part).flatMap(row -> openedBids.files(row).stream()
                .filter(file -> file.name().equals(name)).findFirst());
    }

    private Optional<OpenedPartRow> opened(UUID bid, Part part) {
        return find(bid).filter(this::mayReadOpened)
                .filter(row -> OpeningReports.openedParts(box(row)).contains(part))
                .map(row -> entities.find(OpenedPartRow.class, new OpenedPartRow.Key(bid, part)));
    }

    private Optional<BidRow> find(UUID bid) {
        return Optional.ofNullable(entities.find(BidRow.class, bid));
    }

    private BoxRow box(BidRow row) {
        return entities.find(BoxRow.class, row.box());
    }

    private boolean mayReadOpened(BidRow row) {
        return (callers.current().actsFor(row.bidder()) || mayOpen(box(row)))
                && isOpened(box(row));
    }

    private static boolean isOpened(BoxRow box) {
        return box.opening().isPresent() && !OpeningReports.openedParts(box).isEmpty();
    }

    private boolean mayOpen(BoxRow box) {
        Caller caller = callers.current();
        return caller.is(Role.AUDITOR)
                || caller.is(Role.OFFICER) && caller.actsFor(box.organisation());
    }

    /** All rows of a bidder in a box have to be given together: each may name another. */
    private List<OwnBid> own(List<BidRow> rows) {
        Map<UUID, BidRow> replacedBy = new HashMap<>();
        rows.stream().filter(row -> row.replaces() != null)
                .forEach(row -> replacedBy.put(row.replaces(), row));
        return rows.stream().map(row -> own(row, replacedBy.get(row.id()))).toList();
    }

    private OwnBid own(BidRow row, BidRow next) {
        Standing standing = standingOf(row, next);
        Optional<OpenedBid> opened = standing == Standing.STANDS && isOpened(box(row))
                ? openedBids.find(box(row), row.id()) : Optional.empty();
        return new OwnBid(row.id(), row.box(), row.kind(), Optional.ofNullable(row.replaces()),
                Optional.ofNullable(next).map(BidRow::id), standing, row.arrivedAt(),
                row.receipt(), opened);
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
