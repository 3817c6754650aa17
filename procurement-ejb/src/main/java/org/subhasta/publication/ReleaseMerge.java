package org.subhasta.publication;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compiles the releases of one process into its latest state, after the merge rules of OCDS 1.1:
 * objects member by member, arrays of objects with ids item by item, everything else the later
 * replaces the earlier, and null takes away.
 */
final class ReleaseMerge {

    /** Lists that the schema says are replaced whole ({@code wholeListMerge}). */
    private static final Set<String> WHOLE =
            Set.of("additionalClassifications", "additionalIdentifiers", "changes");
    /** Members of a release that are about the release and not about the process. */
    private static final Set<String> OF_RELEASE = Set.of("id", "tag", "date");

    private ReleaseMerge() {
    }

    /** @param releases at least one, the earliest first */
    static JsonObject compile(List<JsonObject> releases) {
        JsonObject merged = JsonValue.EMPTY_JSON_OBJECT;
        for (JsonObject release : releases) {
            merged = merge(merged, release);
        }
        JsonObject last = releases.getLast();
        JsonObjectBuilder compiled = Json.createObjectBuilder();
        merged.forEach((name, value) -> {
            if (!OF_RELEASE.contains(name)) {
                compiled.add(name, value);
            }
        });
        String date = last.getString("date", "");
        return compiled
                .add("id", last.getString("ocid", "") + "-" + date)
                .add("date", date)
                .add("tag", Json.createArrayBuilder().add("compiled"))
                .build();
    }

    private static JsonObject merge(JsonObject earlier, JsonObject later) {
        Map<String, JsonValue> members = new LinkedHashMap<>(earlier);
        later.forEach((name, value) -> {
            if (value == JsonValue.NULL) {
                members.remove(name);
            } else {
                members.put(name, merge(name, members.get(name), value));
            }
        });
        JsonObjectBuilder merged = Json.createObjectBuilder();
        members.forEach(merged::add);
        return merged.build();
    }

    private static JsonValue merge(String name, JsonValue earlier, JsonValue later) {
        if (later instanceof JsonObject object) {
            return merge(earlier instanceof JsonObject before
                    ? before : JsonValue.EMPTY_JSON_OBJECT, object);
        }
        if (later instanceof JsonArray array && earlier instanceof JsonArray before
                && !WHOLE.contains(name) && haveIds(array) && haveIds(before)) {
            return merge(before, array);
        }
        return later;
    }

    private static JsonArray merge(JsonArray earlier, JsonArray later) {
        Map<String, JsonObject> items = new LinkedHashMap<>();
        earlier.forEach(item -> items.put(id(item), item.asJsonObject()));
        later.forEach(item -> items.merge(id(item), item.asJsonObject(), ReleaseMerge::merge));
        JsonArrayBuilder merged = Json.createArrayBuilder();
        items.values().forEach(merged::add);
        return merged.build();
    }

    private static boolean haveIds(JsonArray array) {
        return array.stream().allMatch(item -> !id(item).isEmpty());
    }

    private static String id(JsonValue item) {
        return !(item instanceof JsonObject object) ? "" : switch (object.get("id")) {
            case JsonString text -> text.getString();
            case JsonNumber number -> number.toString();
            case null, default -> "";
        };
    }
}
