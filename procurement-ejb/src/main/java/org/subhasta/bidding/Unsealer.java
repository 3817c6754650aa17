package org.subhasta.bidding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.bidding.UnsealedPart.Contents;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.OpeningFault;
import org.subhasta.bidding.model.OutageRule;
import org.subhasta.bidding.model.Part;
import org.subhasta.bidding.model.Quorum;
import org.subhasta.journal.Actor;
import org.subhasta.journal.Heartbeat;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.signing.Sha256;

/** The single steps of an opening, a transaction each. */
@ApplicationScoped
class Unsealer {

    private static final Actor OPENING = Actor.system("opening");

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private ServerClock clock;
    @Inject
    private Journal journal;
    @Inject
    private StandingBids bids;
    @Inject
    private UnsealedPart parts;
    @Inject
    private Heartbeat heartbeat;

    /** The part that openers act on, and the bids of which it is not opened yet. */
    record Work(Part part, List<UUID> bids) {
    }

    @Transactional(TxType.REQUIRES_NEW)
    Optional<Work> work(String id) {
        BoxRow box = entities.find(BoxRow.class, id);
        Optional<Part> part = part(box);
        return part.map(one -> new Work(one, bids.toOpen(id, one).stream().map(BidRow::id)
                .filter(bid -> find(bid, one) == null).toList()))
                .filter(work -> work.bids().isEmpty() || isDecidable(box, work.part()));
    }

    /** Whether as many acted as open a bid, or the time is over: before, nothing can be done. */
    private boolean isDecidable(BoxRow box, Part part) {
        return isOver(box)
                || acted(box.id(), part) >= box.opening().orElseThrow().committee().threshold();
    }

    /** Whether the openers' time is over, and no outage waits to be judged that would lengthen it. */
    private boolean isOver(BoxRow box) {
        // Heartbeat before clock, as where boxes close: a pause between the two makes it look old.
        Instant last = heartbeat.last().orElse(Instant.EPOCH);
        Instant now = clock.now();
        return OutageRule.isCurrent(last, now)
                && box.openingEndsAt().filter(end -> !now.isBefore(end)).isPresent();
    }

    /** Opens a part of a bid, or finds it invalid; nothing while openers are awaited. */
    @Transactional(TxType.REQUIRES_NEW)
    void open(String id, UUID bid, Part part) {
        lock(bid);
        BoxRow box = entities.find(BoxRow.class, id);
        if (find(bid, part) != null || !part(box).equals(Optional.of(part))) {
            return;
        }
        if (quorum(box, bid, part) == Quorum.MISSED) {
            // Looked at once more under the lock that acts take: one that came in time may just be
            // on its way in, and bring what is missing.
            entities.refresh(box, LockModeType.PESSIMISTIC_WRITE);
        }
        BidRow row = entities.find(BidRow.class, bid);
        switch (quorum(box, bid, part)) {
            case AWAITED -> {
            }
            case MISSED -> keep(row, part, Contents.none(
                    Refusal.of(OpeningFault.TOO_FEW_SHARES)));
            case REACHED -> {
                Contents contents = unsealed(box, row, part, shares(bid, part));
                // Last of all, since it takes long: a tender may have been cancelled meanwhile.
                entities.refresh(box, LockModeType.PESSIMISTIC_READ);
                if (box.opens().isEmpty()) {
                    throw new IllegalStateException("given up while a bid was opened: undone");
                }
                keep(row, part, contents);
            }
        }
    }

    /** Acts before shares: an act that commits between the two only adds to them. */
    private Quorum quorum(BoxRow box, UUID bid, Part part) {
        boolean over = isOver(box);
        int acted = acted(box.id(), part);
        return Quorum.of(box.opening().orElseThrow().committee(), shares(bid, part).size(), acted,
                over);
    }

    /** Goes on to the next state once no bid is left to be opened in this one. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean finish(String id, Part part) {
        BoxRow box = entities.find(BoxRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        List<OpenedPartRow> opened = bids.toOpen(id, part).stream()
                .map(bid -> find(bid.id(), part)).toList();
        if (!part(box).equals(Optional.of(part)) || opened.contains(null)) {
            return false;
        }
        Instant now = clock.now();
        long valid = opened.stream().filter(row -> row.fault().isEmpty()).count();
        BoxState next = box.state().next(box.opening().orElseThrow(), now);
        // Where no technical part is valid there is nothing to evaluate and no price to open.
        box.state(valid == 0 ? new BoxState.Opened(now) : next, null);
        journal.append(Subject.of("box", id), "bids-opened", OPENING, now,
                Json.createObjectBuilder()
                        .add("part", part.word())
                        .add("opened", valid)
                        .add("failed", opened.size() - valid)
                        .build());
        return true;
    }

    private Contents unsealed(BoxRow box, BidRow row, Part part, List<ShareRow> shares) {
        try {
            return parts.unseal(box, row, part, shares, isOver(box));
        } catch (IOException e) {
            throw new UncheckedIOException("a sealed text could not be read", e);
        }
    }

    private void keep(BidRow bid, Part part, Contents contents) {
        Instant now = clock.now();
        JsonObjectBuilder payload = Json.createObjectBuilder()
                .add("bid", bid.id().toString())
                .add("part", part.word());
        contents.signed().ifPresent(signed -> payload
                .add("statement", Sha256.hex(signed.content()))
                .add("signature", Sha256.hex(signed.signature())));
        contents.fault().ifPresent(why -> payload.add("code", why.code().name()));
        OpenedPartRow row = new OpenedPartRow(new OpenedPartRow.Key(bid.id(), part), now,
                journal.append(Subject.of("box", bid.box()),
                        contents.fault().isEmpty() ? "bid-opened" : "bid-failed", OPENING, now,
                        payload.build()).leafHash());
        contents.signed().ifPresent(signed -> row.holds(signed.content(), signed.signature(),
                contents.salt(), contents.certificate()));
        contents.fault().ifPresent(row::invalid);
        entities.persist(row);
        entities.flush();
        for (int i = 0; i < contents.files().size(); i++) {
            UnsealedPart.File file = contents.files().get(i);
            entities.persist(new OpenedFileRow(
                    new OpenedFileRow.Key(bid.id(), part, i), file));
        }
    }

    private Optional<Part> part(BoxRow box) {
        return Optional.ofNullable(box).flatMap(BoxRow::opens);
    }

    private OpenedPartRow find(UUID bid, Part part) {
        return entities.find(OpenedPartRow.class, new OpenedPartRow.Key(bid, part));
    }

    private List<ShareRow> shares(UUID bid, Part part) {
        return entities.createQuery("""
                SELECT s FROM ShareRow s WHERE s.key.bid = :bid AND s.key.part = :part""",
                ShareRow.class).setParameter("bid", bid).setParameter("part", part).getResultList();
    }

    private int acted(String box, Part part) {
        return entities.createQuery("""
                SELECT count(a) FROM OpeningActRow a
                WHERE a.key.box = :box AND a.key.part = :part""", Long.class)
                .setParameter("box", box).setParameter("part", part)
                .getSingleResult().intValue();
    }

    /** Two who open the same bid at once: the second waits here, then finds it opened. */
    private void lock(UUID bid) {
        entities.createNativeQuery(
                "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:id, 0))", Integer.class)
                .setParameter("id", "opening " + bid)
                .getSingleResult();
    }
}
