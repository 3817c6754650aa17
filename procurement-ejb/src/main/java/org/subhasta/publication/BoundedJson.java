package org.subhasta.publication;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Builds one value out of a stream of JSON, but never a large one: what exceeds the bounds is read
 * to its end and dropped, so that the next value can be read. A file of hundreds of megabytes is
 * read with the memory of its largest admissible release.
 */
final class BoundedJson {

    /** About what a release of a thousand lots needs. */
    static final int MOST_CHARACTERS = 3 * 1024 * 1024;
    static final int MOST_VALUES = 200_000;
    static final int MOST_LEVELS = 30;

    /** Kept, since looking it up for each value would take most of the time. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private final JsonParser parser;
    private int characters;
    private int values;
    private boolean exceeded;

    private BoundedJson(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The value that the event just read begins.
     *
     * @return empty where it exceeds the bounds; the parser stands at its end either way
     */
    static Optional<JsonValue> read(JsonParser parser, JsonParser.Event event) {
        return new BoundedJson(parser).value(event);
    }

    /** Reads to the end of what the event began, building nothing. */
    static void skip(JsonParser parser, JsonParser.Event event) {
        int depth = opens(event) ? 1 : 0;
        while (depth > 0) {
            JsonParser.Event next = parser.next();
            depth += opens(next) ? 1 : closes(next) ? -1 : 0;
        }
    }

    private Optional<JsonValue> value(JsonParser.Event first) {
        if (!opens(first)) {
            JsonValue scalar = scalar(first);
            return exceeded ? Optional.empty() : Optional.of(scalar);
        }
        Deque<Level> levels = new ArrayDeque<>();
        levels.push(Level.of(first));
        while (true) {
            JsonParser.Event event = parser.next();
            Level level = levels.peek();
            if (event == JsonParser.Event.KEY_NAME) {
                level.key = count(text());
            } else if (closes(event)) {
                JsonValue done = levels.pop().build();
                if (levels.isEmpty()) {
                    return exceeded ? Optional.empty() : Optional.of(done);
                }
                add(levels.peek(), done);
            } else if (opens(event)) {
                values++;
                levels.push(Level.of(event));
                exceeded |= levels.size() > MOST_LEVELS;
            } else {
                add(level, scalar(event));
            }
            if (exceeded || values > MOST_VALUES || characters > MOST_CHARACTERS) {
                // Building stops here; reading goes on to the end of the value.
                for (int depth = levels.size(); depth > 0;) {
                    JsonParser.Event rest = parser.next();
                    depth += opens(rest) ? 1 : closes(rest) ? -1 : 0;
                }
                return Optional.empty();
            }
        }
    }

    private void add(Level level, JsonValue value) {
        values++;
        level.add(value);
    }

    private JsonValue scalar(JsonParser.Event event) {
        if (event == JsonParser.Event.VALUE_STRING) {
            count(text());
        }
        return switch (event) {
            // Through text: the parser's own number would be computed before it is bounded.
            case VALUE_NUMBER -> number(parser.getString());
            case VALUE_STRING -> JSON.createValue(text());
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            default -> JsonValue.NULL;
        };
    }

    /** Without the NUL that JSON permits and no database keeps; nobody would miss it. */
    private String text() {
        return parser.getString().replace("\u0000", "");
    }

    private JsonValue number(String digits) {
        if (digits.length() > 60 || !digits.matches("[^eE]+([eE][+-]?[0-9]{1,2})?")) {
            // No amount anybody pays; kept as text, so that an amount of that kind is refused.
            return JSON.createValue(digits.substring(0, Math.min(60, digits.length())));
        }
        return JSON.createValue(new BigDecimal(digits));
    }

    private String count(String text) {
        characters += text.length();
        return text;
    }

    private static boolean opens(JsonParser.Event event) {
        return event == JsonParser.Event.START_OBJECT || event == JsonParser.Event.START_ARRAY;
    }

    private static boolean closes(JsonParser.Event event) {
        return event == JsonParser.Event.END_OBJECT || event == JsonParser.Event.END_ARRAY;
    }

    /** An object or array being built. */
    private static final class Level {

        private final JsonObjectBuilder object;
        private final JsonArrayBuilder array;
        private String key = "";

        private Level(JsonObjectBuilder object, JsonArrayBuilder array) {
            this.object = object;
            this.array = array;
        }

        static Level of(JsonParser.Event event) {
            return event == JsonParser.Event.START_OBJECT
                    ? new Level(JSON.createObjectBuilder(), null)
                    : new Level(null, JSON.createArrayBuilder());
        }

        void add(JsonValue value) {
            if (object != null) {
                object.add(key, value);
            } else {
                array.add(value);
            }
        }

        JsonValue build() {
            return object != null ? object.build() : array.build();
        }
    }
}
