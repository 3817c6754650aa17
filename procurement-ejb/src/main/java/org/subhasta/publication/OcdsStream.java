package org.subhasta.publication;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

/**
 * Reads an OCDS file as a stream and hands its releases on one by one: release packages, record
 * packages and single releases, versions 1.0 and 1.1.
 *
 * <p>Publishers order the members of a package as they like, so version and publisher may come after
 * the releases: whoever takes the releases must be able to give them back.
 */
final class OcdsStream {

    /** Takes what was found; a release that could not be read comes as a refusal. */
    interface Taker {
        void release(JsonObject release);

        void unreadable(Refusal refusal);
    }

    /**
     * What a package tells about itself.
     *
     * @param version  1.0 where it does not tell, as OCDS has it
     * @param source   the publisher's name; may be empty
     * @param licence  may be empty
     */
    record Package(String version, String source, String licence) {
    }

    private final JsonParser parser;
    private final Taker taker;
    private final Map<String, JsonValue> members = new HashMap<>();
    private boolean listed;

    private OcdsStream(JsonParser parser, Taker taker) {
        this.parser = parser;
        this.taker = taker;
    }

    /** Reads the whole stream; does not close it. */
    static Outcome<Package> read(InputStream file, Taker taker) {
        try (JsonParser parser = Json.createParser(file)) {
            return new OcdsStream(parser, taker).read();
        } catch (JsonParsingException e) {
            return notJson(e.getLocation());
        } catch (JsonException | NoSuchElementException | IllegalStateException e) {
            return notJson(null);
        }
    }

    private static Outcome<Package> notJson(JsonLocation location) {
        boolean known = location != null && location.getLineNumber() > 0;
        return Outcome.refused(Refusal.of(ImportRefusal.IMPORT_NOT_JSON,
                known ? Long.toString(location.getLineNumber()) : "1",
                known ? Long.toString(location.getColumnNumber()) : "1"));
    }

    private Outcome<Package> read() {
        if (parser.next() != JsonParser.Event.START_OBJECT) {
            // Well-formed to its end, or not JSON after all.
            while (parser.hasNext()) {
                parser.next();
            }
            return Outcome.refused(Refusal.of(ImportRefusal.IMPORT_NOT_OCDS));
        }
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_OBJECT;
                event = parser.next()) {
            String name = parser.getString();
            member(name, parser.next());
        }
        if (parser.hasNext()) {
            parser.next();
        }
        return judge();
    }

    private void member(String name, JsonParser.Event event) {
        if (event == JsonParser.Event.START_ARRAY
                && (name.equals("releases") || name.equals("records"))) {
            listed = true;
            list(name.equals("records"));
        } else if (members.size() < 200) {
            BoundedJson.read(parser, event).ifPresent(value -> members.put(name, value));
        } else {
            BoundedJson.skip(parser, event);
        }
    }

    private void list(boolean records) {
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_ARRAY;
                event = parser.next()) {
            Optional<JsonValue> value = BoundedJson.read(parser, event);
            if (value.isEmpty()) {
                taker.unreadable(Refusal.of(ImportRefusal.RELEASE_TOO_LARGE));
            } else if (!(value.get() instanceof JsonObject object)) {
                taker.unreadable(Refusal.of(ImportRefusal.RELEASE_MALFORMED));
            } else if (records) {
                record(object);
            } else {
                taker.release(object);
            }
        }
    }

    /** A record has its releases, or one compiled from them, or only says where they are. */
    private void record(JsonObject record) {
        List<JsonObject> embedded = record.get("releases") instanceof JsonArray releases
                ? releases.stream().filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .filter(release -> release.containsKey("ocid")).toList()
                : List.of();
        if (!embedded.isEmpty()) {
            embedded.forEach(taker::release);
        } else if (record.get("compiledRelease") instanceof JsonObject compiled) {
            taker.release(compiled);
        } else {
            taker.unreadable(Refusal.of(ImportRefusal.RELEASE_ELSEWHERE));
        }
    }

    private Outcome<Package> judge() {
        if (!listed) {
            if (!members.containsKey("ocid")) {
                return Outcome.refused(Refusal.of(ImportRefusal.IMPORT_NOT_OCDS));
            }
            var release = Json.createObjectBuilder();
            members.forEach(release::add);
            taker.release(release.build());
            return Outcome.done(new Package("1.1", "", ""));
        }
        String version = switch (members.get("version")) {
            case null -> "1.0";
            case JsonString text -> text.getString();
            case JsonValue other -> other.toString();
        };
        if (!version.equals("1.0") && !version.equals("1.1")) {
            return Outcome.refused(Refusal.of(ImportRefusal.IMPORT_VERSION_UNKNOWN,
                    version.length() > 40 ? version.substring(0, 40) : version));
        }
        String source = members.get("publisher") instanceof JsonObject publisher
                ? publisher.getString("name", "") : "";
        String licence = members.get("license") instanceof JsonString text
                ? text.getString() : "";
        return Outcome.done(new Package(version, source, licence));
    }
}
