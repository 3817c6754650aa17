package org.subhasta.journal;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an act is about, and the scope within which entries are numbered: {@code tender/ID},
 * {@code box/ID}, {@code organisation/ID}, {@code platform}.
 *
 * @param kind lower-case word
 * @param id   the thing's identifier; empty for the platform as a whole
 */
public record Subject(String kind, String id) {

    private static final Pattern KIND = Pattern.compile("[a-z]+");
    private static final Pattern ID = Pattern.compile("[0-9a-zA-Z-]*");

    /** Acts on the platform itself: started, interrupted, configured. */
    public static final Subject PLATFORM = new Subject("platform", "");

    public Subject {
        if (!KIND.matcher(kind).matches() || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not a subject: " + kind + "/" + id);
        }
    }

    public static Subject of(String kind, String id) {
        return new Subject(kind, id);
    }

    /** Reads what {@link #toString} writes; empty where it is no subject. */
    public static Optional<Subject> parse(String text) {
        int slash = text.indexOf('/');
        String kind = slash < 0 ? text : text.substring(0, slash);
        String id = slash < 0 ? "" : text.substring(slash + 1);
        boolean form = KIND.matcher(kind).matches() && ID.matcher(id).matches()
                && id.isEmpty() == slash < 0;
        return form ? Optional.of(new Subject(kind, id)) : Optional.empty();
    }

    @Override
    public String toString() {
        return id.isEmpty() ? kind : kind + "/" + id;
    }
}
