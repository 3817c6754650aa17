package org.subhasta.publication;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.subhasta.kernel.Refusal;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.Sha256;
import org.subhasta.tendering.ImportedTender;

/**
 * One import while it runs: takes releases one by one, keeps what is sound and notes what became of
 * each, then compiles the processes they belong to. Memory holds the identifiers of the processes,
 * never their content.
 */
final class ImportRun implements OcdsStream.Taker {

    /** As many rows are written before they are let go from memory. */
    private static final int BATCH = 200;

    private final EntityManager entities;
    private final String id;
    private final Set<String> processes = new LinkedHashSet<>();
    private int number;
    private int imported;
    private int duplicates;
    private int refused;
    private int warned;

    ImportRun(EntityManager entities, String id) {
        this.entities = entities;
        this.id = id;
    }

    @Override
    public void release(JsonObject release) {
        ReleaseJudgement.Judged judged = ReleaseJudgement.judge(release);
        if (!judged.isSound()) {
            refuse(judged, judged.refusals());
            return;
        }
        byte[] canonical;
        try {
            canonical = CanonicalJson.canonicalize(release.toString());
        } catch (CanonicalJson.NotCanonical e) {
            refuse(judged, List.of(Refusal.of(ImportRefusal.RELEASE_TOO_LARGE, e.getMessage())));
            return;
        }
        keep(judged, release, Sha256.hex(canonical));
    }

    @Override
    public void unreadable(Refusal refusal) {
        refuse(new ReleaseJudgement.Judged("", "", Optional.empty(), "", "", List.of(), List.of()),
                List.of(refusal));
    }

    private void refuse(ReleaseJudgement.Judged judged, List<Refusal> reasons) {
        refused++;
        write(ImportedRelease.Outcome.REFUSED, judged, reasons);
    }

    private void keep(ReleaseJudgement.Judged judged, JsonObject release, String sha256) {
        int added = entities.createNativeQuery("""
                INSERT INTO publication.release (ocid, release_id, sha256, date, content, import)
                VALUES (?1, nullif(?2, ''), ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING""")
                .setParameter(1, judged.ocid()).setParameter(2, judged.id())
                .setParameter(3, sha256).setParameter(4, judged.date().orElseThrow())
                .setParameter(5, release.toString()).setParameter(6, id)
                .executeUpdate();
        if (added == 0) {
            duplicates++;
            write(ImportedRelease.Outcome.DUPLICATE, judged, differs(judged, sha256)
                    ? List.of(Refusal.of(ImportRefusal.NOTE_DUPLICATE_DIFFERS)) : List.of());
            return;
        }
        imported++;
        warned += judged.notes().isEmpty() ? 0 : 1;
        processes.add(judged.ocid());
        write(ImportedRelease.Outcome.IMPORTED, judged, judged.notes());
    }

    private boolean differs(ReleaseJudgement.Judged judged, String sha256) {
        return !judged.id().isEmpty() && !entities.createNativeQuery("""
                SELECT sha256 FROM publication.release WHERE ocid = ?1 AND release_id = ?2""",
                String.class)
                .setParameter(1, judged.ocid()).setParameter(2, judged.id())
                .getSingleResult().equals(sha256);
    }

    private void write(ImportedRelease.Outcome outcome, ReleaseJudgement.Judged judged,
            List<Refusal> notes) {
        number++;
        entities.persist(new ImportEntryRow(
                new ImportEntryRow.Key(id, number), outcome, judged, notes));
        if (number % BATCH == 0) {
            entities.flush();
            entities.clear();
        }
    }

    /** Compiles each process that got a new release, and says which tender every entry is of. */
    int compile(OcdsStream.Package about, Function<ImportedTender, String> record) {
        int done = 0;
        for (String ocid : processes) {
            record.apply(compiled(ocid, about));
            if (++done % BATCH == 0) {
                entities.flush();
                entities.clear();
            }
        }
        entities.flush();
        entities.createNativeQuery("""
                UPDATE publication.import_entry e SET tender = i.id
                FROM tendering.imported i
                WHERE e.import = ?1 AND e.outcome <> 'REFUSED' AND i.ocid = e.ocid""")
                .setParameter(1, id).executeUpdate();
        return done;
    }

    private ImportedTender compiled(String ocid, OcdsStream.Package about) {
        List<JsonObject> releases = new ArrayList<>();
        for (Object content : entities.createNativeQuery("""
                SELECT content FROM publication.release WHERE ocid = ?1
                ORDER BY date, id""", String.class).setParameter(1, ocid).getResultList()) {
            releases.add(parse((String) content));
        }
        Instant newest = ReleaseJudgement.judge(releases.getLast()).date().orElseThrow();
        return new ImportedTender(ocid, ReleaseMerge.compile(releases), about.source(),
                about.licence(), releases.size(), newest);
    }

    private static JsonObject parse(String content) {
        try (JsonReader reader = Json.createReader(new StringReader(content))) {
            return reader.readObject();
        }
    }

    ImportReport report(String fileName, String sha256, long size, OcdsStream.Package about,
            Instant at, int compiled) {
        return new ImportReport(id, fileName, sha256, size, about.version(), about.source(),
                about.licence(), at, imported, duplicates, refused, warned, compiled);
    }
}
