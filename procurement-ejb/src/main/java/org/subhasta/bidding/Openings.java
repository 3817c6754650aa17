package org.subhasta.bidding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.bidding.model.OpeningRefusal;
import org.subhasta.bidding.model.OpeningRule;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.Part;
import org.subhasta.bidding.model.SealedBid;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Assured;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.sealing.OpeningAct;
import org.subhasta.signing.sealing.Reading;

/** What openers do after the closing: release their shares of all bids of a box in one act. */
@Stateless
@RolesAllowed(Role.Names.OPENER)
public class Openings {

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private ServerClock clock;
    @Inject
    private Callers callers;
    @Inject
    private Signatures signatures;
    @Inject
    private StandingBids bids;
    @Inject
    private Journal journal;
    @Inject
    private OpeningReports reports;

    /**
     * What the caller is to open: for the own tool, which decrypts the shares.
     *
     * <p>Refused: {@code NOT_A_MEMBER} (also where there is no such box), {@code NO_SUCH_PART},
     * {@code BOX_STILL_OPEN}, {@code OPENING_GIVEN_UP}, {@code EVALUATION_NOT_SIGNED},
     * {@code OPENING_OVER}.
     */
    public Outcome<OpeningTask> task(String id, Part part) {
        BoxRow box = id == null ? null : entities.find(BoxRow.class, id);
        Optional<Refusal> refusal = notMember(box).or(() -> OpeningRule.time(box.state(),
                box.opening().orElseThrow(), part, box.openingEndsAt(),
                box.givenUpAt().isPresent(), clock.now()));
        return refusal.isPresent() ? Outcome.refused(refusal.get())
                : Outcome.done(new OpeningTask(id, part, callers.current().person(),
                        box.entry().orElseThrow(), bids.toOpen(id, part).stream()
                                .map(row -> new String(row.signed().content(),
                                        StandardCharsets.UTF_8)).toList()));
    }

    /**
     * Takes an opener's signed act. The shares in it that match their envelopes count; one that was
     * not or wrongly decrypted is recorded without blame. The bids open soon after enough acted.
     *
     * <p>The same act again changes nothing. Refused: as {@link #task}, with the reasons of
     * signatures, and {@code ACT_TOO_LARGE}, {@code ACT_NOT_CANONICAL}, {@code OPENING_MALFORMED},
     * {@code ACT_FOR_ANOTHER_TENDER}, {@code ACT_OF_ANOTHER_OPENER}, {@code ENTRY_DIFFERS},
     * {@code BIDS_DIFFER}, {@code ACTED_ALREADY}. From the check of the signature on, refused acts
     * are journaled.
     *
     * @param act canonical JSON, {@value OpeningAct#FORMAT}
     */
    @Assured
    public Outcome<OpeningView> act(String id, byte[] act, byte[] signature) {
        BoxRow box = id == null ? null : entities.find(BoxRow.class, id);
        Optional<Refusal> barred = notMember(box).or(() -> Signatures.flaw(
                signature, SealedBid.MAXIMUM_SIGNATURE_BYTES));
        if (barred.isPresent()) {
            return Outcome.refused(barred.get());
        }
        return switch (OpeningAct.read(act)) {
            case Reading.Read<OpeningAct>(OpeningAct said) ->
                    take(box, said, new SignedBytes(act, signature));
            case Reading.Refused<OpeningAct>(Reading.Flaw flaw, String member, String why) ->
                    Outcome.refused(switch (flaw) {
                        case TOO_LARGE -> Refusal.at("act", OpeningRefusal.ACT_TOO_LARGE,
                                Integer.toString(OpeningAct.MAXIMUM_BYTES));
                        case NOT_CANONICAL ->
                                Refusal.at("act", OpeningRefusal.ACT_NOT_CANONICAL, why);
                        case MALFORMED ->
                                Refusal.at(member, OpeningRefusal.OPENING_MALFORMED, member);
                    });
        };
    }

