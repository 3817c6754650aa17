package org.subhasta.bench;

import java.io.PrintStream;
import java.util.Locale;

/** What was measured, a line for each measure, for people and for {@code awk}. */
final class Table {

    private static final String LINE = "%-34s %10s  %-38s %10s  %6s  %s%n";

    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
    }

    void begin(String subject, String how) {
        out.println(subject + ": Java " + Runtime.version() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, " + how);
        out.printf(LINE, "measure", "per second", "against", "per second", "ratio", "aim");
    }

    /**
     * A measure against its reference.
     *
     * @param aim the ratio that is wanted at least
     */
    void line(String measure, double perSecond, String reference, double referencePerSecond,
            double aim) {
        double ratio = perSecond / referencePerSecond;
        line(measure, perSecond, reference, referencePerSecond, String.format(Locale.ROOT,
                "at least %.2f%s", aim, ratio >= aim ? "" : ", MISSED"));
    }

    /** A measure against its reference, which has no aim. */
    void line(String measure, double perSecond, String reference, double referencePerSecond) {
        line(measure, perSecond, reference, referencePerSecond, "");
    }

    private void line(String measure, double perSecond, String reference,
            double referencePerSecond, String aim) {
        out.printf(LINE, measure, figure(perSecond), reference, figure(referencePerSecond),
                String.format(Locale.ROOT, "%.2f", perSecond / referencePerSecond), aim);
        out.flush();
    }

    /** What the lines above come to, in words. */
    void note(String words) {
        out.println("  " + words);
        out.flush();
    }

    private static String figure(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 100 ? "%.1f" : "%.0f", perSecond);
    }
}
