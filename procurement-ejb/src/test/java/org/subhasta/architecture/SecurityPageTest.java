package org.subhasta.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/reference/security.md} judges each requirement and names tests that there are. */
class SecurityPageTest {

    private static final Path PROJECT = Path.of("..");
    private static final Path PAGE = PROJECT.resolve("docs/reference/security.md");
    private static final Set<String> VERDICTS =
            Set.of("met", "partly", "not met", "does not apply");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
    private static final Pattern CHAPTER = Pattern.compile("(?m)^## V(\\d+) ");

    @Test
    void every_test_that_it_names_exists() throws IOException {
        Set<String> named = TEST.matcher(Files.readString(PAGE)).results()
                .map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(named.size() > 50, named::toString);
        named.removeAll(tests());
        assertEquals(Set.of(), named, "named and not there");
    }

    @Test
    void every_requirement_has_one_of_four_verdicts() throws IOException {
        List<String[]> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| no. |"))
                .map(line -> line.split("\\|", -1)).toList();
        assertTrue(rows.size() > 100, rows.size() + " rows");
        assertEquals(List.of(), rows.stream()
                .filter(row -> row.length != 7 || !VERDICTS.contains(row[3].strip())
                        || row[2].isBlank())
                .map(row -> String.join("|", row)).toList());
    }

    @Test
    void no_chapter_is_left_out() throws IOException {
        assertEquals(IntStream.rangeClosed(1, 17).mapToObj(String::valueOf).toList(),
                CHAPTER.matcher(Files.readString(PAGE)).results()
                        .map((MatchResult found) -> found.group(1)).toList());
    }

    private static Set<String> tests() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : List.of("sql", "signing", "procurement-ejb", "procurement-web",
                "procurement-ear")) {
            try (Stream<Path> files = Files.walk(PROJECT.resolve(module).resolve("src/test"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .forEach(name -> names.add(name.replace(".java", "")));
            }
        }
        return names;
    }
}