    /** The openings the caller is a member of, those where something is to be done first. */
    public List<OpeningDuty> mine() {
        String person = callers.current().person();
        return entities.createQuery("""
                SELECT b FROM BoxRow b JOIN b.openers o WHERE o.person = :person
                ORDER BY b.closesAt DESC, b.id""", BoxRow.class)
                .setParameter("person", person)
                .setMaxResults(500)
                .getResultStream()
                .map(row -> OpeningDuty.of(reports.find(row.id()).orElseThrow(), person))
                .sorted(OpeningDuty.FIRST_TO_DO)
                .toList();
    }

    private Outcome<OpeningView> take(BoxRow box, OpeningAct said, SignedBytes signed) {
        Caller caller = callers.current();
        // Looked at once while nobody waits: if its authority has to be asked about the certificate,
        // that is done now, and what it says is kept for when the box is locked.
        signatures.ofPerson(caller.person(), signed.content(), signed.signature(), clock.now());
        entities.refresh(box, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.now();
        Part part = Envelopes.model(said.part());
        OpeningActRow.Key key = new OpeningActRow.Key(box.id(), part, caller.person());
        OpeningActRow before = entities.find(OpeningActRow.class, key);
        if (before != null && before.digest().equals(Sha256.hex(signed.content()))) {
            return Outcome.done(reports.find(box.id()).orElseThrow());
        }
        Signatures.Finding finding = signatures.ofPerson(
                caller.person(), signed.content(), signed.signature(), now);
        List<BidRow> rows = bids.toOpen(box.id(), part);
        Optional<Refusal> refusal = finding.refusal().or(() -> OpeningRule.judge(
                facts(box, rows, before != null), act(said, part), caller.person(), now));
        if (refusal.isPresent()) {
            journal.append(Subject.of("tender", box.id()), "opening-refused", caller.actor(), now,
                    Json.createObjectBuilder().add("part", part.word())
                            .add("act", Sha256.hex(signed.content()))
                            .add("code", refusal.get().code().name()).build());
            return Outcome.refused(refusal.get());
        }
        String leaf = journal.append(Subject.of("box", box.id()), "shares-released",
                caller.actor(), now, Json.createObjectBuilder().add("part", part.word())
                        .add("act", Sha256.hex(signed.content()))
                        .add("signature", Sha256.hex(signed.signature())).build()).leafHash();
        entities.persist(new OpeningActRow(
                key, signed, finding.certificate().orElseThrow(), now, leaf));
        keep(said, part, rows);
        entities.flush();
        return Outcome.done(reports.find(box.id()).orElseThrow());
    }

    /** Only shares that match: no other counts, whatever it is. */
    private void keep(OpeningAct said, Part part, List<BidRow> rows) {
        for (BidRow row : rows) {
            byte[] share = said.shares().stream().filter(one -> one.bid().equals(row.id()))
                    .findFirst().flatMap(OpeningAct.Released::share).orElse(null);
            if (share != null && row.sealed().part(said.part())
                    .filter(sealed -> sealed.matches(said.opener(), share)).isPresent()) {
                entities.persist(new ShareRow(
                        new ShareRow.Key(row.id(), part, said.opener()), share));
            }
        }
    }

    private static OpeningRule.Facts facts(BoxRow box, List<BidRow> rows, boolean acted) {
        OpeningTerms terms = box.opening().orElseThrow();
        return new OpeningRule.Facts(box.id(), box.state(), terms, box.entry(),
                box.openingEndsAt(), box.givenUpAt().isPresent(), rows.stream().map(BidRow::id).toList(), acted);
    }

    private static OpeningRule.Act act(OpeningAct said, Part part) {
        List<UUID> named = said.shares().stream().map(OpeningAct.Released::bid).toList();
        return new OpeningRule.Act(said.tender(), part, said.opener(), said.entry(), named);
    }

    private Optional<Refusal> notMember(BoxRow box) {
        boolean member = box != null && box.opening().flatMap(terms ->
                terms.committee().member(callers.current().person())).isPresent();
        return member ? Optional.empty() : Optional.of(Refusal.of(OpeningRefusal.NOT_A_MEMBER));
    }
}
