package org.subhasta.tendering;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;

/** Reading JSON that may lack anything. */
final class JsonText {

    private JsonText() {
    }

    static JsonObject parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    /** The text of a member, {@code ""} where it is missing or something else. */
    static String text(JsonObject object, String member) {
        return object.get(member) instanceof JsonString string ? plain(string) : "";
    }

    /** The object in a member, an empty one where it is missing or something else. */
    static JsonObject object(JsonObject object, String member) {
        return object.get(member) instanceof JsonObject value ? value : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** The objects in an array; nothing else is given. */
    static Stream<JsonObject> objects(JsonObject object, String member) {
        return object.get(member) instanceof jakarta.json.JsonArray array
                ? array.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
                : Stream.empty();
    }

    /** The texts in an array; nothing else is given. */
    static List<String> texts(JsonObject object, String member) {
        return object.get(member) instanceof jakarta.json.JsonArray array
                ? array.stream().filter(JsonString.class::isInstance)
                        .map(value -> plain((JsonString) value)).toList()
                : List.of();
    }

    /** Without the NUL that JSON permits and no database keeps. */
    private static String plain(JsonString string) {
        return string.getString().replace("\u0000", "");
    }
}
