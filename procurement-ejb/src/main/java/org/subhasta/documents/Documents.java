package org.subhasta.documents;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.util.Enumeration;
import java.util.Optional;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;

/**
 * Takes files in and gives them out. Open to every caller inside the platform because files have
 * no owner here: the capability that refers to a file decides who may hand one in or see it.
 */
@Stateless
@PermitAll
public class Documents {

    /** No file is larger, whatever a caller allows: 64 MiB. */
    public static final long LIMIT_BYTES = 64L * 1024 * 1024;

    /** A file that is encrypted is larger by its tag: 16 bytes. */
    public static final long SEALED_LIMIT_BYTES = LIMIT_BYTES + 16;

    private static final int CHUNK_BYTES = 256 * 1024;
    private static final int LONGEST_NAME = 200;

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private ServerClock clock;

    /** Takes in a file for which no name is claimed. */
    public Outcome<StoredDocument> store(InputStream content, long limitBytes)
            throws IOException {
        try (Spool spool = Spool.of(content, Math.min(limitBytes, LIMIT_BYTES))) {
            return admit(spool, null, limitBytes);
        }
    }

    /**
     * Takes in a file.
     *
     * @param name       the name it will be offered under; judged against the content
     * @param content    read to its end or to the limit, not closed
     * @param limitBytes at most {@link #LIMIT_BYTES} counts
     * @return what is kept, or a {@link DocumentRefusal}
     * @throws IOException where the sender stopped, or the disk is full
     */
    public Outcome<StoredDocument> store(String name, InputStream content, long limitBytes)
            throws IOException {
        if (name == null || !isFitName(name)) {
            return Outcome.refused(Refusal.of(DocumentRefusal.DOCUMENT_NAME_UNFIT));
        }
        try (Spool spool = Spool.of(content, Math.min(limitBytes, LIMIT_BYTES))) {
            return admit(spool, name, limitBytes);
        }
    }

    /**
     * Takes in what cannot or need not be judged by its content: an encrypted text, or a file that
     * is only ever given out to be saved. Its media type is {@code application/octet-stream}.
     *
     * <p>Refused: {@code DOCUMENT_TOO_LARGE}, {@code DOCUMENT_EMPTY}.
     *
     * @throws IOException where the sender stopped, or the disk is full
     */
    public Outcome<StoredDocument> storeUnjudged(InputStream content) throws IOException {
        try (Spool spool = Spool.of(content, SEALED_LIMIT_BYTES)) {
            if (spool.size() > SEALED_LIMIT_BYTES) {
                return Outcome.refused(Refusal.of(DocumentRefusal.DOCUMENT_TOO_LARGE,
                        Long.toString(LIMIT_BYTES >> 20)));
            }
            return spool.size() == 0
                    ? Outcome.refused(Refusal.of(DocumentRefusal.DOCUMENT_EMPTY))
                    : Outcome.done(keep(spool, new StoredDocument(spool.digest(), spool.size(),
                            "application/octet-stream")));
        }
    }

    /** Why a kept file would not be taken in under that name; empty where it would. */
    public Optional<Refusal> flaw(String name, String sha256) throws IOException {
        if (!isFitName(name)) {
            return Optional.of(Refusal.of(DocumentRefusal.DOCUMENT_NAME_UNFIT));
        }
        try (InputStream in = open(sha256); Spool spool = Spool.of(in, LIMIT_BYTES)) {
            return FileTypes.judge(spool.file(), name) instanceof Outcome.Refused<String> refused
                    ? Optional.of(refused.first()) : Optional.empty();
        }
    }

    public Optional<StoredDocument> find(String sha256) {
        return Optional.ofNullable(entities.find(DocumentRow.class, sha256))
                .map(DocumentRow::stored);
    }

