package org.subhasta.journal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/**
 * The door through which acts are recorded. Always within the transaction of the act's effect:
 * called without one it fails, since an act recorded apart from its effect proves nothing.
 *
 * <p>Callers first take the lock of what they change, then read the clock, then append with that
 * instant: so the order of instants and the order of sequences agree.
 *
 * <p>Every call may end in {@link ActsRefused}, which rolls the whole act back: while an alarm of
 * the self-check stands on the subject, or an administrator has stopped all acts. Nobody need catch
 * it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Journal {

    /** The act that is none. */
    static final String COVER = "cover";

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private Recorder recorder;

    /**
     * Records an act whose header anyone may read at once.
     *
     * @param act     a fact in the past tense, words joined by hyphens: {@code tender-published}
     * @param payload everything else about it; personal data only here. Numbers beyond 2^53 and
     *                fractions go in as strings (RFC 8785 knows only IEEE doubles)
     */
    public Entry append(Subject subject, String act, Actor actor, Instant at, JsonObject payload) {
        return recorder.guarded(
                new Recorder.Act(subject, act, actor, at, payload), false).entry();
    }

    /**
     * Records an act on something unopened: until {@link #disclose} its leaf tells neither who
     * acted nor what they did.
     */
    public Entry conceal(Subject subject, String act, Actor actor, Instant at, JsonObject payload) {
        return recorder.guarded(
                new Recorder.Act(subject, act, actor, at, payload), true).entry();
    }

    /**
     * Records that nothing happened, in a leaf that nobody can tell from those of acts before
     * {@link #disclose}: on a quiet platform the bare number of leaves would tell how many acted.
     * Whoever owns the subject calls it at random times while it is unopened, at the very instant
     * and whatever else happens.
     */
    public Entry cover(Subject subject, Instant at) {
        return conceal(subject, COVER, Actor.system(COVER), at, JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Makes the headers of all acts concealed so far on the subject public: its opening. */
    public void disclose(Subject subject, Instant at) {
        entities.createNativeQuery("""
                INSERT INTO journal.disclosure (leaf, at)
                SELECT leaf, :at FROM journal.concealment JOIN journal.entry USING (leaf)
                WHERE subject = :subject
                ON CONFLICT DO NOTHING""")
                .setParameter("at", at)
                .setParameter("subject", subject.toString())
                .executeUpdate();
    }
}
