package org.subhasta.journal;

/**
 * What an act is about, and the scope within which entries are numbered: {@code tender/ID},
 * {@code box/ID}, {@code organisation/ID}, {@code platform}.
 *
 * @param kind lower-case word
 * @param id   the thing's identifier; empty for the platform as a whole
 */
public record Subject(String kind, String id) {

    /** Acts on the platform itself: started, interrupted, configured. */
    public static final Subject PLATFORM = new Subject("platform", "");

    public Subject {
        if (!kind.matches("[a-z]+") || !id.matches("[0-9a-zA-Z-]*")) {
            throw new IllegalArgumentException("not a subject: " + kind + "/" + id);
        }
    }

    public static Subject of(String kind, String id) {
        return new Subject(kind, id);
    }

    @Override
    public String toString() {
        return id.isEmpty() ? kind : kind + "/" + id;
    }
}
