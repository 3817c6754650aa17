package org.subhasta.tendering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.tendering.model.Draft;

/** Writing, publishing and ending tenders: for officers, each for the own organisation. */
@Stateless
@RolesAllowed("OFFICER")
public class Tenders {

    /** Begins a draft for the caller's organisation. */
    public Outcome<DraftView> begin() {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** Begins a draft from an imported tender. Refused: {@code TENDER_UNKNOWN}. */
    public Outcome<DraftView> takeOver(String imported) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** A draft of the caller's organisation. */
    public Optional<DraftView> draft(String id) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** The drafts of the caller's organisation, the last changed first. */
    public List<DraftView> drafts() {
        throw new UnsupportedOperationException("not filled yet");
    }

    /**
     * Saves a draft as typed, unfinished as it may be.
     *
     * <p>Refused: {@code TENDER_UNKNOWN}, {@code TENDER_NOT_A_DRAFT},
     * {@code DRAFT_CHANGED_MEANWHILE}, {@code DRAFT_TOO_LARGE}.
     *
     * @param version the one that was read
     */
    public Outcome<DraftView> save(String id, long version, Draft draft) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** Adds a file to a draft; refused as {@code Documents.store} refuses. */
    public Outcome<DraftView> attach(String id, String name, InputStream content)
            throws IOException {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** Throws a draft away. */
    public Outcome<String> discard(String id, long version) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** Everything that still keeps a draft from being published; empty where nothing does. */
    public List<Refusal> problems(String id) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /**
     * Publishes a draft: from now on it never changes, and takes bids until its deadline.
     *
     * <p>Refused: as {@link #save}, and for everything {@link
     * org.subhasta.tendering.model.Admission} finds.
     */
    public Outcome<TenderView> publish(String id, long version) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /**
     * Gives a published tender up, for a reason that is published.
     *
     * <p>Refused: {@code TENDER_UNKNOWN}, {@code TENDER_NOT_ACTIVE}, {@code REASON_MISSING}.
     */
    public Outcome<TenderView> cancel(String id, String reason) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /**
     * Ends a tender with at least one lot awarded; called in the transaction of the award.
     *
     * <p>Refused: {@code TENDER_UNKNOWN}, {@code TENDER_NOT_ACTIVE}, {@code TENDER_NOT_CLOSED}.
     */
    public Outcome<TenderView> complete(String id) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** Ends a tender with no lot awarded; refused as {@link #complete}, and without a reason. */
    public Outcome<TenderView> fail(String id, String reason) {
        throw new UnsupportedOperationException("not filled yet");
    }
}
