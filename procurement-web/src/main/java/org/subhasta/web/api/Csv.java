package org.subhasta.web.api;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables for spreadsheets, after RFC 4180. */
public final class Csv {

    private Csv() {
    }

    /** A line with its end. */
    public static String row(Stream<String> cells) {
        return cells.map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted; what a spreadsheet would run as a formula begins with an apostrophe. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
