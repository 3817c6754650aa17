package org.subhasta.parties.model;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

/**
 * One field as somebody typed it. Surrounding white space is not part of an answer; runs of it
 * within a line are one space, so that what looks equal is equal.
 */
public record Field(String name, String typed) {

    /** Longest name, address line and the like, in characters. */
    public static final int SHORT = 200;
    /** Longest reason. */
    public static final int LONG = 2000;

    /** Joiners, fillers and Braille's blank, which are letters or marks by their category. */
    private static final String BLANKS =
            "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    /** The text where it is there, readable, and no longer than the limit. */
    public Checked required(int limit) {
        String text = text();
        return text.isEmpty() ? refuse(PartiesRefusal.FIELD_REQUIRED) : checked(text, limit);
    }

    /** The text, {@code ""} where nothing was typed. */
    public Checked optional(int limit) {
        return checked(text(), limit);
    }

    private String text() {
        return typed == null ? "" : typed.strip();
    }

    private Checked checked(String text, int limit) {
        if (text.length() > limit) {
            return refuse(PartiesRefusal.FIELD_TOO_LONG, String.valueOf(limit));
        }
        boolean oneLine = limit <= SHORT;
        if (text.chars().anyMatch(
                c -> (Character.isISOControl(c) || c == 0x2028 || c == 0x2029)
                        && (oneLine || "\t\n\r".indexOf(c) < 0))) {
            return refuse(PartiesRefusal.FIELD_UNREADABLE);
        }
        if (hides(text)) {
            return refuse(PartiesRefusal.FIELD_HIDDEN);
        }
        return new Checked(name, oneLine ? text.replaceAll("\\s+", " ") : text, null);
    }

    /**
     * Format characters (Unicode category Cf: bidirectional controls, zero-width ones, tags), what
     * else is blank without being a space, and code points that are no characters. Persian and the
     * scripts of India need joiners within words, and may have them there.
     */
    private static boolean hides(String text) {
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            boolean joins = (points[i] == 0x200C || points[i] == 0x200D)
                    && i > 0 && points[i - 1] > 0x5FF && i + 1 < points.length
                    && points[i + 1] > 0x5FF && Character.isLetter(points[i + 1]);
            int type = Character.getType(points[i]);
            if (!joins && (type == Character.FORMAT || type == Character.SURROGATE
                    || type == Character.PRIVATE_USE || type == Character.UNASSIGNED
                    || BLANKS.indexOf(points[i]) >= 0)) {
                return true;
            }
        }
        return false;
    }

    private Checked refuse(PartiesRefusal code, String... details) {
        return new Checked(name, "", Refusal.at(name, code, details));
    }

    /** A field after checking: either its text or the one thing that is wrong with it. */
    public record Checked(String name, String text, Refusal refusal) {

        /** Keeps the text if it matches, or is empty and was optional. */
        public Checked matching(String pattern, Refusal.Code otherwise) {
            return refusal != null || text.isEmpty() || text.matches(pattern)
                    ? this : new Checked(name, text, Refusal.at(name, otherwise));
        }

        public Checked oneOf(Collection<String> known, Refusal.Code otherwise) {
            return refusal != null || text.isEmpty() || known.contains(text)
                    ? this : new Checked(name, text, Refusal.at(name, otherwise));
        }

        public Checked upperCase() {
            return new Checked(name, text.toUpperCase(Locale.ROOT), refusal);
        }

        public <T> Outcome<T> map(Function<String, ? extends T> make) {
            return refusal == null
                    ? Outcome.done(make.apply(text)) : Outcome.refused(List.of(refusal));
        }
    }

    /** What is wrong with several fields, in their order. */
    public static List<Refusal> refusals(Checked... fields) {
        return Stream.of(fields)
                .map(Checked::refusal).filter(Objects::nonNull).toList();
    }
}
