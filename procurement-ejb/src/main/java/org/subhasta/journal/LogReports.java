package org.subhasta.journal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.subhasta.signing.log.ConsistencyProof;
import org.subhasta.signing.log.EntryBundle;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.InclusionProof;
import org.subhasta.signing.log.LogProof;
import org.subhasta.signing.log.Malformed;
import org.subhasta.signing.log.NoteSignature;
import org.subhasta.signing.log.SignedNote;
import org.subhasta.signing.log.Tile;
import org.subhasta.signing.log.VerifierKey;

/**
 * The log as it is published: its head, tiles and proofs. All of it is for everybody; a leaf of an
 * act that is concealed tells nothing but its instant.
 */
@Stateless
@PermitAll
public class LogReports {

    @Inject
    private Database database;
    @Inject
    private NoteKey key;
    @Inject
    private Witnesses witnesses;

    /** What anybody needs to check the log, best learnt from elsewhere too. */
    public VerifierKey verifierKey() {
        return key.get().verifier();
    }

    /** The newest head; empty before the first act of a new platform has been integrated. */
    public Optional<LogHead> head() {
        return database.run(connection -> {
            StoredLog log = new StoredLog(connection);
            Optional<StoredLog.Head> head = log.head();
            return head.isEmpty() ? Optional.<LogHead>empty()
                    : Optional.of(view(log, head.get()));
        });
    }

    /** The newest head that a witness has signed, which may be older than {@link #head}. */
    public Optional<LogHead> cosignedHead() {
        return database.run(connection -> {
            StoredLog log = new StoredLog(connection);
            Optional<StoredLog.Head> head = log.cosignedHead();
            return head.isEmpty() ? Optional.<LogHead>empty()
                    : Optional.of(view(log, head.get()));
        });
    }

    /**
     * The file that proves an entry to be in the log, for ever: under the first co-signed head that
     * covers it, or the first head where none is co-signed. Empty for an unknown leaf, and in the
     * second or two before a leaf has its place.
     */
    public Optional<LogProof> proof(Hash leaf) {
        Inclusions proved = inclusions(List.of(leaf));
        if (proved.paths().isEmpty()) {
            return Optional.empty();
        }
        InclusionProof path = proved.paths().get(leaf);
        return database.run(connection -> Optional.of(new LogProof(
                new StoredLog(connection).leaves(path.index(), 1).getFirst(), path.index(),
                path.path(), proved.head().orElseThrow())));
    }

    /**
     * That entries are in the log, all under one head.
     *
     * @param head  empty where none of them has a place
     * @param paths by leaves, in the order asked for, without those that have no place yet
     */
    public record Inclusions(Optional<SignedNote> head, Map<Hash, InclusionProof> paths) {
    }

    /**
     * As {@link #proof}, of several entries under one head that covers them all: the same whenever
     * it is asked for, once it is co-signed.
     */
    public Inclusions inclusions(List<Hash> leaves) {
        return database.run(connection -> {
            StoredLog log = new StoredLog(connection);
            Map<Hash, Long> places = new LinkedHashMap<>();
            for (Hash leaf : leaves) {
                log.index(leaf).ifPresent(place -> places.put(leaf, place));
            }
            long size = places.values().stream().mapToLong(place -> place + 1).max().orElse(0);
            Optional<StoredLog.Head> head =
                    size == 0 ? Optional.empty() : log.headCovering(size);
            if (head.isEmpty()) {
                return new Inclusions(Optional.empty(), Map.of());
            }
            Map<Hash, InclusionProof> paths = new LinkedHashMap<>();
            places.forEach((leaf, place) ->
                    paths.put(leaf, InclusionProof.of(place, head.get().size(), log)));
            return new Inclusions(Optional.of(note(log, head.get())), paths);
        });
    }

    /**
     * The place of a leaf and its path to the root of a tree of this size.
     *
     * @param size at most that of the head, above the leaf's index; otherwise empty
     */
    public Optional<InclusionProof> inclusion(Hash leaf, long size) {
        return database.run(connection -> {
            StoredLog log = new StoredLog(connection);
            OptionalLong index = log.index(leaf);
            return index.isPresent() && index.getAsLong() < size && size <= size(log)
                    ? Optional.of(InclusionProof.of(index.getAsLong(), size, log))
                    : Optional.<InclusionProof>empty();
        });
    }

    /** That the tree of the later size continues that of the earlier; empty beyond the head. */
    public Optional<ConsistencyProof> consistency(long from, long to) {
        return database.run(connection -> {
            StoredLog log = new StoredLog(connection);
            return 0 <= from && from <= to && to <= size(log)
                    ? Optional.of(ConsistencyProof.of(from, to, log))
                    : Optional.<ConsistencyProof>empty();
        });
    }

    /** The bytes of a tile of hashes or of entries; empty where the head does not cover it. */
    public Optional<byte[]> tile(Tile tile) {
        return database.run(connection -> {
            StoredLog log = new StoredLog(connection);
            if (tile.neededSize() > size(log)) {
                return Optional.<byte[]>empty();
            }
            if (tile.level() == Tile.ENTRIES) {
                return Optional.of(EntryBundle.encode(
                        log.leaves(tile.index() * Tile.FULL, tile.width())));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            log.read(tile.nodes()).forEach(hash -> bytes.writeBytes(hash.bytes()));
            return Optional.of(bytes.toByteArray());
        });
    }

    private static long size(StoredLog log) throws SQLException {
        return log.head().map(StoredLog.Head::size).orElse(0L);
    }

    private LogHead view(StoredLog log, StoredLog.Head head) throws SQLException {
        SignedNote note = note(log, head);
        List<LogHead.Cosignature> seen = new ArrayList<>();
        for (VerifierKey witness : witnesses.trusted()) {
            Optional<Instant> at = witness.cosignedAt(note);
            at.ifPresent(instant -> seen.add(new LogHead.Cosignature(witness.name(), instant)));
        }
        return new LogHead(head.size(), head.root(), head.at(), note, seen);
    }

    private static SignedNote note(StoredLog log, StoredLog.Head head) throws SQLException {
        try {
            SignedNote note = SignedNote.parse(head.note());
            for (String line : log.cosignatures(head.size())) {
                note = note.with(NoteSignature.parse(line));
            }
            return note;
        } catch (Malformed e) {
            throw new IllegalStateException("a stored checkpoint is none: " + e.getMessage(), e);
        }
    }
}
