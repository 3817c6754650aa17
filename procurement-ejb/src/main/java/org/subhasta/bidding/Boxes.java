package org.subhasta.bidding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.BoxTerms;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;

/**
 * Opening boxes, giving them up, and releasing prices: for the capabilities that publish and
 * evaluate tenders, in their transactions.
 * Officers of the owning organisation only; another organisation's box is not found.
 */
@Stateless
@RolesAllowed(Role.Names.OFFICER)
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Boxes {

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private ServerClock clock;
    @Inject
    private Callers callers;
    @Inject
    private Journal journal;
    @Inject
    private BoxReports reports;

    /**
     * Opens a box, in the transaction that publishes its tender.
     *
     * <p>Refused: {@code BOX_UNKNOWN} where the caller does not act for the terms' organisation,
     * {@code BOX_EXISTS}, {@code CLOSING_IN_THE_PAST}.
     */
    public Outcome<BoxView> open(BoxTerms terms) {
        Caller caller = callers.current();
        if (!caller.actsFor(terms.organisation())) {
            return Outcome.refused(Refusal.of(BiddingRefusal.BOX_UNKNOWN));
        }
        if (entities.find(BoxRow.class, terms.id()) != null) {
            return Outcome.refused(Refusal.of(BiddingRefusal.BOX_EXISTS));
        }
        Instant now = clock.now();
        if (!terms.closesAt().isAfter(now)) {
            return Outcome.refused(Refusal.at("closesAt", BiddingRefusal.CLOSING_IN_THE_PAST));
        }
        BoxRow row = new BoxRow(terms, now);
        entities.persist(row);
        journal.append(Subject.of("box", terms.id()), "box-opened", caller.actor(), now,
                Json.createObjectBuilder()
                        .add("notice", terms.notice())
                        .add("closesAt", terms.closesAt().toString())
                        .build());
        return Outcome.done(reports.find(row.id()).orElseThrow());
    }

    /** Holds a box of the caller's organisation still until the transaction ends. */
    public void lock(String id) {
        BoxRow row = entities.find(BoxRow.class, id);
        if (row != null && callers.current().actsFor(row.organisation())) {
            entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        }
    }

    /**
     * Gives a box up, in the transaction that cancels its tender: what is sealed in it is never
     * read. Of a closed one that is its opening; what was opened before stays public.
     *
     * <p>Refused: {@code BOX_UNKNOWN}.
     */
    public Outcome<BoxView> abandon(String id) {
        Caller caller = callers.current();
        BoxRow row = entities.find(BoxRow.class, id);
        if (row == null || !caller.actsFor(row.organisation())) {
            return Outcome.refused(Refusal.of(BiddingRefusal.BOX_UNKNOWN));
        }
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.now();
        if (row.state() instanceof BoxState.Open) {
            row.state(new BoxState.Abandoned(now), null);
            // Concealed for ever: its number within the box would tell how many bids were there.
            journal.conceal(Subject.of("box", id), "box-abandoned", caller.actor(), now,
                    Json.createObjectBuilder().build());
        } else if (row.state().afterClosing() && !(row.state() instanceof BoxState.Opened)) {
            // No act of its own: that the tender is cancelled is public, and says it.
            row.giveUp(now);
        }
        return Outcome.done(reports.find(row.id()).orElseThrow());
    }

    /**
     * Releases prices to be opened, in the transaction that records the signed technical evaluation:
     * the openers act on those of the bids that passed; the others stay sealed for good.
     *
     * <p>Refused: {@code BOX_UNKNOWN}, {@code BOX_NOT_OPENED} where the technical parts are not,
     * or the opening was given up.
     *
     * @param passed bids whose technical part was opened and is valid
     * @param entry  leaf hash of the evaluation's entry in the journal: openers verify and name it
     */
    public Outcome<BoxView> release(String id, Set<UUID> passed, String entry) {
        BoxRow row = entities.find(BoxRow.class, id);
        if (row == null || !callers.current().actsFor(row.organisation())) {
            return Outcome.refused(Refusal.of(BiddingRefusal.BOX_UNKNOWN));
        }
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        if (!(row.state() instanceof BoxState.TechnicalOpened) || row.givenUpAt().isPresent()) {
            return Outcome.refused(Refusal.of(BiddingRefusal.BOX_NOT_OPENED));
        }
        Instant now = clock.now();
        passed.forEach(bid -> entities.persist(new ReleasedBidRow(bid)));
        row.state(passed.isEmpty() ? new BoxState.Opened(now) : new BoxState.Released(now),
                passed.isEmpty() ? null : entry);
        entities.flush();
        return Outcome.done(reports.find(row.id()).orElseThrow());
    }
}
