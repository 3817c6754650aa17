package org.subhasta.auction.format;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON that knows on which line each of its values stands. */
sealed interface Json {

    /** Deeper nesting is a fault: no terms and no act need it. */
    int DEEPEST = 16;

    int line();

    record Members(Map<String, Json> members, int line) implements Json {
    }

    record Items(List<Json> items, int line) implements Json {
    }

    record Text(String text, int line) implements Json {
    }

    /** A number as it is written. */
    record Number(String digits, int line) implements Json {
    }

    record Truth(boolean value, int line) implements Json {
    }

    record Null(int line) implements Json {
    }

    /** A value that cannot be read, and where. */
    final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;
        private final int line;

        Unreadable(int line, String sentence) {
            super(sentence);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /**
     * Reads one value and nothing after it.
     *
     * @param firstLine the line of the file on which the text begins
     */
    static Json read(String text, int firstLine) throws Unreadable {
        try (JsonParser parser = Reading.PROVIDER.createParser(new StringReader(text))) {
            Reading reading = new Reading(parser, firstLine);
            if (!parser.hasNext()) {
                throw new Unreadable(firstLine, "There is nothing here.");
            }
            Json value = reading.value(parser.next(), 1);
            if (parser.hasNext()) {
                // The parser itself refuses text after the value when asked for it.
                parser.next();
            }
            return value;
        } catch (JsonException e) {
            throw new Unreadable(Reading.lineOf(e, firstLine), "This is not JSON.");
        }
    }

    /** One reading of a text. */
    final class Reading {

        /** Kept, since looking it up for each line would take most of the time. */
        private static final JsonProvider PROVIDER = JsonProvider.provider();

        private final JsonParser parser;
        private final int firstLine;

        private Reading(JsonParser parser, int firstLine) {
            this.parser = parser;
            this.firstLine = firstLine;
        }

        private static int lineOf(JsonException e, int firstLine) {
            return e instanceof jakarta.json.stream.JsonParsingException parsing
                    && parsing.getLocation().getLineNumber() > 0
                    ? firstLine + (int) parsing.getLocation().getLineNumber() - 1 : firstLine;
        }

        private int line() {
            return firstLine + (int) parser.getLocation().getLineNumber() - 1;
        }

        private Json value(Event event, int depth) throws Unreadable {
            if (depth > DEEPEST) {
                throw new Unreadable(line(), "This is nested deeper than " + DEEPEST + " levels.");
            }
            return switch (event) {
                case START_OBJECT -> members(depth);
                case START_ARRAY -> items(depth);
                case VALUE_STRING -> new Text(parser.getString(), line());
                case VALUE_NUMBER -> new Number(parser.getString(), line());
                case VALUE_TRUE -> new Truth(true, line());
                case VALUE_FALSE -> new Truth(false, line());
                default -> new Null(line());
            };
        }

        private Json members(int depth) throws Unreadable {
            Map<String, Json> members = new LinkedHashMap<>();
            int line = line();
            for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
                String name = parser.getString();
                Json value = value(parser.next(), depth + 1);
                if (members.put(name, value) != null) {
                    throw new Unreadable(value.line(), "“" + name + "” is named twice.");
                }
            }
            return new Members(members, line);
        }

        private Json items(int depth) throws Unreadable {
            List<Json> items = new ArrayList<>();
            int line = line();
            for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
                items.add(value(event, depth + 1));
            }
            return new Items(items, line);
        }
    }
}
