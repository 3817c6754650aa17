package org.subhasta.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegibleJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"b\\u0000\"}", "{\"a\":\"\\\\\\u0000\"}", "\"\0\"",
        "\"\\u00\\u0000\""})
    void a_nul_is_malformed_however_it_is_written(String json) {
        assertThrows(JsonException.class, () -> read(json));
        assertThrows(JsonException.class, () -> {
            try (InputStream stream = stream(json)) {
                while (stream.read() >= 0) {
                    continue;
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"b\"}", "\"\\\\u0000\"", "\"\\u0001\\u000A\"",
        "\"\\u00e9\\u0041\"", "\"u0000\""})
    void other_text_is_as_it_was(String json) throws IOException {
        assertEquals(json, read(json));
    }

    @Test
    void it_is_found_across_the_pieces_in_which_a_body_comes() {
        assertThrows(JsonException.class, () -> {
            try (InputStream stream = stream("\"\\u0000\"")) {
                stream.readNBytes(4);
                stream.readAllBytes();
            }
        });
    }

    private static String read(String json) throws IOException {
        try (InputStream stream = stream(json)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream stream(String json) {
        return new LegibleJson(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
