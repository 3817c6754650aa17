package org.subhasta.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of one release of an imported file.
 *
 * @param number    its place in the file, from 1
 * @param outcome   what became of it
 * @param ocid      may be empty where refused
 * @param releaseId may be empty
 * @param title     may be empty
 * @param tags      as given
 * @param date      where it has one
 * @param notes     reasons of a refusal, and what was noted
 * @param tender    the tender it belongs to here; none where refused
 */
public record ImportedRelease(int number, Outcome outcome, String ocid, String releaseId,
                              String title, String tags, Optional<Instant> date,
                              List<Note> notes, Optional<String> tender) {

    public ImportedRelease {
        notes = List.copyOf(notes);
    }

    /** What can become of a release. */
    public enum Outcome {
        IMPORTED, DUPLICATE, REFUSED
    }

    /** A reason or a note: a constant of {@link ImportRefusal} and the values of its sentence. */
    public record Note(String code, List<String> details) {

        public Note {
            details = List.copyOf(details);
        }

        /** Where its sentence stands in the texts. */
        public String messageKey() {
            return "refusal." + code;
        }
    }
}
