package org.subhasta.signing.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with the signatures of one or more keys under it (C2SP signed-note). The text counts for
 * nothing before a {@link VerifierKey} that the reader has from elsewhere was asked.
 *
 * @param text       the signed lines, each with its end
 * @param signatures at least one; those of unknown keys are ignored
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** Longer notes are refused unread. */
    public static final int MAXIMUM_BYTES = 64 * 1024;

    /** More signatures are refused (the standard asks for at least 16). */
    public static final int MAXIMUM_SIGNATURES = 64;

    public SignedNote {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("a note's text ends with its line");
        }
        if (signatures.isEmpty()) {
            throw new IllegalArgumentException("a note has a signature");
        }
        signatures = List.copyOf(signatures);
    }

    public static SignedNote parse(byte[] note) throws Malformed {
        return parse(Lines.text(note, MAXIMUM_BYTES));
    }

    public static SignedNote parse(String note) throws Malformed {
        Lines.text(note.getBytes(StandardCharsets.UTF_8), MAXIMUM_BYTES);
        int blank = note.lastIndexOf("\n\n");
        if (blank <= 0 || !note.endsWith("\n") || blank + 2 == note.length()) {
            throw new Malformed("not a signed note: a text, an empty line, signatures");
        }
        String[] lines = note.substring(blank + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MAXIMUM_SIGNATURES) {
            throw new Malformed("more than " + MAXIMUM_SIGNATURES + " signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(note.substring(0, blank + 1), signatures);
    }

    /** The same text with one more signature under it. */
    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.add(signature);
        return new SignedNote(text, all);
    }

    /** The note as it is published. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }
}
