package org.subhasta.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A subject of the journal")
class SubjectTest {

    @ParameterizedTest
    @ValueSource(strings = {"platform", "tender/4k2jd8wq1x7z", "box/4k2jd8wq1x7z", "a/A-9"})
    @DisplayName("is read as it is written")
    void parse(String text) {
        assertEquals(Optional.of(text), Subject.parse(text).map(Subject::toString));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "tender/", "/x", "Tender/x", "tender/x/y", "tender/%20", "t x"})
    @DisplayName("is nothing else")
    void malformed(String text) {
        assertEquals(Optional.empty(), Subject.parse(text));
    }

    @Test
    @DisplayName("has a kind in small letters")
    void kind() {
        assertThrows(IllegalArgumentException.class, () -> Subject.of("Tender", "x"));
    }
}
