package org.subhasta.bidding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.documents.StoredDocument;
import org.subhasta.journal.Actor;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.ServerClock;

/**
 * Publishes the printed record of each opening once. Apart from the opening itself, which must not
 * wait for a key or a time-stamp: where the file cannot be made now it is made later.
 */
@Stateless
@PermitAll
public class RecordPrints {

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private ServerClock clock;
    @Inject
    private OpeningReports reports;
    @Inject
    private RecordPrint print;
    @Inject
    private Journal journal;

    /** The boxes of which an opened part is not printed yet. */
    public List<String> due() {
        return entities.createQuery("""
                SELECT b.id FROM BoxRow b
                WHERE b.threshold IS NOT NULL AND (
                    b.state IN ('technical', 'released') AND NOT EXISTS (SELECT 1
                        FROM PrintedRecordRow p WHERE p.key.box = b.id AND p.key.whole = false)
                    OR b.state = 'opened' AND NOT EXISTS (SELECT 1
                        FROM PrintedRecordRow p WHERE p.key.box = b.id AND p.key.whole = true))
                ORDER BY b.stateAt, b.id""", String.class).getResultList();
    }

    /**
     * Makes and journals what is due of a box.
     *
     * @return refused where it cannot be made now; done where there is nothing to do
     */
    public Outcome<Void> publish(String id) {
        entities.find(BoxRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        OpeningRecord record = reports.record(id).orElseThrow();
        PrintedRecordRow.Key key = new PrintedRecordRow.Key(id, record.isWhole());
        if (entities.find(PrintedRecordRow.class, key) != null) {
            return Outcome.done(null);
        }
        Instant now = clock.now();
        return switch (print.make(record, now)) {
            case Outcome.Refused<StoredDocument> refused -> refused.refusal();
            case Outcome.Done<StoredDocument>(StoredDocument file) -> {
                String leaf = journal.append(Subject.of("box", id), "record-published",
                        Actor.system("opening"), now, Json.createObjectBuilder()
                                .add("whole", key.whole())
                                .add("record", file.sha256())
                                .add("size", file.size())
                                .build()).leafHash();
                entities.persist(new PrintedRecordRow(key, file, now, leaf));
                yield Outcome.done(null);
            }
        };
    }

    /** What is printed of a box, the technical parts first. */
    public List<PrintedRecord> of(String id) {
        return entities.createQuery("""
                SELECT p FROM PrintedRecordRow p WHERE p.key.box = :box ORDER BY p.key.whole""",
                PrintedRecordRow.class).setParameter("box", id)
                .getResultStream().map(PrintedRecordRow::view).toList();
    }

    /** The last that was printed of a box. */
    public Optional<PrintedRecord> last(String id) {
        return of(id).reversed().stream().findFirst();
    }
}
