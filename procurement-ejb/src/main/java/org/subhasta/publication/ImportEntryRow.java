package org.subhasta.publication;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.Refusal;

/** What became of one release of an import. */
@Entity
@Table(schema = "publication", name = "import_entry")
class ImportEntryRow {

    @EmbeddedId
    private Key key;
    private String outcome;
    private String ocid;
    @Column(name = "release_id")
    private String releaseId;
    private String title;
    private String tags;
    private Instant date;
    private String notes;
    private boolean warned;
    private String tender;

    /** The import and the release's place in its file. */
    @Embeddable
    record Key(@Column(name = "import") String importId, int number) implements Serializable {
    }

    protected ImportEntryRow() {
    }

    ImportEntryRow(Key key, ImportedRelease.Outcome outcome, ReleaseJudgement.Judged judged,
            List<Refusal> notes) {
        this.key = key;
        this.outcome = outcome.name();
        this.ocid = judged.ocid();
        this.releaseId = judged.id();
        this.title = judged.title();
        this.tags = judged.tags();
        this.date = judged.date().orElse(null);
        this.notes = write(notes);
        this.warned = outcome == ImportedRelease.Outcome.IMPORTED && !notes.isEmpty();
    }

    ImportedRelease release() {
        return new ImportedRelease(key.number(), ImportedRelease.Outcome.valueOf(outcome), ocid,
                releaseId, title, tags, Optional.ofNullable(date), read(notes),
                Optional.ofNullable(tender));
    }

    private static String write(List<Refusal> notes) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        notes.forEach(note -> array.add(Json.createObjectBuilder()
                .add("code", note.code().name())
                .add("details", Json.createArrayBuilder(note.details()))));
        return array.build().toString();
    }

    private static List<ImportedRelease.Note> read(String notes) {
        try (JsonReader reader = Json.createReader(new StringReader(notes))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(note -> new ImportedRelease.Note(note.getString("code"),
                            note.getJsonArray("details").getValuesAs(JsonString::getString)))
                    .toList();
        }
    }
}
