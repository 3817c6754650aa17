package org.subhasta.bidding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.bidding.model.Admission;
import org.subhasta.bidding.model.Announcement;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.SealedBid;
import org.subhasta.eligibility.Standing;
import org.subhasta.journal.Entry;
import org.subhasta.journal.Heartbeat;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;
import org.subhasta.signing.Sha256;

/** Announcing, on a slow line, that an envelope is on its way: for suppliers. */
@Stateless
@RolesAllowed(Role.Names.SUPPLIER)
public class Announcements {

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private ServerClock clock;
    @Inject
    private Callers callers;
    @Inject
    private Suppliers suppliers;
    @Inject
    private Standing eligibility;
    @Inject
    private Signatures signatures;
    @Inject
    private Heartbeat heartbeat;
    @Inject
    private Journal journal;
    @Inject
    private Receipts receipts;

    /**
     * Takes a signed announcement before the closing. Its envelope may then arrive within the
     * tender's grace after it; a later announcement of the same bidder takes its place.
     *
     * <p>Sending the last one again gets its receipt. Refused as a bid is, as far as that applies.
     *
     * @param statement canonical JSON, {@value Announcement#FORMAT}
     */
    public Answer announce(String box, byte[] statement, byte[] signature) {
        Caller caller = callers.current();
        Optional<Refusal> barred = suppliers.barred(caller, box).or(() -> Signatures.flaw(
                signature, SealedBid.MAXIMUM_SIGNATURE_BYTES));
        if (barred.isPresent()) {
            return Answer.refused(barred.get());
        }
        return switch (Statements.announcement(statement)) {
            case Outcome.Refused<Announcement> refused ->
                    new Answer(false, false, refused.refusals(), Optional.empty());
            case Outcome.Done<Announcement>(Announcement said) ->
                    take(caller, box, said, new SignedBytes(statement, signature));
        };
    }

    private Answer take(Caller caller, String id, Announcement said, SignedBytes signed) {
        // Looked at once while nobody waits: if its authority has to be asked about the certificate,
        // that is done now, and what it says is kept for when the box is locked.
        signatures.of(caller.organisation(), signed.content(), signed.signature(), clock.now());
        BoxRow box = entities.find(BoxRow.class, id);
        entities.refresh(box, LockModeType.PESSIMISTIC_WRITE);
        eligibility.hold(caller.organisation());
        Instant at = clock.now();
        String digest = Sha256.hex(signed.content());
        Optional<Receipt> same = same(caller, id, digest);
        if (same.isPresent()) {
            return new Answer(true, true, List.of(), same);
        }
        Optional<Refusal> excluded = eligibility.barred(
                caller.organisation(), box.terms().organisation(), at);
        if (excluded.isPresent()) {
            return Answer.refused(excluded.get());
        }
        Signatures.Finding finding = signatures.of(
                caller.organisation(), signed.content(), signed.signature(), at);
        Optional<Refusal> refusal = Admission.judge(
                box.forAdmission(heartbeat.last().orElse(Instant.EPOCH)), said,
                finding.refusal(), caller.organisation(), at);
        if (refusal.isPresent() && !((BiddingRefusal) refusal.get().code()).receipted()) {
            return Answer.refused(refusal.get());
        }
        String code = refusal.map(why -> why.code().name()).orElse("");
        Entry entry = record(box, caller, said, digest, code, at);
        Receipts.Claim claim = new Receipts.Claim(
                said.bid(), id, digest, signed.signature(), at, said.envelope());
        if (refusal.isPresent()) {
            return new Answer(false, false, List.of(refusal.get()),
                    Optional.of(receipts.refused(claim, code, entry)));
        }
        Receipt receipt = receipts.accepted(claim, entry);
        entities.persist(new AnnouncementRow(
                caller, said, signed, finding.certificate().orElseThrow(), receipt));
        return new Answer(true, false, List.of(), Optional.of(receipt));
    }

    /** Of the one that counts; an earlier one said again is announced anew. */
    private Optional<Receipt> same(Caller caller, String box, String digest) {
        return entities.createQuery("""
                SELECT a FROM AnnouncementRow a WHERE a.box = :box AND a.bidder = :bidder
                ORDER BY a.number DESC""", AnnouncementRow.class)
                .setParameter("box", box).setParameter("bidder", caller.organisation())
                .setMaxResults(1)
                .getResultStream().findFirst().filter(last -> last.digest().equals(digest))
                .map(AnnouncementRow::receipt);
    }

    private Entry record(BoxRow box, Caller caller, Announcement said, String digest, String code,
            Instant at) {
        Subject subject = Subject.of("box", box.id());
        JsonObject payload = Json.createObjectBuilder()
                .add("bid", said.bid().toString())
                .add("bidder", caller.organisation())
                .add("envelope", said.envelope())
                .add("digest", digest)
                .add("code", code)
                .build();
        String act = code.isEmpty() ? "bid-announced" : "announcement-refused";
        return box.state().afterClosing()
                ? journal.append(subject, act, caller.actor(), at, payload)
                : journal.conceal(subject, act, caller.actor(), at, payload);
    }
}
