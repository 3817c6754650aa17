package org.subhasta.bidding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.bidding.model.Admission;
import org.subhasta.bidding.model.Admission.Verdict;
import org.subhasta.bidding.model.BidKind;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.SealedBid;
import org.subhasta.documents.Documents;
import org.subhasta.documents.StoredDocument;
import org.subhasta.eligibility.Standing;
import org.subhasta.journal.Entry;
import org.subhasta.journal.Heartbeat;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Caller;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.TimeStamp;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.trust.SignatureStamps;

/**
 * The counter at which bids are taken in: looks at the signature, has it time-stamped and keeps the
 * files while nobody waits, then locks the box, reads the clock, judges, records and signs the
 * receipt.
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
    private Arrivals arrivals;
    @Inject
    private StandingBids standing;
    @Inject
    private Signatures signatures;
    @Inject
    private SignatureStamps stamps;
    @Inject
    private Receipts receipts;
    @Inject
    private Standing eligibility;

    /**
     * Judges a submission whose arrival is recorded. Both end together: a closing sees a bid that is
     * still to be judged, or what became of it.
     */
    @Transactional(TxType.REQUIRES_NEW)
    Answer judge(Caller sender, Submission submission, Arrivals.Arrival arrival) {
        // Before anything is read, which may take long too.
        arrivals.judging(arrival);
        Answer answer = switch (readable(submission)) {
            case Outcome.Refused<Envelope> refused ->
                    new Answer(false, false, refused.refusals(), Optional.empty());
            case Outcome.Done<Envelope>(Envelope sealed) ->
                    take(Delivery.of(sender, submission, arrival, sealed));
        };
        arrivals.judged(arrival);
        return answer;
    }

    private static Outcome<Envelope> readable(Submission submission) {
        return Signatures.flaw(submission.signature(), SealedBid.MAXIMUM_SIGNATURE_BYTES)
                .<Outcome<Envelope>>map(flaw -> Outcome.refused(flaw))
                .orElseGet(() -> Envelopes.read(submission.envelope()));
    }

    private Answer take(Delivery delivery) {
        Signatures.Finding signature = signature(delivery, delivery.arrival().at());
        BoxRow box = entities.find(BoxRow.class, delivery.box());
        // Judged twice: without a lock, so that only texts of a bid likely to be admitted are kept
        // and nobody waits meanwhile; then under the lock, which alone counts.
        Optional<TimeStamp> stamp = judge(box, delivery, signature) instanceof Verdict.Admitted
                ? prepare(delivery) : Optional.empty();
        lock(delivery.bid().id());
        entities.refresh(box, LockModeType.PESSIMISTIC_WRITE);
        eligibility.hold(delivery.sender().organisation());
        Instant at = clock.now();
        // Once more: while texts were kept or the box was waited for, a certificate may have
        // expired or been withdrawn, and the journal must not contradict itself. Its authority is
        // not asked again: what it said a moment ago is kept for that.
        Signatures.Finding counts = signature(delivery, at);
        Verdict verdict = judge(box, delivery, counts);
        // What was accepted before is answered as before, and one's own bid can always be withdrawn.
        Optional<Refusal> barred = verdict instanceof Verdict.Admitted
                && delivery.bid().kind() != BidKind.WITHDRAW ? eligibility.barred(
                delivery.sender().organisation(), box.terms().organisation(), at)
                : Optional.empty();
        if (barred.isPresent()) {
            return Answer.refused(barred.get());
        }
        return switch (verdict) {
            case Verdict.Admitted admitted when stamp.isPresent() -> accept(
                    box, delivery, counts.certificate().orElseThrow(), stamp.get(), at);
            // Nobody stamps now; or it became admissible while it waited, as where a standing bid
            // was withdrawn meanwhile: nobody is asked while the box is locked. Sent again it is.
            case Verdict.Admitted admitted -> refuse(box, delivery, List.of(Refusal.at(
                    "signature", BiddingRefusal.TIME_STAMP_UNAVAILABLE)), at);
            case Verdict.Repeated repeated -> repeat(delivery);
            case Verdict.Refused(List<Refusal> refusals) -> refuse(box, delivery, refusals, at);
        };
    }

    private Signatures.Finding signature(Delivery delivery, Instant at) {
        return signatures.of(delivery.sender().organisation(), delivery.envelope(),
                delivery.signature(), at);
    }

    private Verdict judge(BoxRow box, Delivery delivery, Signatures.Finding signature) {
        boolean committee = box.terms().opening()
                .filter(terms -> delivery.sealed().isSealedTo(Envelopes.sealing(terms.committee())))
                .isPresent();
        return Admission.judge(box.forAdmission(heartbeat.last().orElse(Instant.EPOCH)),
                new Admission.Before(digestOf(delivery.bid().id()), standing(delivery),
                        announced(delivery), all(delivery)),
                new Admission.Arrival(delivery.bid(), delivery.digest(), signature.refusal(),
                        committee, delivery.sender().organisation(), delivery.texts(),
                        delivery.arrival().at()));
    }

    private Answer accept(BoxRow box, Delivery delivery, String certificate, TimeStamp stamp,
            Instant at) {
        Entry entry = record(box, act(delivery.bid().kind()), delivery, "", at);
        Receipt receipt = receipts.accepted(delivery.claim(), entry);
        entities.persist(new BidRow(delivery, certificate, stamp, receipt));
        delivery.texts().forEach(text -> entities.persist(
                new TextRow(delivery.bid().id(), text.name(), text.sha256())));
        return new Answer(true, false, List.of(), Optional.of(receipt));
    }

    private Answer repeat(Delivery delivery) {
        BidRow first = entities.find(BidRow.class, delivery.bid().id());
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
        Receipt receipt = receipts.refused(delivery.claim(), code.name(), entry);
        entities.persist(new RefusedBidRow(delivery, receipt));
        return new Answer(false, false, refusals, Optional.of(receipt));
    }

    private Entry record(BoxRow box, String act, Delivery delivery, String code, Instant at) {
        Subject subject = Subject.of("box", box.id());
        JsonObject payload = Json.createObjectBuilder()
                .add("bid", delivery.bid().id().toString())
                .add("bidder", delivery.sender().organisation())
                .add("digest", delivery.digest())
                .add("signature", Sha256.hex(delivery.signature()))
                // In time or late is judged by it, so whoever checks the bids needs it too.
                .add("arrived", delivery.arrival().at().toString())
                .add("code", code)
                .build();
        // B1: before the closing, and for ever in a box given up, not even who acted is public.
        return box.state().afterClosing()
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

    private int all(Delivery delivery) {
        return delivery.bid().kind() == BidKind.SUBMIT ? standing.count(delivery.box()) : 0;
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

    private Optional<String> announced(Delivery delivery) {
        return entities.createQuery("""
                SELECT a.envelope FROM AnnouncementRow a
                WHERE a.box = :box AND a.bidder = :bidder ORDER BY a.number DESC""", String.class)
                .setParameter("box", delivery.box())
                .setParameter("bidder", delivery.sender().organisation())
                .setMaxResults(1).getResultStream().findFirst();
    }

    /** All that takes long: the texts are kept, and the signature is time-stamped if it can be. */
    private Optional<TimeStamp> prepare(Delivery delivery) {
        keep(delivery);
        return stamps.over(delivery.signature());
    }

    /** In the order of their digests: two who hand in the same texts never wait crosswise. */
    private void keep(Delivery delivery) {
        Map<String, Submission.Enclosure> byName = new HashMap<>();
        delivery.submission().texts().forEach(one -> byName.put(one.name(), one));
        delivery.texts().stream().sorted(Comparator.comparing(SealedBid.Text::sha256))
                .forEach(text -> keep(text, byName.get(text.name())));
    }

    private void keep(SealedBid.Text text, Submission.Enclosure enclosure) {
        try (InputStream in = enclosure.content().open()) {
            if (!(documents.storeUnjudged(in)
                    instanceof Outcome.Done<StoredDocument>(StoredDocument stored))
                    || !stored.sha256().equals(text.sha256())) {
                throw new IllegalStateException("a text changed while it was read");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text could not be read", e);
        }
    }
}
