package org.subhasta.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.subhasta.signing.CanonicalJson;

/** What is written directly is what the library makes of the same JSON. */
class CanonicalTextTest {

    private static final String LETTERS = "az09AZ \"\\/\b\f\n\r\t\u0000\u001f\u007fäß€\u2028\ufb33😀";
    private static final BigDecimal[] NUMBERS = {BigDecimal.ZERO, new BigDecimal("-1"),
            new BigDecimal("9007199254740991"), new BigDecimal("-9007199254740991"),
            new BigDecimal("9007199254740993"), new BigDecimal("123456789012345678901234567890"),
            new BigDecimal("1E21"), new BigDecimal("1.50"), new BigDecimal("0.000001"),
            new BigDecimal("1e-7"), new BigDecimal("100E2"), new BigDecimal("-0.1"),
            new BigDecimal(new BigInteger("5"), -3)};

    private static String of(JsonObject json) {
        return new String(CanonicalText.of(json), StandardCharsets.UTF_8);
    }

    @Test
    void members_are_sorted_and_nothing_is_between_them() {
        assertEquals("{\"a\":[],\"b\":{},\"c\":[1,true,null,\"x\"]}", of(Json.createObjectBuilder()
                .add("c", Json.createArrayBuilder().add(1).add(true).addNull().add("x"))
                .add("b", JsonValue.EMPTY_JSON_OBJECT).add("a", JsonValue.EMPTY_JSON_ARRAY)
                .build()));
    }

    @Test
    void members_are_sorted_by_utf_16_code_units() {
        assertEquals("{\"😀\":1,\"\ufb33\":2}", of(Json.createObjectBuilder()
                .add("\ufb33", 2).add("😀", 1).build()));
    }

    @Test
    void it_is_what_the_library_writes() throws CanonicalJson.NotCanonical {
        for (long seed = 0; seed < 2_000; seed++) {
            JsonObject json = object(new Random(seed), 4);
            assertEquals(new String(CanonicalJson.canonicalize(json.toString()),
                    StandardCharsets.UTF_8), of(json), "seed " + seed);
        }
    }

    private static JsonObject object(Random random, int depth) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            object.add(string(random), value(random, depth));
        }
        return object.build();
    }

    private static JsonValue value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> JsonValue.TRUE;
            case 1 -> JsonValue.NULL;
            case 2 -> Json.createValue(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 3 -> Json.createValue(random.nextLong() >> random.nextInt(64));
            case 4 -> Json.createValue(string(random));
            case 5 -> object(random, depth - 1);
            default -> {
                JsonArrayBuilder array = Json.createArrayBuilder();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(value(random, depth - 1));
                }
                yield array.build();
            }
        };
    }

    private static String string(Random random) {
        int[] letters = LETTERS.codePoints().toArray();
        StringBuilder string = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            string.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return string.toString();
    }
}
