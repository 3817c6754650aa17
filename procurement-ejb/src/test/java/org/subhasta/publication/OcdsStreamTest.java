package org.subhasta.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

class OcdsStreamTest {

    private final List<JsonObject> releases = new ArrayList<>();
    private final List<Refusal> unreadable = new ArrayList<>();
    private final OcdsStream.Taker taker = new OcdsStream.Taker() {
        @Override
        public void release(JsonObject release) {
            releases.add(release);
        }

        @Override
        public void unreadable(Refusal refusal) {
            unreadable.add(refusal);
        }
    };

    @Test
    void a_release_package_gives_its_releases_and_says_who_published_it() {
        assertEquals(Outcome.done(new OcdsStream.Package("1.1", "Alder Bay", "https://l.example")),
                read("""
                {"version": "1.1", "releases": [{"ocid": "a"}, {"ocid": "b"}],
                 "publisher": {"name": "Alder Bay"}, "license": "https://l.example"}"""));
        assertEquals(List.of("a", "b"), ocids());
    }

    @Test
    void a_nul_that_no_database_keeps_is_left_out() {
        read("{\"releases\": [{\"ocid\": \"a\\u0000b\", \"x\\u0000\": 1}]}");
        assertEquals(List.of("ab"), ocids());
        assertEquals(1, releases.getFirst().getInt("x"));
    }

    @Test
    void a_package_without_version_is_of_the_first_one() {
        assertEquals(Outcome.done(new OcdsStream.Package("1.0", "", "")),
                read("{\"releases\": []}"));
    }

    @ParameterizedTest
    @CsvSource({"'\"2.0\"',2.0", "'\"1.2\"',1.2", "1.1,1.1", "null,null", "'\"\"',''"})
    void another_version_is_refused_even_when_told_last(String version, String told) {
        Outcome<?> outcome = read("{\"releases\": [{\"ocid\": \"a\"}], \"version\": "
                + version + "}");
        // A number is not the text "1.1": JSON has 1.10 and 1.1 for the same.
        if (!version.equals("1.1")) {
            assertRefused(ImportRefusal.IMPORT_VERSION_UNKNOWN, outcome);
            assertEquals(List.of(told), refusal(outcome).details());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "not json", "{", "{\"releases\": [", "{\"releases\": [{}",
        "{\"a\": 1} trailing", "{'a': 1}", "<xml/>", "{\"releases\": [}]}", "\u0000"})
    void what_is_not_json_is_refused(String text) {
        assertRefused(ImportRefusal.IMPORT_NOT_JSON, read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"ocid\": \"a\"}]", "{}", "{\"releases\": {}}", "null",
        "{\"type\": \"FeatureCollection\", \"features\": []}"})
    void json_that_is_not_ocds_is_refused(String text) {
        assertRefused(ImportRefusal.IMPORT_NOT_OCDS, read(text));
        assertEquals(List.of(), releases);
    }

    @Test
    void a_single_release_is_read_too() {
        assertInstanceOf(Outcome.Done.class, read("""
                {"ocid": "a", "id": "1", "date": "2026-01-01T00:00:00Z", "tender": {"id": "t"}}"""));
        assertEquals(List.of("a"), ocids());
        assertEquals("t", releases.getFirst().getJsonObject("tender").getString("id"));
    }

    @Test
    void a_record_gives_its_releases_or_else_the_compiled_one() {
        assertInstanceOf(Outcome.Done.class, read("""
                {"version": "1.1", "records": [
                  {"ocid": "a", "releases": [{"ocid": "a", "id": "1"}, {"ocid": "a", "id": "2"}],
                   "compiledRelease": {"ocid": "a", "id": "c"}},
                  {"ocid": "b", "releases": [{"url": "https://x.example"}],
                   "compiledRelease": {"ocid": "b"}},
                  {"ocid": "c", "releases": [{"url": "https://x.example"}]}]}"""));
        assertEquals(List.of("a", "a", "b"), ocids());
        assertEquals(List.of(ImportRefusal.RELEASE_ELSEWHERE),
                unreadable.stream().map(Refusal::code).toList());
    }