    /**
     * Writes a file's content, checking on the way that it is what its hash says.
     *
     * @throws IllegalArgumentException where there is no such file
     * @throws IllegalStateException    where the stored bytes are not those once handed in; by then
     *                                  bytes were written, so the receiver must see a broken answer
     */
    public void copy(String sha256, OutputStream out) throws IOException {
        StoredDocument document = find(sha256).orElseThrow(
                () -> new IllegalArgumentException("no document has this hash"));
        var digest = Spool.sha256();
        long chunks = (document.size() + CHUNK_BYTES - 1) / CHUNK_BYTES;
        for (int number = 0; number < chunks; number++) {
            byte[] chunk = chunk(sha256, number);
            digest.update(chunk);
            out.write(chunk);
        }
        if (!java.util.HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new IllegalStateException("document " + sha256 + " was changed in the database");
        }
    }

    /**
     * A file's content, read piece by piece while it is asked for, in the caller's transaction. The
     * caller compares its hash where that matters.
     *
     * @throws IllegalArgumentException where there is no such file
     */
    public InputStream open(String sha256) {
        StoredDocument document = find(sha256).orElseThrow(
                () -> new IllegalArgumentException("no document has this hash"));
        int chunks = (int) ((document.size() + CHUNK_BYTES - 1) / CHUNK_BYTES);
        return new SequenceInputStream(new Enumeration<>() {
            private int next;

            @Override
            public boolean hasMoreElements() {
                return next < chunks;
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(chunk(sha256, next++));
            }
        });
    }

    /** A file's name as people gave it: no path, nothing invisible, and not endless. */
    static boolean isFitName(String name) {
        return !name.isBlank() && name.length() <= LONGEST_NAME && !name.startsWith(".")
                && name.codePoints().noneMatch(c -> c == '/' || c == '\\' || c == ':'
                        || Character.isISOControl(c)
                        // Overrides of direction make "fdp.exe" read "exe.pdf".
                        || Character.getType(c) == Character.FORMAT);
    }

    private Outcome<StoredDocument> admit(Spool spool, String name, long limitBytes)
            throws IOException {
        long limit = Math.min(limitBytes, LIMIT_BYTES);
        if (spool.size() > limit) {
            return Outcome.refused(Refusal.of(
                    DocumentRefusal.DOCUMENT_TOO_LARGE, Long.toString(limit >> 20)));
        }
        if (spool.size() == 0) {
            return Outcome.refused(Refusal.of(DocumentRefusal.DOCUMENT_EMPTY));
        }
        return switch (FileTypes.judge(spool.file(), name)) {
            case Outcome.Refused<String> refused -> refused.refusal();
            case Outcome.Done<String>(String type) ->
                    Outcome.done(keep(spool, new StoredDocument(spool.digest(), spool.size(), type)));
        };
    }

    private StoredDocument keep(Spool spool, StoredDocument document) throws IOException {
        // Two who hand in the same file at once: the second waits here, then finds it kept.
        int added = entities.createNativeQuery("""
                INSERT INTO documents.document (sha256, size, media_type, stored_at)
                VALUES (?1, ?2, ?3, ?4) ON CONFLICT (sha256) DO NOTHING""")
                .setParameter(1, document.sha256()).setParameter(2, document.size())
                .setParameter(3, document.mediaType()).setParameter(4, clock.now())
                .executeUpdate();
        if (added == 1) {
            keepChunks(spool, document.sha256());
        }
        return document;
    }

    private void keepChunks(Spool spool, String sha256) throws IOException {
        try (InputStream in = Files.newInputStream(spool.file())) {
            byte[] chunk;
            for (int number = 0; (chunk = in.readNBytes(CHUNK_BYTES)).length > 0; number++) {
                entities.createNativeQuery("""
                        INSERT INTO documents.chunk (sha256, number, content)
                        VALUES (?1, ?2, ?3)""")
                        .setParameter(1, sha256).setParameter(2, number).setParameter(3, chunk)
                        .executeUpdate();
            }
        }
    }

    private byte[] chunk(String sha256, int number) {
        return (byte[]) entities.createNativeQuery("""
                SELECT content FROM documents.chunk WHERE sha256 = ?1 AND number = ?2""",
                byte[].class)
                .setParameter(1, sha256).setParameter(2, number).getSingleResult();
    }
}
