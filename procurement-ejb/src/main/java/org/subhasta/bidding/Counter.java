package org.subhasta.bidding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.bidding.model.Admission;
import org.subhasta.bidding.model.Admission.Verdict;
import org.subhasta.bidding.model.BidAttachment;
import org.subhasta.bidding.model.BidKind;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.documents.Documents;
import org.subhasta.documents.StoredDocument;
import org.subhasta.journal.Entry;
import org.subhasta.journal.Heartbeat;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;

/**
 * The counter at which bids are taken in: looks at the signature and keeps the files while nobody
 * waits, then locks the box, reads the clock, judges, records and signs the receipt.
 */
@ApplicationScoped
class Counter {

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private ServerClock clock;
    @Inject
    private Heartbeat heartbeat;
    @Inject
    private Journal journal;
    @Inject
    private Documents documents;
    @Inject
    private Signatures signatures;
    @Inject
    private Receipts receipts;

    Answer take(Delivery delivery) {
        Instant arrived = clock.now();
        Signatures.Finding signature = signatures.of(delivery, arrived);
        BoxRow box = entities.find(BoxRow.class, delivery.box());
        // Judged twice: without a lock, so that only files of a bid likely to be admitted are kept
        // and nobody waits meanwhile; then under the lock, which alone counts.
        Files files = new Files(delivery);
        if (judge(box, delivery, signature, arrived) instanceof Verdict.Admitted) {
            files.keep();
        }
        lock(delivery.said().id());
        entities.refresh(box, LockModeType.PESSIMISTIC_WRITE);
        Instant at = clock.now();
        // Once more: while files were kept or the box was waited for, a certificate may have
        // expired or been withdrawn, and the journal must not contradict itself.
        Signatures.Finding counts = signatures.of(delivery, at);
        return switch (judge(box, delivery, counts, at)) {
            case Verdict.Admitted admitted -> {
                files.keep();
                yield files.refusals.isEmpty()
                        ? accept(box, delivery, counts.certificate().orElseThrow(), at)
                        : refuse(box, delivery, files.refusals, at);
            }
            case Verdict.Repeated repeated -> repeat(delivery);
            case Verdict.Refused(List<Refusal> refusals) -> refuse(box, delivery, refusals, at);
        };
    }

    private Verdict judge(BoxRow box, Delivery delivery, Signatures.Finding signature, Instant at) {
        return Admission.judge(
                new Admission.Box(box.terms(), box.closesAt(), box.state(),
                        heartbeat.last().orElse(Instant.EPOCH)),
                new Admission.Before(digestOf(delivery.said().id()), standing(delivery)),
                new Admission.Arrival(delivery.said(), delivery.digest(), signature.refusal(),
                        delivery.sender().organisation(), delivery.files(), at));
    }

    private Answer accept(BoxRow box, Delivery delivery, String certificate, Instant at) {
        Entry entry = record(box, act(delivery.said().kind()), delivery, "", at);
        Receipt receipt = receipts.accepted(delivery, entry);
        entities.persist(new BidRow(delivery, certificate, receipt));
        return new Answer(true, false, List.of(), Optional.of(receipt));
    }

    private Answer repeat(Delivery delivery) {
        BidRow first = entities.find(BidRow.class, delivery.said().id());
        return new Answer(true, true, List.of(), Optional.of(first.receipt()));
    }

    private Answer refuse(BoxRow box, Delivery delivery, List<Refusal> refusals, Instant at) {
        Refusal.Code code = refusals.getFirst().code();
        if (code instanceof BiddingRefusal own && !own.receipted()) {
            return new Answer(false, false, refusals, Optional.empty());
        }
        Optional<RefusedBidRow> same = refusedBefore(delivery, code.name());
        if (same.isPresent()) {
            return new Answer(false, true, refusals, Optional.of(same.get().receipt()));
        }
        Entry entry = record(box, "bid-refused", delivery, code.name(), at);
        Receipt receipt = receipts.refused(delivery, code.name(), entry);
        entities.persist(new RefusedBidRow(delivery, receipt));
        return new Answer(false, false, refusals, Optional.of(receipt));
    }

