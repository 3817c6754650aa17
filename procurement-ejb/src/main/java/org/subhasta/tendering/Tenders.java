package org.subhasta.tendering;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.subhasta.bidding.BoxReports;
import org.subhasta.bidding.BoxView;
import org.subhasta.bidding.Boxes;
import org.subhasta.bidding.model.BoxLot;
import org.subhasta.bidding.model.BoxTerms;
import org.subhasta.documents.Documents;
import org.subhasta.documents.StoredDocument;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Assured;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Openers;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.parties.Role;
import org.subhasta.tendering.model.Admission;
import org.subhasta.tendering.model.Draft;
import org.subhasta.tendering.model.Notice;
import org.subhasta.tendering.model.TenderDocument;
import org.subhasta.tendering.model.TenderState;
import org.subhasta.tendering.model.TenderingRefusal;

/** Writing, publishing and ending tenders: for officers, each for the own organisation. */
@Stateless
@RolesAllowed(Role.Names.OFFICER)
public class Tenders {

    /** A draft as a whole, as JSON: more is no text anybody reads. */
    public static final int LARGEST_DRAFT_KIB = 1024;

    @PersistenceContext
    private EntityManager entities;
    @Resource
    private SessionContext context;
    @Inject
    private Instance<CancellationHindrance> hindrances;

    @Inject
    private ServerClock clock;
    @Inject
    private Callers callers;
    @Inject
    private OrganisationReports organisations;
    @Inject
    private Classifications classifications;
    @Inject
    private Openers openers;
    @Inject
    private Documents documents;
    @Inject
    private Journal journal;
    @Inject
    private Boxes boxes;
    @Inject
    private BoxReports boxReports;

    /** Begins a draft for the caller's organisation. */
    public Outcome<DraftView> begin() {
        return begin(zone -> Draft.blank("EUR", zone), null);
    }

    /**
     * Begins a draft from an imported tender: its words, classes, lots and estimates; what the
     * officer has to decide stays open.
     *
     * <p>Refused: {@code TENDER_UNKNOWN}.
     */
    public Outcome<DraftView> takeOver(String imported) {
        ImportedRow row = entities.find(ImportedRow.class, imported);
        if (row == null) {
            return Outcome.refused(Refusal.of(TenderingRefusal.TENDER_UNKNOWN));
        }
        ImportedReading reading = new ImportedReading(row.content(), classifications::find);
        return begin(zone -> TakingOver.draft(reading, zone), imported);
    }

    private Outcome<DraftView> begin(Function<String, Draft> inZone, String takenFrom) {
        Caller caller = callers.current();
        OrganisationView authority = organisations.find(caller.organisation()).orElseThrow();
        TenderRow row = new TenderRow(Identifier.next(), caller.organisation(),
                inZone.apply(authority.zone()), takenFrom, caller.person(), clock.now());
        entities.persist(row);
        entities.flush();
        return Outcome.done(row.draftView());
    }

    /** A draft of the caller's organisation. */
    public Optional<DraftView> draft(String id) {
        return own(id, LockModeType.NONE).filter(Tenders::isDraft).map(TenderRow::draftView);
    }

    /** The drafts of the caller's organisation, the last changed first. */
    public List<DraftView> drafts() {
        return entities.createQuery("""
                        SELECT t FROM TenderRow t WHERE t.organisation = :organisation
                        AND t.status = 'planning' ORDER BY t.changedAt DESC""", TenderRow.class)
                .setParameter("organisation", callers.current().organisation())
                .setMaxResults(500).getResultStream().map(TenderRow::draftView).toList();
    }

