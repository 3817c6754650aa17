package org.subhasta.verification;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** The sentences of findings, in a language there are texts for; English where there are none. */
public final class Words {

    private static final int LONGEST_DETAIL = 300;
    private static final Pattern INSTANT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\\.[0-9]{1,9})?Z");

    private final ResourceBundle bundle;
    private final Locale locale;

    public Words(Locale locale) {
        this.bundle = ResourceBundle.getBundle("org.subhasta.verification.verification", locale,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
        this.locale = locale;
    }

    /** What was found, in one sentence. */
    public String of(Finding finding) {
        return of("found." + finding.found(), finding.details().toArray(String[]::new));
    }

    /** The mark of a finding, in a word or two. */
    public String of(Finding.Mark mark) {
        return of("mark." + mark);
    }

    /** What kind of file it was taken for. */
    public String of(Verifier.Kind kind) {
        return of("kind." + kind);
    }

    /** What it comes to, in one sentence. */
    public String verdict(Report report) {
        return switch (report.exit()) {
            case HOLDS -> of("verdict.HOLDS");
            case NOT_TRUSTED -> of("verdict.NOT_TRUSTED",
                    report.firstNotTrusted().map(this::of).orElse(""));
            case WRONG, USAGE -> report.firstWrong()
                    .map(wrong -> of("verdict.WRONG", of(wrong)))
                    .orElseGet(() -> of("verdict.none"));
        };
    }

    private String of(String key, String... details) {
        Object[] values = new Object[details.length];
        for (int i = 0; i < details.length; i++) {
            values[i] = details[i].startsWith("@")
                    ? of(details[i].substring(1), i + 1 < details.length ? details[i + 1] : "")
                    : clean(details[i]);
        }
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** What comes from the file neither fills the page nor moves a terminal's cursor. */
    private static String clean(String detail) {
        if (INSTANT.matcher(detail).matches()) {
            return detail.replace('T', ' ').replace("Z", " UTC");
        }
        StringBuilder shown = new StringBuilder();
        detail.codePoints().limit(LONGEST_DETAIL)
                .forEach(c -> shown.appendCodePoint(isShown(c) ? c : '\ufffd'));
        return detail.length() > LONGEST_DETAIL ? shown + "…" : shown.toString();
    }

    private static boolean isShown(int c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c) && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE && type != Character.UNASSIGNED;
    }
}
