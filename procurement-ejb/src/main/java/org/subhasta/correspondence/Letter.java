package org.subhasta.correspondence;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/**
 * Plain text to one person.
 *
 * @param address to whom
 * @param name    of that person; on one line
 * @param subject on one line
 * @param text    lines separated by line feeds
 */
record Letter(String address, String name, String subject, String text) {

    Letter {
        if (isSeveralLines(address) || isSeveralLines(name) || isSeveralLines(subject)) {
            throw new IllegalArgumentException("a line break in a header");
        }
    }

    /** What people typed, on one line: control characters become blanks. */
    static String oneLine(String typed) {
        return typed.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }

    String json() {
        return Json.createObjectBuilder().add("address", address).add("name", name)
                .add("subject", subject).add("text", text).build().toString();
    }

    static Letter read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject parts = reader.readObject();
            return new Letter(parts.getString("address"), parts.getString("name"),
                    parts.getString("subject"), parts.getString("text"));
        }
    }

    private static boolean isSeveralLines(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c)
                || c == '\u2028' || c == '\u2029');
    }

    /** What is in it is a secret. */
    @Override
    public String toString() {
        return "Letter";
    }
}
