package org.subhasta.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path FOLDER = Path.of("src/main/resources/org/subhasta/web/texts");

    @Test
    void what_a_refusal_counts_is_in_the_right_number() {
        String pattern = "Wait {0, plural, one{# second} other{# seconds}}";
        assertEquals("Wait 1 second", Texts.format(pattern, Locale.ENGLISH, "1"));
        assertEquals("Wait 2 seconds", Texts.format(pattern, Locale.ENGLISH, "2"));
        assertEquals("Wait 3 seconds", Texts.format(pattern, Locale.ENGLISH, 3));
    }

    @Test
    void what_it_names_stays_as_it_is() {
        assertEquals("Lot 2026", Texts.format("Lot {0}", Locale.ENGLISH, "2026"));
    }

    /** Of any kind: a figure as text is what all of them can tell. */
    @Test
    void every_refusal_can_be_told() throws Exception {
        int told = 0;
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Properties texts = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
                for (String key : texts.stringPropertyNames()) {
                    if (key.startsWith("refusal.")) {
                        String said = Texts.format(texts.getProperty(key), Locale.ENGLISH,
                                List.of("1", "2", "3", "4", "5", "6").toArray());
                        assertFalse(said.isBlank(), key);
                        told++;
                    }
                }
            }
        }
        assertTrue(told > 100, told + " refusals");
    }
}
