package org.subhasta.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The look over untrusted DER")
class DerTest {

    private static Optional<String> problem(String hex) {
        return Der.problem(HexFormat.of().parseHex(hex), 1000);
    }

    @ParameterizedTest
    @DisplayName("lets one definite value pass")
    @ValueSource(strings = {"0500", "3000", "300430020500", "30060500300205 00", "020101"})
    void passes(String hex) {
        assertEquals(Optional.empty(), problem(hex.replace(" ", "")));
    }

    @ParameterizedTest
    @DisplayName("says what is wrong")
    @CsvSource({
            "'',empty",
            "050000,1 bytes follow",
            "30000500,2 bytes follow",
            "3005020101,longer than what contains it",
            "3003040500,longer than what contains it",
            "30,no definite",
            "30800000,no definite",
            "308100,no definite",
            "30817f,no definite",
            "3082007f,no definite",
            "3084ffffffff,no definite",
            "3085000000000000,no definite",
            "1f0100,tag number"})
    void refuses(String hex, String reason) {
        assertTrue(problem(hex).orElseThrow().contains(reason), problem(hex).orElseThrow());
    }

    @Test
    @DisplayName("refuses values nested deeper than its limit, however long the input")
    void refusesDepth() {
        byte[] deep = new byte[0];
        for (int i = 0; i < Der.MAXIMUM_DEPTH + 1; i++) {
            byte[] outer = new byte[deep.length + 2];
            outer[0] = 0x30;
            outer[1] = (byte) deep.length;
            System.arraycopy(deep, 0, outer, 2, deep.length);
            deep = outer;
        }
        assertTrue(Der.problem(deep, 1000).orElseThrow().contains("nested deeper"));
    }

    @Test
    @DisplayName("finds where a padded value ends")
    void extent() {
        assertEquals(4, Der.extent(HexFormat.of().parseHex("300205000000")));
        assertEquals(-1, Der.extent(HexFormat.of().parseHex("3010")));
        assertEquals(-1, Der.extent(new byte[0]));
    }
}
