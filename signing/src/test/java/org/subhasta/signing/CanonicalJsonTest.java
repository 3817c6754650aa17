package org.subhasta.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Canonical JSON (RFC 8785)")
class CanonicalJsonTest {

    @Test
    @DisplayName("writes the example of RFC 8785, section 3.2.2, as its section 3.2.3 has it")
    void rfcExample() throws Exception {
        String json = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""";
        assertEquals("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,"
                + "0.002,1e-27],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
                new String(CanonicalJson.canonicalize(json), UTF_8));
    }

    @Test
    @DisplayName("sorts members by UTF-16 code units, as RFC 8785, section 3.2.3 has it")
    void sortsByUtf16() throws Exception {
        String json = "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,"
                + "\"\\u0080\":6,\"\\u00f6\":7}";
        assertEquals("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}",
                new String(CanonicalJson.canonicalize(json), UTF_8));
    }

    @ParameterizedTest
    @DisplayName("writes numbers as ECMAScript does")
    @CsvSource({"0,0", "-0,0", "1.0,1", "1e21,1e+21", "1e20,100000000000000000000",
            "9007199254740993,9007199254740992", "5e-324,5e-324",
            "1.7976931348623157e308,1.7976931348623157e+308"})
    void numbers(String given, String canonical) throws Exception {
        assertEquals("[" + canonical + "]",
                new String(CanonicalJson.canonicalize("[" + given + "]"), UTF_8));
    }

    @Test
    @DisplayName("lets what is canonical pass")
    void passes() {
        assertEquals(Optional.empty(),
                CanonicalJson.problem("{\"a\":[1,\"€\",null],\"b\":{}}".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @DisplayName("refuses what means the same but is written otherwise")
    @ValueSource(strings = {"{\"a\": 1}", "{\"b\":1,\"a\":2}", "{\"a\":1.0}", "{\"a\":\"\\u0041\"}",
            "{\"a\":1}\n", " {}", "{\"a\":\"\\/\"}", "[1e2]", "{\"a\":\"\\ud800\"}"})
    void refusesOtherForms(String json) {
        assertTrue(CanonicalJson.problem(json.getBytes(UTF_8)).isPresent());
    }

    @ParameterizedTest
    @DisplayName("refuses what is no JSON object or array")
    @ValueSource(strings = {"", "{", "{}{}", "{\"a\":1}x", "nul", "{'a':1}", "[1,]", "[NaN]",
            "[01]", "\ufeff{}", "[1e999]"})
    void refusesNonJson(String json) {
        assertTrue(CanonicalJson.problem(json.getBytes(UTF_8)).isPresent());
    }

    @Test
    @DisplayName("refuses a member named twice, and says so")
    void refusesDuplicates() {
        String reason = CanonicalJson.problem("{\"a\":1,\"a\":1}".getBytes(UTF_8)).orElseThrow();
        assertTrue(reason.contains("Duplicate"), reason);
    }

    @Test
    @DisplayName("refuses bytes that are not UTF-8 instead of replacing them")
    void refusesBadUtf8() {
        byte[] json = {'[', '"', (byte) 0xc3, '"', ']'};
        assertEquals(Optional.of("not UTF-8"), CanonicalJson.problem(json));
    }

    @Test
    @DisplayName("refuses deep nesting and great size before parsing")
    void refusesDepthAndSize() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertTrue(assertThrows(CanonicalJson.NotCanonical.class,
                () -> CanonicalJson.canonicalize(deep)).getMessage().contains("nested deeper"));
        byte[] large = new byte[CanonicalJson.MAXIMUM_BYTES + 1];
        assertTrue(assertThrows(CanonicalJson.NotCanonical.class,
                () -> CanonicalJson.requireCanonical(large)).getMessage().contains("larger than"));
    }
}