    private Entry record(BoxRow box, String act, Delivery delivery, String code, Instant at) {
        Subject subject = Subject.of("box", box.id());
        JsonObject payload = Json.createObjectBuilder()
                .add("bid", delivery.said().id().toString())
                .add("bidder", delivery.sender().organisation())
                .add("digest", delivery.digest())
                .add("signature", org.subhasta.signing.Sha256.hex(delivery.signature()))
                .add("code", code)
                .build();
        // B1: before the closing, and for ever in a box given up, not even who acted is public.
        return box.state() instanceof BoxState.Closed
                ? journal.append(subject, act, delivery.sender().actor(), at, payload)
                : journal.conceal(subject, act, delivery.sender().actor(), at, payload);
    }

    private static String act(BidKind kind) {
        return switch (kind) {
            case SUBMIT -> "bid-received";
            case REPLACE -> "bid-replaced";
            case WITHDRAW -> "bid-withdrawn";
        };
    }

    /** Ids are unique over all boxes, so the box's lock alone would let two of them meet. */
    private void lock(UUID id) {
        entities.createNativeQuery(
                "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:id, 0))", Integer.class)
                .setParameter("id", "bid " + id)
                .getSingleResult();
    }

    private Optional<String> digestOf(UUID id) {
        return entities.createQuery("SELECT b.digest FROM BidRow b WHERE b.id = :id", String.class)
                .setParameter("id", id)
                .getResultStream().findFirst();
    }

    private Optional<UUID> standing(Delivery delivery) {
        return entities.createQuery("""
                SELECT b.id FROM BidRow b
                WHERE b.box = :box AND b.bidder = :bidder AND b.kind <> :withdrawal
                  AND NOT EXISTS (SELECT 1 FROM BidRow r WHERE r.replaces = b.id)""", UUID.class)
                .setParameter("box", delivery.box())
                .setParameter("bidder", delivery.sender().organisation())
                .setParameter("withdrawal", BidKind.WITHDRAW)
                .getResultStream().findFirst();
    }

    private Optional<RefusedBidRow> refusedBefore(Delivery delivery, String code) {
        return entities.createQuery("""
                SELECT r FROM RefusedBidRow r
                WHERE r.box = :box AND r.bidder = :bidder AND r.delivery = :delivery
                  AND r.code = :code ORDER BY r.number""", RefusedBidRow.class)
                .setParameter("box", delivery.box())
                .setParameter("bidder", delivery.sender().organisation())
                .setParameter("delivery", delivery.fingerprint())
                .setParameter("code", code)
                .getResultStream().findFirst();
    }

    /** The files of one delivery on their way into the store. */
    private final class Files {

        private final Delivery delivery;
        private final List<Refusal> refusals = new ArrayList<>();
        private boolean kept;

        private Files(Delivery delivery) {
            this.delivery = delivery;
        }

        /** In the order of their digests: two who hand in the same files never wait crosswise. */
        private void keep() {
            if (kept) {
                return;
            }
            kept = true;
            Map<String, Submission.Enclosure> byName = new HashMap<>();
            delivery.submission().enclosures().forEach(one -> byName.put(one.name(), one));
            delivery.said().attachments().stream()
                    .sorted(Comparator.comparing(BidAttachment::sha256))
                    .forEach(file -> keep(file, byName.get(file.name())));
        }

        private void keep(BidAttachment file, Submission.Enclosure enclosure) {
            try (InputStream in = enclosure.content().open()) {
                switch (documents.store(file.name(), in, BidAttachment.MAXIMUM_BYTES)) {
                    case Outcome.Done<StoredDocument>(StoredDocument stored) -> {
                        if (!stored.sha256().equals(file.sha256())) {
                            throw new IllegalStateException("an attachment changed while it was read");
                        }
                    }
                    case Outcome.Refused<StoredDocument> refused -> refused.refusals().forEach(
                            why -> refusals.add(new Refusal(why.code(), "attachments", why.details())));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("an attachment could not be read", e);
            }
        }
    }
}