    /**
     * Saves a draft as typed, unfinished as it may be. Its files are kept as they are: {@link
     * #attach} and {@link #detach} change them.
     *
     * <p>Refused: {@code TENDER_UNKNOWN}, {@code TENDER_NOT_A_DRAFT},
     * {@code DRAFT_CHANGED_MEANWHILE}, {@code DRAFT_TOO_LARGE}.
     *
     * @param version the one that was read
     */
    public Outcome<DraftView> save(String id, long version, Draft draft) {
        int size = DraftJson.write(draft).toString().getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST_DRAFT_KIB * 1024) {
            return Outcome.refused(Refusal.of(TenderingRefusal.DRAFT_TOO_LARGE,
                    Integer.toString(LARGEST_DRAFT_KIB)));
        }
        return change(id, version, before -> Outcome.done(
                draft.withDocuments(retitled(before.documents(), draft.documents()))));
    }

    /** Of the files only their titles are the officer's to write. */
    private static List<TenderDocument> retitled(List<TenderDocument> kept,
            List<TenderDocument> typed) {
        return kept.stream().map(document -> typed.stream()
                .filter(other -> other.sha256().equals(document.sha256())).findFirst()
                .map(other -> new TenderDocument(document.sha256(), document.name(),
                        other.title(), document.size(), document.mediaType()))
                .orElse(document)).toList();
    }

    /**
     * Adds a file to a draft.
     *
     * <p>Refused: as {@link #save}, {@code TOO_MANY_DOCUMENTS}, and as
     * {@link Documents#store(String, InputStream, long)}. The same content twice stays once.
     */
    public Outcome<DraftView> attach(String id, long version, String name, InputStream content)
            throws IOException {
        Optional<Refusal> refusal = refusal(own(id, LockModeType.NONE), version);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return switch (documents.store(name, content, Documents.LIMIT_BYTES)) {
            case Outcome.Refused<StoredDocument> refused -> refused.refusal();
            case Outcome.Done<StoredDocument>(StoredDocument stored) -> change(id, version,
                    draft -> with(draft, new TenderDocument(stored.sha256(), name, "",
                            stored.size(), stored.mediaType())));
        };
    }

    private static Outcome<Draft> with(Draft draft, TenderDocument added) {
        List<TenderDocument> all = new ArrayList<>(draft.documents());
        all.removeIf(document -> document.sha256().equals(added.sha256()));
        all.add(added);
        return all.size() > Admission.MOST_DOCUMENTS
                ? Outcome.refused(Refusal.at("documents", TenderingRefusal.TOO_MANY_DOCUMENTS,
                        Integer.toString(Admission.MOST_DOCUMENTS)))
                : Outcome.done(draft.withDocuments(all));
    }

    /** Takes a file out of a draft; refused as {@link #save}. */
    public Outcome<DraftView> detach(String id, long version, String sha256) {
        return change(id, version, draft -> Outcome.done(draft.withDocuments(draft.documents()
                .stream().filter(document -> !document.sha256().equals(sha256)).toList())));
    }

    private Outcome<DraftView> change(String id, long version,
            Function<Draft, Outcome<Draft>> change) {
        Optional<TenderRow> row = own(id, LockModeType.PESSIMISTIC_WRITE);
        Optional<Refusal> refusal = refusal(row, version);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return switch (change.apply(row.orElseThrow().draft())) {
            case Outcome.Refused<Draft> refused -> refused.refusal();
            case Outcome.Done<Draft>(Draft changed) -> {
                row.get().write(changed, callers.current().person(), clock.now());
                entities.flush();
                yield Outcome.done(row.get().draftView());
            }
        };
    }

    /** Throws a draft away; refused as {@link #save}. Answers its identifier. */
    public Outcome<String> discard(String id, long version) {
        Optional<TenderRow> row = own(id, LockModeType.PESSIMISTIC_WRITE);
        Optional<Refusal> refusal = refusal(row, version);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        entities.remove(row.orElseThrow());
        return Outcome.done(id);
    }

    /** What a draft would be published as now, or everything that still keeps it from that. */
    public Outcome<TenderView> preview(String id) {
        Optional<TenderRow> row = own(id, LockModeType.NONE).filter(Tenders::isDraft);
        if (row.isEmpty()) {
            return Outcome.refused(Refusal.of(TenderingRefusal.TENDER_UNKNOWN));
        }
        return switch (judge(row.get(), clock.now())) {
            case Outcome.Refused<Notice> refused -> refused.refusal();
            case Outcome.Done<Notice>(Notice notice) ->
                    Outcome.done(TenderReading.preview(notice));
        };
    }

    /**
     * Publishes a draft: from now on it never changes, and takes bids until its deadline.
     *
     * <p>Refused: as {@link #save}, and for everything {@link Admission} finds.
     */
    @Assured
    public Outcome<TenderView> publish(String id, long version) {
        Optional<TenderRow> row = own(id, LockModeType.PESSIMISTIC_WRITE);
        Optional<Refusal> refusal = refusal(row, version);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return switch (judge(row.orElseThrow(), clock.now())) {
            case Outcome.Refused<Notice> refused -> refused.refusal();
            case Outcome.Done<Notice>(Notice notice) -> publish(row.get(), notice);
        };
    }

    private Outcome<Notice> judge(TenderRow row, Instant now) {
        OrganisationView buyer = organisations.find(row.organisation()).orElseThrow();
        return Admission.judge(row.id(), row.draft(), new Notice.Buyer(buyer.id(), buyer.name(),
                buyer.scheme(), buyer.identifier()), now, classifications::find,
                new CommitteeCandidates(openers));
    }

    /** T4: notice, journal and box in one transaction. */
    private Outcome<TenderView> publish(TenderRow row, Notice notice) {
        Caller caller = callers.current();
        row.publish(notice, NoticeJson.write(notice), caller.person());
        journal.append(Subject.of("tender", row.id()), "tender-published", caller.actor(),
                notice.publishedAt(), Json.createObjectBuilder()
                        .add("notice", row.noticeDigest())
                        .add("organisation", row.organisation())
                        .add("closesAt", notice.deadline().instant().toString()).build());
        return switch (boxes.open(terms(row, notice))) {
            case Outcome.Done<BoxView>(BoxView box) ->
                    Outcome.done(TenderReading.of(row, Optional.of(box), notice.publishedAt()));
            case Outcome.Refused<BoxView> refused -> {
                context.setRollbackOnly();
                yield refused.refusal();
            }
        };
    }

    private static BoxTerms terms(TenderRow row, Notice notice) {
        return new BoxTerms(row.id(), row.organisation(), row.noticeDigest(),
                notice.deadline().instant(), notice.deadline().zone(), notice.currency(),
                notice.prices(), notice.lots().stream()
                        .map(lot -> new BoxLot(lot.id(), lot.title())).toList(),
                notice.partialBids(), notice.opening());
    }

    /**
     * Gives a published tender up, for a reason that is published. Bids not opened yet stay unread.
     *
     * <p>Refused: {@code TENDER_UNKNOWN}, {@code TENDER_NOT_ACTIVE}, {@code REASON_MISSING}, and for
     * what a {@link CancellationHindrance} says.
     */
    @Assured
    public Outcome<TenderView> cancel(String id, String reason) {
        return end(id, "tender-cancelled", reason, false,
                at -> new TenderState.Cancelled(at, reason.strip()));
    }

    /**
     * Ends a tender with at least one lot awarded; called in the transaction of the award.
     *
     * <p>Refused: {@code TENDER_UNKNOWN}, {@code TENDER_NOT_ACTIVE}, {@code TENDER_NOT_CLOSED}.
     */
    public Outcome<TenderView> complete(String id) {
        return end(id, "tender-completed", null, true, TenderState.Complete::new);
    }

    /**
     * Ends a tender with no lot awarded.
     *
     * <p>Refused: as {@link #complete}, and {@code REASON_MISSING}.
     */
    public Outcome<TenderView> fail(String id, String reason) {
        return end(id, "tender-failed", reason, true,
                at -> new TenderState.Unsuccessful(at, reason.strip()));
    }

    /**
     * Locks a tender until the caller's transaction ends, for evaluating and awarding it: those
     * write to its journal, and whoever does locks the tender first. Locks nothing that is unknown
     * or another organisation's.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void lockForAward(String id) {
        if (own(id, LockModeType.NONE).isPresent()) {
            entities.refresh(entities.find(TenderRow.class, id), LockModeType.PESSIMISTIC_WRITE);
        }
    }

    private Outcome<TenderView> end(String id, String act, String reason, boolean onceClosed,
            Function<Instant, TenderState> ending) {
        Optional<TenderRow> row = own(id, LockModeType.PESSIMISTIC_WRITE);
        Optional<Refusal> refusal = refusal(row, reason, onceClosed);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (!onceClosed) {
            Optional<Refusal> hindrance = hindrances.stream()
                    .flatMap(one -> one.of(id).stream()).findFirst();
            if (hindrance.isPresent()) {
                return Outcome.refused(hindrance.get());
            }
            // Tender, then box, then journal: the order in which all lock, or two may deadlock.
            boxes.abandon(id);
        }
        Caller caller = callers.current();
        Instant now = clock.now();
        TenderState state = ending.apply(now);
        row.orElseThrow().end(state, now, reason == null ? null : reason.strip(),
                caller.person());
        JsonObject payload = reason == null ? Json.createObjectBuilder().build()
                : Json.createObjectBuilder().add("reason", reason.strip()).build();
        journal.append(Subject.of("tender", id), act, caller.actor(), now, payload);
        return Outcome.done(TenderReading.of(row.get(), boxReports.find(id), now));
    }

    private Optional<Refusal> refusal(Optional<TenderRow> row, String reason,
            boolean onceClosed) {
        if (row.isEmpty() || isDraft(row.get())) {
            return Optional.of(Refusal.of(TenderingRefusal.TENDER_UNKNOWN));
        }
        if (!(row.get().state() instanceof TenderState.Active)) {
            return Optional.of(Refusal.of(TenderingRefusal.TENDER_NOT_ACTIVE));
        }
        if (onceClosed && !boxReports.find(row.get().id()).map(BoxView::isClosed).orElse(false)) {
            return Optional.of(Refusal.of(TenderingRefusal.TENDER_NOT_CLOSED));
        }
        return reason != null && reason.isBlank()
                ? Optional.of(Refusal.at("reason", TenderingRefusal.REASON_MISSING))
                : Optional.empty();
    }

    /** T1 and T5. */
    private static Optional<Refusal> refusal(Optional<TenderRow> row, long version) {
        if (row.isEmpty()) {
            return Optional.of(Refusal.of(TenderingRefusal.TENDER_UNKNOWN));
        }
        if (!isDraft(row.get())) {
            return Optional.of(Refusal.of(TenderingRefusal.TENDER_NOT_A_DRAFT));
        }
        return row.get().version() == version ? Optional.empty()
                : Optional.of(Refusal.of(TenderingRefusal.DRAFT_CHANGED_MEANWHILE,
                        row.get().changedAt().toString()));
    }

    private Optional<TenderRow> own(String id, LockModeType lock) {
        return Optional.ofNullable(entities.find(TenderRow.class, id, lock))
                .filter(row -> callers.current().actsFor(row.organisation()));
    }

    private static boolean isDraft(TenderRow row) {
        return row.state() instanceof TenderState.Planning;
    }
}
