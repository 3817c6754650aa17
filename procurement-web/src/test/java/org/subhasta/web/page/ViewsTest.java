package org.subhasta.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.subhasta.kernel.Refusal;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Holds the views to invariants P1 and P2 of the package. */
class ViewsTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Path TEXTS = Path.of("src/main/resources/org/subhasta/web/texts");
    private static final Pattern EXPRESSION = Pattern.compile("#\\{(?:[^{}']|'[^']*'|\\{[^{}]*})*}");
    private static final Pattern WHOLE_KEY = Pattern.compile(
            "\\bt(?:\\['([^']+)'\\]|\\.of\\('([^']+)'[,)])");
    private static final Pattern KEY_START = Pattern.compile(
            "\\bt(?:\\[|\\.of\\()'([^']+)'\\.concat");
    private static final Pattern KEY_IN_JAVA = Pattern.compile(
            "(?:messages\\.done|texts\\.of|texts\\.get)\\(\\s*\"([^\"]+)\"\\s*[,)]");
    /** Attributes that people read or hear. */
    private static final Set<String> SAID = Set.of("value", "label", "hint", "title", "alt",
            "placeholder", "heading", "text", "aria-label", "header", "headerText", "optional",
            "itemLabel", "summary", "emptyMessage", "content");
    /** Elements whose value or content is for machines. */
    private static final Set<String> FOR_MACHINES = Set.of("param", "input", "button", "meta",
            "viewParam", "selectItem", "attribute", "option", "script", "style", "include", "code", "pre");
    /** Names that are the same in every language. */
    private static final Pattern NAMES = Pattern.compile("\\b(SHA-256|PDF|JSON|CSV|OCDS|CPV|API)\\b");

    @Test
    void everyTextAPageAsksForExists() throws IOException {
        Map<String, String> texts = texts();
        Set<String> missing = new TreeSet<>();
        for (Path view : views()) {
            String source = Files.readString(view);
            WHOLE_KEY.matcher(source).results().map(ViewsTest::firstGroup)
                    .filter(key -> !texts.containsKey(key))
                    .forEach(key -> missing.add(view + ": " + key));
            KEY_START.matcher(source).results().map(match -> match.group(1))
                    .filter(start -> texts.keySet().stream().noneMatch(k -> k.startsWith(start)))
                    .forEach(start -> missing.add(view + ": " + start + "…"));
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyTextABeanAsksForExists() throws IOException {
        Map<String, String> texts = texts();
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                KEY_IN_JAVA.matcher(Files.readString(source)).results().map(m -> m.group(1))
                        .filter(key -> !key.endsWith(".") && !texts.containsKey(key))
                        .forEach(key -> missing.add(source + ": " + key));
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyRefusalHasASentence() throws Exception {
        Map<String, String> texts = texts();
        Set<String> missing = new TreeSet<>();
        for (Class<?> type : refusalsOfTheDomain()) {
            for (Object constant : type.getEnumConstants()) {
                String key = ((Refusal.Code) constant).messageKey();
                if (!texts.containsKey(key)) {
                    missing.add(type.getName() + ": " + key);
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    private static List<Class<?>> refusalsOfTheDomain() throws Exception {
        Path place = Path.of(Refusal.class.getProtectionDomain().getCodeSource().getLocation()
                .toURI());
        List<String> names;
        if (Files.isDirectory(place)) {
            names = files(place, "Refusal.class").stream()
                    .map(file -> place.relativize(file).toString()).toList();
        } else {
            try (JarFile jar = new JarFile(place.toFile())) {
                names = jar.stream().map(JarEntry::getName)
                        .filter(name -> name.endsWith("Refusal.class")).toList();
            }
        }
        List<Class<?>> found = new ArrayList<>();
        for (String name : names) {
            Class<?> type = Class.forName(name.replace(".class", "").replace('/', '.'));
            String capability = type.getPackageName().split("\\.")[2];
            if (type.isEnum() && Files.exists(TEXTS.resolve(capability + ".properties"))) {
                found.add(type);
            }
        }
        return found;
    }

    @Test
    void noTextStandsInAView() throws Exception {
        List<String> found = new ArrayList<>();
        for (Path view : views()) {
            for (String text : literals(Files.readString(view))) {
                found.add(view + ": " + text);
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void aTextInAViewWouldBeFound() throws Exception {
        String planted = "<p xmlns=\"http://www.w3.org/1999/xhtml\" title=\"read me\">"
                + "#{t['a']} and <b>more</b> <input value=\"net\"/></p>";
        assertEquals(List.of("title=read me", "and", "more"), literals(planted));
    }

    @Test
    void aKeyStandsInOneFileOnly() throws IOException {
        Map<String, Path> owners = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (Path file : files(TEXTS, ".properties")) {
            if (!file.getFileName().toString().contains("_")) {
                for (String key : load(file).stringPropertyNames()) {
                    if (owners.put(key, file) != null) {
                        twice.add(key);
                    }
                }
            }
        }
        assertEquals(List.of(), twice);
    }

    @Test
    void everyRouteLeadsToAViewAndEveryViewHasARoute() throws IOException {
        Set<String> routed = new TreeSet<>();
        for (Path file : files(WEBAPP.resolve("WEB-INF/routes"), ".properties")) {
            load(file).values().forEach(view -> routed.add(view.toString()));
        }
        Set<String> there = new TreeSet<>();
        Path root = WEBAPP.resolve("views");
        files(root, ".xhtml").forEach(view -> there.add(root.relativize(view).toString()));
        // Reached by the container only, see web.xml.
        there.removeIf(view -> view.matches(
                "page/(not-found|forbidden|expired|failed|too-large)\\.xhtml|journal/refused\\.xhtml"));
        for (String view : Set.copyOf(there)) {
            if (!Files.readString(root.resolve(view)).contains("template=")) {
                there.remove(view); // a part of other views
            }
        }
        assertEquals(there, routed);
    }

    @Test
    void noViewCarriesScriptOrStyleOfItsOwn() throws IOException {
        for (Path view : views()) {
            String source = Files.readString(view);
            assertFalse(source.matches("(?s).*<(script|style)[ >].*"), view + " has a script or style");
            assertFalse(source.matches("(?s).*\\sstyle=\".*"), view + " has a style attribute");
        }
        assertTrue(views().size() > 10);
    }

    private static List<String> literals(String source) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setEntityResolver((id, system) -> new InputSource(new StringReader("")));
        Document document = builder.parse(new InputSource(
                new StringReader(source.replace("&nbsp;", "&#160;"))));
        List<String> found = new ArrayList<>();
        collect(document.getDocumentElement(), found);
        return found;
    }

    private static void collect(Element element, List<String> found) {
        boolean forMachines = FOR_MACHINES.contains(element.getLocalName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (!forMachines && SAID.contains(attribute.getNodeName())) {
                said(attribute.getNodeValue())
                        .ifPresent(text -> found.add(attribute.getNodeName() + "=" + text));
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, found);
            } else if (child.getNodeType() == Node.TEXT_NODE && !forMachines) {
                said(child.getNodeValue()).ifPresent(found::add);
            }
        }
    }

    /** What is left for people once expressions are taken away. */
    private static Optional<String> said(String text) {
        String rest = NAMES.matcher(EXPRESSION.matcher(text).replaceAll("")).replaceAll("").strip();
        return rest.codePoints().anyMatch(Character::isLetter)
                ? Optional.of(rest) : Optional.empty();
    }

    private static String firstGroup(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    private static List<Path> views() throws IOException {
        return files(WEBAPP, ".xhtml");
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (Path file : files(TEXTS, ".properties")) {
            Properties lines = load(file);
            lines.stringPropertyNames().forEach(key -> texts.put(key, lines.getProperty(key)));
        }
        return texts;
    }

    private static Properties load(Path file) throws IOException {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        }
        return lines;
    }
}
