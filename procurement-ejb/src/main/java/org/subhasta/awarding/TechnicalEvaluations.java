package org.subhasta.awarding;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.subhasta.awarding.model.TechnicalVerdict;
import org.subhasta.bidding.BidReports;
import org.subhasta.bidding.BoxReports;
import org.subhasta.bidding.BoxView;
import org.subhasta.bidding.Boxes;
import org.subhasta.bidding.OpenedBid;
import org.subhasta.bidding.Signatures;
import org.subhasta.bidding.SignedBytes;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Assured;
import org.subhasta.parties.Callers;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.parties.Role;
import org.subhasta.signing.Sha256;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.Tenders;
import org.subhasta.tendering.model.Phase;

/**
 * Which bids of a two-envelope tender pass technically: said once, in one signed statement, before
 * any price can be known. Its entry in the journal is what the openers of the prices verify; the
 * price of a bid that did not pass stays sealed for good.
 *
 * <p>Everything here can be refused with {@link AwardingRefusal#EVALUATION_NOT_FOUND} and
 * {@code TECHNICAL_NOT_OPENED}.
 */
@Stateless
@RolesAllowed(Role.Names.OFFICER)
public class TechnicalEvaluations {

    @PersistenceContext
    private EntityManager entities;
    @Resource
    private SessionContext context;
    @EJB
    private Callers callers;
    @EJB
    private Tenders tendersToLock;
    @EJB
    private TenderReports tenders;
    @EJB
    private BoxReports boxReports;
    @EJB
    private Boxes boxes;
    @EJB
    private BidReports bids;
    @EJB
    private OrganisationReports organisations;
    @EJB
    private Journal journal;
    @Inject
    private Signatures signatures;
    @Inject
    private ServerClock clock;

