package org.subhasta.journal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.signing.log.Checkpoint;
import org.subhasta.signing.log.LogProblem;
import org.subhasta.signing.log.Malformed;
import org.subhasta.signing.log.NoteSignature;
import org.subhasta.signing.log.SignedNote;
import org.subhasta.signing.log.VerifierKey;

/**
 * Takes the co-signatures of witnesses under the platform's heads. Anybody may bring one; it counts
 * by its signature, and only where the operator has configured the witness's key.
 */
@Stateless
@PermitAll
public class Cosignatures {

    /** One of the same witness under the same head is kept at most this often. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Inject
    private Database database;
    @Inject
    private Witnesses witnesses;

    /**
     * Takes a checkpoint of ours with a witness's signature under it; others are ignored.
     *
     * @param note a signed note (C2SP signed-note), UTF-8
     * @return when the witness says to have seen it
     */
    public Outcome<Instant> submit(byte[] note) {
        SignedNote signed;
        Checkpoint head;
        try {
            signed = SignedNote.parse(note);
            head = Checkpoint.parse(signed.text());
        } catch (Malformed e) {
            return Outcome.refused(Refusal.of(JournalRefusal.NOTE_MALFORMED, e.getMessage()));
        }
        List<VerifierKey> known = witnesses.trusted().stream()
                .filter(key -> key.problem(signed).filter(LogProblem.NOT_SIGNED_BY_KEY::equals)
                        .isEmpty())
                .toList();
        if (known.isEmpty()) {
            return Outcome.refused(Refusal.of(JournalRefusal.WITNESS_UNKNOWN));
        }
        return database.run(connection -> isOurs(connection, signed, head)
                ? keep(connection, head.size(), signed, known.getFirst())
                : Outcome.<Instant>refused(Refusal.of(JournalRefusal.CHECKPOINT_UNKNOWN)));
    }

    private static boolean isOurs(Connection connection, SignedNote signed, Checkpoint head)
            throws SQLException {
        return new StoredLog(connection).head(head.size())
                .filter(ours -> ours.note().startsWith(signed.text() + "\n")).isPresent();
    }

    private static Outcome<Instant> keep(Connection connection, long size, SignedNote signed,
            VerifierKey witness) throws SQLException {
        Optional<Instant> seen = witness.cosignedAt(signed);
        if (seen.isEmpty()) {
            return Outcome.refused(Refusal.of(JournalRefusal.COSIGNATURE_WRONG));
        }
        NoteSignature own = signed.signatures().stream()
                .filter(signature -> witness.cosignedAt(
                        new SignedNote(signed.text(), List.of(signature))).equals(seen))
                .findFirst().orElseThrow();
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO journal.cosignature (size, witness, seen, line)
                SELECT w.size, w.witness, w.seen, ?
                FROM (SELECT ?::bigint AS size, ?::text AS witness, ?::timestamptz AS seen) w
                WHERE NOT EXISTS (
                    SELECT FROM journal.cosignature c
                    WHERE c.size = w.size AND c.witness = w.witness AND c.seen > ?)
                ON CONFLICT DO NOTHING""")) {
            insert.setString(1, own.line());
            insert.setLong(2, size);
            insert.setString(3, witness.name());
            insert.setObject(4, Rows.of(seen.get()));
            insert.setObject(5, Rows.of(seen.get().minus(PAUSE)));
            insert.executeUpdate();
        }
        return Outcome.done(seen.get());
    }
}