    @Test
    void what_is_no_object_is_refused_in_its_place_and_the_rest_is_read() {
        read("{\"releases\": [1, {\"ocid\": \"a\"}, \"x\", [], null]}");
        assertEquals(List.of("a"), ocids());
        assertEquals(4, unreadable.size());
    }

    @Test
    void a_release_too_large_or_too_deep_is_refused_in_its_place_and_the_rest_is_read() {
        String deep = "[".repeat(100) + "]".repeat(100);
        String large = "\"" + "x".repeat(BoundedJson.MOST_CHARACTERS + 1) + "\"";
        String many = "[" + "1,".repeat(BoundedJson.MOST_VALUES) + "1]";
        for (String content : List.of(deep, large, many)) {
            read("{\"releases\": [{\"ocid\": \"no\", \"x\": " + content
                    + "}, {\"ocid\": \"yes\"}]}");
        }
        assertEquals(List.of("yes", "yes", "yes"), ocids());
        assertEquals(3, unreadable.size());
        unreadable.forEach(refusal ->
                assertEquals(ImportRefusal.RELEASE_TOO_LARGE, refusal.code()));
    }

    @Test
    void a_number_nobody_can_pay_costs_nothing_to_read() {
        read("{\"releases\": [{\"ocid\": \"a\", \"n\": 1e999999999, \"m\": 12.5}]}");
        assertEquals("1e999999999", releases.getFirst().getString("n"));
        assertEquals("12.5", releases.getFirst().getJsonNumber("m").toString());
    }

    @Test
    void two_hundred_megabytes_are_read_with_the_memory_of_one_release() {
        int[] count = {0};
        Outcome<OcdsStream.Package> outcome = OcdsStream.read(
                new ManyReleases(200_000), new OcdsStream.Taker() {
                    @Override
                    public void release(JsonObject release) {
                        count[0]++;
                    }

                    @Override
                    public void unreadable(Refusal refusal) {
                        throw new AssertionError(refusal);
                    }
                });
        assertInstanceOf(Outcome.Done.class, outcome);
        assertEquals(200_000, count[0]);
    }

    @Test
    void of_the_real_file_every_release_is_read_and_sound() throws IOException {
        Path file = Path.of("../../shared/data/ocds/contracts-finder-2025.json");
        assumeTrue(Files.exists(file), "skipped: the real data is not at " + file);
        try (InputStream in = Files.newInputStream(file)) {
            assertInstanceOf(Outcome.Done.class, OcdsStream.read(in, taker));
        }
        assertEquals(180, releases.size());
        assertTrue(releases.stream().map(ReleaseJudgement::judge)
                .allMatch(ReleaseJudgement.Judged::isSound));
        assertEquals(49, releases.stream().map(ReleaseJudgement::judge)
                .flatMap(judged -> judged.notes().stream())
                .filter(note -> note.code() == ImportRefusal.NOTE_ID_MISSING).count());
    }

    private Outcome<OcdsStream.Package> read(String text) {
        return OcdsStream.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), taker);
    }

    private List<String> ocids() {
        return releases.stream().map(release -> release.getString("ocid")).toList();
    }

    private static Refusal refusal(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).first();
    }

    private static void assertRefused(ImportRefusal code, Outcome<?> outcome) {
        assertEquals(code, refusal(outcome).code());
    }

    /** A package of about a kilobyte per release, made while it is read. */
    private static final class ManyReleases extends InputStream {

        private final int count;
        private int made;
        private byte[] current = "{\"version\":\"1.1\",\"releases\":[".getBytes(
                StandardCharsets.UTF_8);
        private int at;

        ManyReleases(int count) {
            this.count = count;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (at == current.length) {
                if (made > count) {
                    return -1;
                }
                current = (made == count ? "]}" : (made == 0 ? "" : ",") + "{\"ocid\":\"x-" + made
                        + "\",\"tender\":{\"description\":\"" + "y".repeat(1_000) + "\"}}")
                        .getBytes(StandardCharsets.UTF_8);
                made++;
                at = 0;
            }
            int read = Math.min(length, current.length - at);
            System.arraycopy(current, at, bytes, offset, read);
            at += read;
            return read;
        }
    }
}
