package org.subhasta.bidding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.Opener;
import org.subhasta.bidding.model.OpeningRefusal;
import org.subhasta.bidding.model.SealedBid;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Assured;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.Validation;
import org.subhasta.signing.sealing.Rehearsal;

/**
 * Showing before the closing that an opener's key works: a random secret is sealed to it, and told
 * back in a signed statement. Nobody who lost the key could.
 */
@Stateless
@RolesAllowed(Role.Names.OPENER)
public class Rehearsals {

    private static final int MAXIMUM_BYTES = 4 * 1024;
    private static final StrictJson.Flaws FLAWS = new StrictJson.Flaws(
            OpeningRefusal.ACT_TOO_LARGE, OpeningRefusal.ACT_NOT_CANONICAL,
            OpeningRefusal.OPENING_MALFORMED);

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private ServerClock clock;
    @Inject
    private Callers callers;
    @Inject
    private Signatures signatures;
    @Inject
    private Journal journal;
    @Inject
    private OpeningReports reports;

    private record Answer(String tender, String opener, String certificate, String secret) {
    }

    /**
     * Seals a fresh secret to the caller's key as a member of the box's committee; one sealed before
     * is void.
     *
     * <p>Refused: {@code NOT_A_MEMBER}, {@code REHEARSAL_OVER}.
     */
    public Outcome<RehearsalTask> begin(String id) {
        BoxRow box = id == null ? null : entities.find(BoxRow.class, id);
        Optional<Opener> member = member(box);
        Optional<Refusal> refusal = refusal(box, member);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        entities.refresh(box, LockModeType.PESSIMISTIC_WRITE);
        String opener = member.get().person();
        Rehearsal.Challenge challenge = Rehearsal.challenge(id,
                new org.subhasta.signing.sealing.Opener(
                        opener, Envelopes.certificate(member.get().certificate())));
        remove(id, opener);
        entities.persist(new RehearsalTaskRow(id, opener, challenge));
        return Outcome.done(new RehearsalTask(id, opener, fingerprint(member.get()),
                Base64.getEncoder().encodeToString(challenge.enc()),
                Base64.getEncoder().encodeToString(challenge.sealed())));
    }

    /**
     * Takes the signed statement that tells the secret back. Who rehearsed before need not again.
     *
     * <p>Refused: as {@link #begin}, with the reasons of signatures, and {@code ACT_TOO_LARGE},
     * {@code ACT_NOT_CANONICAL}, {@code OPENING_MALFORMED}, {@code ACT_FOR_ANOTHER_TENDER},
     * {@code ACT_OF_ANOTHER_OPENER}, {@code CERTIFICATE_DIFFERS}, {@code REHEARSAL_NOT_BEGUN},
     * {@code SECRET_DIFFERS}.
     *
     * @param statement canonical JSON, {@value Rehearsal#FORMAT}
     */
    @Assured
    public Outcome<OpeningView> answer(String id, byte[] statement, byte[] signature) {
        BoxRow box = id == null ? null : entities.find(BoxRow.class, id);
        Optional<Opener> member = member(box);
        Optional<Refusal> barred = refusal(box, member).or(() -> Signatures.flaw(
                signature, SealedBid.MAXIMUM_SIGNATURE_BYTES));
        if (barred.isPresent()) {
            return Outcome.refused(barred.get());
        }
        return switch (read(statement)) {
            case Outcome.Refused<Answer> refused -> refused.refusal();
            case Outcome.Done<Answer>(Answer said) -> take(
                    box, member.get(), said, new SignedBytes(statement, signature));
        };
    }

    private static Outcome<Answer> read(byte[] statement) {
        return StrictJson.read(statement, MAXIMUM_BYTES, "statement", FLAWS, o -> {
            o.format(Rehearsal.FORMAT);
            o.instant("madeAt");
            return new Answer(o.text("tender"), o.text("opener"), o.hash("certificate"),
                    o.text("secret"));
        });
    }

    private Outcome<OpeningView> take(BoxRow box, Opener member, Answer said, SignedBytes signed) {
        // Looked at once while nobody waits, as an announcement is: bids wait for the box's lock.
        signatures.ofPerson(
                member.person(), signed.content(), signed.signature(), clock.now());
        entities.refresh(box, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.now();
        Signatures.Finding finding = signatures.ofPerson(
                member.person(), signed.content(), signed.signature(), now);
        Optional<Refusal> refusal = finding.refusal()
                .or(() -> refusal(box, Optional.of(member)))
                .or(() -> judge(box, member, said));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        RehearsalRow.Key key = new RehearsalRow.Key(box.id(), member.person());
        if (entities.find(RehearsalRow.class, key) == null) {
            String leaf = journal.append(Subject.of("tender", box.id()), "opener-rehearsed",
                    callers.current().actor(), now, Json.createObjectBuilder()
                            .add("certificate", said.certificate())
                            .add("statement", Sha256.hex(signed.content()))
                            .build()).leafHash();
            entities.persist(new RehearsalRow(
                    key, signed, finding.certificate().orElseThrow(), now, leaf));
            remove(box.id(), member.person());
            entities.flush();
        }
        return Outcome.done(reports.find(box.id()).orElseThrow());
    }

    private Optional<Refusal> judge(BoxRow box, Opener member, Answer said) {
        if (!said.tender().equals(box.id())) {
            return Optional.of(Refusal.at("tender", OpeningRefusal.ACT_FOR_ANOTHER_TENDER));
        }
        if (!said.opener().equals(member.person())) {
            return Optional.of(Refusal.at("opener", OpeningRefusal.ACT_OF_ANOTHER_OPENER));
        }
        if (!said.certificate().equals(fingerprint(member))) {
            return Optional.of(Refusal.at("certificate", OpeningRefusal.CERTIFICATE_DIFFERS));
        }
        RehearsalTaskRow task = entities.find(RehearsalTaskRow.class,
                new RehearsalTaskRow.Key(box.id(), member.person()));
        boolean done = entities.find(RehearsalRow.class,
                new RehearsalRow.Key(box.id(), member.person())) != null;
        if (task == null && !done) {
            return Optional.of(Refusal.of(OpeningRefusal.REHEARSAL_NOT_BEGUN));
        }
        return done && task == null || task.asks(said.secret()) ? Optional.empty()
                : Optional.of(Refusal.at("secret", OpeningRefusal.SECRET_DIFFERS));
    }

    private Optional<Opener> member(BoxRow box) {
        return box == null ? Optional.empty() : box.opening().flatMap(terms ->
                terms.committee().member(callers.current().person()));
    }

    private static Optional<Refusal> refusal(BoxRow box, Optional<Opener> member) {
        if (member.isEmpty()) {
            return Optional.of(Refusal.of(OpeningRefusal.NOT_A_MEMBER));
        }
        return box.state() instanceof BoxState.Open ? Optional.empty()
                : Optional.of(Refusal.of(OpeningRefusal.REHEARSAL_OVER));
    }

    private void remove(String box, String opener) {
        entities.createQuery("""
                DELETE FROM RehearsalTaskRow t
                WHERE t.key.box = :box AND t.key.opener = :opener""")
                .setParameter("box", box).setParameter("opener", opener).executeUpdate();
        entities.flush();
    }

    private static String fingerprint(Opener member) {
        return Validation.fingerprint(Envelopes.certificate(member.certificate()));
    }
}