    /** The opened technical parts, and what was said about them. */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.AUDITOR})
    public Outcome<TechnicalEvaluationView> find(String tender) {
        return switch (opened(tender)) {
            case Outcome.Refused<List<OpenedBid>> refused -> refused.refusal();
            case Outcome.Done<List<OpenedBid>>(List<OpenedBid> opened) ->
                    Outcome.done(view(tender, opened));
        };
    }

    /** What was signed, for everybody; empty while nothing was. */
    @PermitAll
    public Optional<SignedBytes> published(String tender) {
        return row(tender).map(TechnicalEvaluationRow::signed);
    }

    /**
     * What an officer signs to say this.
     *
     * <p>Refused: {@code TECHNICAL_EVALUATED_ALREADY}, {@code VERDICTS_INCOMPLETE},
     * {@code EVALUATION_REASON_MISSING}, {@code EVALUATION_REASON_TOO_LONG}; fields are
     * {@code bids[0].reason}, numbered as the verdicts are.
     */
    public Outcome<String> statement(String tender, List<TechnicalVerdict> verdicts) {
        Outcome<List<OpenedBid>> opened = opened(tender);
        if (!(opened instanceof Outcome.Done<List<OpenedBid>>(List<OpenedBid> found))) {
            return opened.refusal();
        }
        Optional<Refusal> refusal = judge(tender, verdicts, found);
        return refusal.isPresent() ? Outcome.refused(refusal.get())
                : Outcome.done(new TechnicalStatement(tender, notice(tender), verdicts,
                        clock.now()).canonicalJson());
    }

    /**
     * Takes the signed statement and releases the prices of the bids that passed.
     *
     * <p>Refused: as {@link #statement}, with the reasons of signatures,
     * {@code TENDER_NOT_EVALUABLE} where the tender was cancelled,
     * {@code TECHNICAL_EVALUATION_MALFORMED} and {@code TECHNICAL_EVALUATION_DIFFERS} where it is
     * for another tender or notice.
     */
    @Assured
    public Outcome<TechnicalEvaluationView> sign(String tender, byte[] statement,
            byte[] signature) {
        // Looked at once while nothing is locked: what the signer's authority says is kept (T3).
        signatures.ofPerson(callers.current().person(), statement, signature, clock.now());
        tendersToLock.lockForAward(tender);
        // The box before the journal, as everywhere: else a late bid and this wait for each other.
        boxes.lock(tender);
        Outcome<List<OpenedBid>> opened = opened(tender);
        if (!(opened instanceof Outcome.Done<List<OpenedBid>>(List<OpenedBid> found))) {
            return opened.refusal();
        }
        if (tenders.find(tender).filter(one -> one.phase() == Phase.CANCELLED).isPresent()) {
            return Outcome.refused(Refusal.of(AwardingRefusal.TENDER_NOT_EVALUABLE));
        }
        return switch (TechnicalStatement.read(statement)) {
            case Outcome.Refused<TechnicalStatement> refused -> refused.refusal();
            case Outcome.Done<TechnicalStatement>(TechnicalStatement said) ->
                    take(tender, said, new SignedBytes(statement, signature), found);
        };
    }

    private Outcome<TechnicalEvaluationView> take(String tender, TechnicalStatement said,
            SignedBytes signed, List<OpenedBid> opened) {
        Instant now = clock.now();
        String officer = callers.current().person();
        Signatures.Finding finding = signatures.ofPerson(
                officer, signed.content(), signed.signature(), now);
        Optional<Refusal> refusal = finding.refusal()
                .or(() -> judge(tender, said.verdicts(), opened))
                .or(() -> said.tender().equals(tender) && said.notice().equals(notice(tender))
                        ? Optional.empty() : Optional.of(Refusal.at("statement",
                                AwardingRefusal.TECHNICAL_EVALUATION_DIFFERS)));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        String leaf = record(tender, signed, now);
        entities.persist(new TechnicalEvaluationRow(tender, signed,
                finding.certificate().orElseThrow(), officer, now, leaf));
        entities.flush();
        Set<UUID> passed = said.verdicts().stream().filter(TechnicalVerdict::passed)
                .map(verdict -> UUID.fromString(verdict.bid())).collect(Collectors.toSet());
        Outcome<BoxView> released = boxes.release(tender, passed, leaf);
        if (released instanceof Outcome.Refused<BoxView> refused) {
            // The evaluation was written already: none of it may stay.
            context.setRollbackOnly();
            return refused.refusal();
        }
        return Outcome.done(view(tender, opened));
    }

    private String record(String tender, SignedBytes signed, Instant now) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(signed.content()))) {
            // On the box: openers find there what allows them to open the prices.
            return journal.append(Subject.of("box", tender), "technical-evaluated",
                    callers.current().actor(), now, Json.createObjectBuilder()
                            .add("statement", Sha256.hex(signed.content()))
                            .add("signature", Sha256.hex(signed.signature()))
                            .add("evaluation", reader.readObject())
                            .build()).leafHash();
        }
    }

    private Outcome<List<OpenedBid>> opened(String tender) {
        Optional<BoxView> box = boxReports.find(tender);
        if (box.flatMap(found -> found.terms().opening())
                .filter(terms -> terms.twoEnvelopes()).isEmpty()) {
            return Outcome.refused(Refusal.of(AwardingRefusal.EVALUATION_NOT_FOUND));
        }
        Outcome<List<OpenedBid>> opened = bids.opened(tender);
        return opened instanceof Outcome.Done ? opened
                : Outcome.refused(Refusal.of(box.get().state() instanceof BoxState.Abandoned
                        || !mayRead(box.get()) ? AwardingRefusal.EVALUATION_NOT_FOUND
                        : AwardingRefusal.TECHNICAL_NOT_OPENED));
    }

    private boolean mayRead(BoxView box) {
        return callers.current().is(Role.AUDITOR)
                || callers.current().actsFor(box.terms().organisation());
    }

    private Optional<Refusal> judge(String tender, List<TechnicalVerdict> verdicts,
            List<OpenedBid> opened) {
        if (row(tender).isPresent()
                || !(boxReports.find(tender).orElseThrow().state()
                        instanceof BoxState.TechnicalOpened)) {
            return Optional.of(Refusal.of(AwardingRefusal.TECHNICAL_EVALUATED_ALREADY));
        }
        Set<String> valid = opened.stream().filter(bid -> bid.invalid().isEmpty())
                .map(bid -> bid.id().toString()).collect(Collectors.toSet());
        if (!TechnicalVerdict.cover(verdicts, valid)) {
            return Optional.of(Refusal.at("bids", AwardingRefusal.VERDICTS_INCOMPLETE));
        }
        for (int i = 0; i < verdicts.size(); i++) {
            TechnicalVerdict verdict = verdicts.get(i);
            String field = "bids[" + i + "].reason";
            if (!verdict.passed() && verdict.reason().isEmpty()) {
                return Optional.of(
                        Refusal.at(field, AwardingRefusal.EVALUATION_REASON_MISSING));
            }
            if (verdict.reason().length() > Awards.LONGEST_REASON) {
                return Optional.of(Refusal.at(field, AwardingRefusal.EVALUATION_REASON_TOO_LONG,
                        Integer.toString(Awards.LONGEST_REASON)));
            }
        }
        return Optional.empty();
    }

    private TechnicalEvaluationView view(String tender, List<OpenedBid> opened) {
        Map<String, OrganisationView> names = organisations.find(
                opened.stream().map(OpenedBid::bidder).distinct().toList());
        return new TechnicalEvaluationView(tender,
                tenders.find(tender).map(TenderView::title).orElse(tender),
                opened.stream().map(bid -> new TechnicalEvaluationView.Bid(bid,
                        Optional.ofNullable(names.get(bid.bidder()))
                                .map(OrganisationView::name).orElse(bid.bidder()))).toList(),
                row(tender).map(row -> new TechnicalEvaluationView.Signed(
                        TechnicalStatement.valid(row.signed().content()).verdicts(), row.at(),
                        row.leaf())));
    }

    private String notice(String tender) {
        return boxReports.find(tender).orElseThrow().terms().notice();
    }

    private Optional<TechnicalEvaluationRow> row(String tender) {
        return tender == null ? Optional.empty()
                : Optional.ofNullable(entities.find(TechnicalEvaluationRow.class, tender));
    }
}
