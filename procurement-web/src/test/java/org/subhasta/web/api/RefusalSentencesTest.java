package org.subhasta.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.subhasta.kernel.Refusal;

/** Every refusal that any capability can give has one code and a sentence a person understands. */
class RefusalSentencesTest {

    private static final Path TEXTS = Path.of("src/main/resources/org/subhasta/web/texts");

    @Test
    void every_refusal_has_a_sentence() throws IOException {
        Properties texts = texts();
        List<String> missing = codes().stream()
                .map(Refusal.Code::messageKey)
                .filter(key -> texts.getProperty(key, "").isBlank())
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void no_sentence_belongs_to_a_refusal_that_nobody_gives() throws IOException {
        TreeSet<String> sentences = new TreeSet<>(texts().stringPropertyNames());
        sentences.removeIf(key -> !key.startsWith("refusal."));
        codes().forEach(code -> sentences.remove(code.messageKey()));
        assertTrue(sentences.isEmpty(), sentences::toString);
    }

    @Test
    void no_two_capabilities_mean_different_things_by_one_code() {
        TreeMap<String, String> owners = new TreeMap<>();
        for (Refusal.Code code : codes()) {
            String before = owners.put(code.name(), code.getClass().getName());
            assertTrue(before == null, () -> code.name() + " is in " + before + " and "
                    + code.getClass().getName());
        }
        assertFalse(owners.isEmpty());
    }

    private static List<Refusal.Code> codes() {
        List<Refusal.Code> codes = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.subhasta")) {
            if (type.isEnum() && type.isAssignableTo(Refusal.Code.class)) {
                for (Object constant : type.reflect().getEnumConstants()) {
                    codes.add((Refusal.Code) constant);
                }
            }
        }
        return codes;
    }

    private static Properties texts() throws IOException {
        Properties all = new Properties();
        try (Stream<Path> files = Files.list(TEXTS)) {
            for (Path file : files.filter(f -> !f.getFileName().toString().contains("_")).toList()) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    all.load(reader);
                }
            }
        }
        return all;
    }
}
