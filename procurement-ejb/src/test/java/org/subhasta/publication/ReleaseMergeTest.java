package org.subhasta.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReleaseMergeTest {

    @Test
    void the_later_release_replaces_what_it_tells_and_leaves_the_rest() {
        JsonObject compiled = compile("""
                {"ocid": "o", "id": "1", "date": "2026-01-01T00:00:00Z", "tag": ["tender"],
                 "tender": {"title": "Old", "description": "Stays", "status": "active"}}""", """
                {"ocid": "o", "id": "2", "date": "2026-02-01T00:00:00Z", "tag": ["award"],
                 "tender": {"title": "New", "status": "complete"}, "awards": [{"id": "a"}]}""");
        assertEquals("New", compiled.getJsonObject("tender").getString("title"));
        assertEquals("Stays", compiled.getJsonObject("tender").getString("description"));
        assertEquals("[\"compiled\"]", compiled.getJsonArray("tag").toString());
        assertEquals("2026-02-01T00:00:00Z", compiled.getString("date"));
        assertEquals("o-2026-02-01T00:00:00Z", compiled.getString("id"));
    }

    @Test
    void lists_of_things_with_ids_are_merged_thing_by_thing() {
        JsonObject compiled = compile("""
                {"tender": {"lots": [{"id": "1", "title": "A"}, {"id": 2, "title": "B"}]}}""", """
                {"tender": {"lots": [{"id": 2, "status": "cancelled"}, {"id": "3"}]}}""");
        assertEquals("[{\"id\":\"1\",\"title\":\"A\"},{\"id\":2,\"title\":\"B\","
                + "\"status\":\"cancelled\"},{\"id\":\"3\"}]",
                compiled.getJsonObject("tender").getJsonArray("lots").toString());
    }

    @Test
    void lists_without_ids_and_those_the_schema_names_are_replaced_whole() {
        JsonObject compiled = compile("""
                {"tender": {"submissionMethod": ["written", "inPerson"],
                  "additionalClassifications": [{"id": "1"}, {"id": "2"}]}}""", """
                {"tender": {"submissionMethod": ["electronicSubmission"],
                  "additionalClassifications": [{"id": "3"}]}}""");
        assertEquals("[\"electronicSubmission\"]",
                compiled.getJsonObject("tender").getJsonArray("submissionMethod").toString());
        assertEquals("[{\"id\":\"3\"}]", compiled.getJsonObject("tender")
                .getJsonArray("additionalClassifications").toString());
    }

    @Test
    void null_takes_away() {
        assertFalse(compile("{\"tender\": {\"value\": {\"amount\": 1}}}",
                "{\"tender\": {\"value\": null}}").getJsonObject("tender").containsKey("value"));
    }

    private static JsonObject compile(String... releases) {
        return ReleaseMerge.compile(
                Stream.of(releases).map(ReleaseJudgementTest::parse).toList());
    }
}
