package org.subhasta.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subhasta.auction.model.AuctionRefusal;
import org.subhasta.auction.model.NamedFormat;

/** What the manual says of auctions is run, and is as the schemas say. */
class DocumentationTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Path REFERENCE = DOCS.resolve("reference");
    private static final Pattern BLOCK = Pattern.compile("```(jsonl?)\n(.*?)```", Pattern.DOTALL);

    private static final Schema TERMS = schema("auction-terms.schema.json");
    private static final Schema ACT = schema("auction-act.schema.json");
    private static final Schema OUTCOME = schema("auction-outcome.schema.json");

    @TempDir
    Path folder;

    private static Schema schema(String name) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(REFERENCE.resolve(name)), InputFormat.JSON);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    static Stream<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(DOCS.resolve("examples/auctions"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".terms.json"))
                    .map(name -> name.substring(0, name.length() - ".terms.json".length()))
                    .sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_and_its_outcome_are_as_the_schemas_say(String name) throws IOException {
        Path files = DOCS.resolve("examples/auctions");
        assertHolds(Files.readString(files.resolve(name + ".terms.json")),
                Files.readString(files.resolve(name + ".acts.jsonl")));
    }

    @Test
    void every_block_of_terms_in_the_manual_can_be_run() throws IOException {
        List<MatchResult> blocks = blocks("auction-terms.md");
        assertTrue(blocks.size() > 10);
        for (MatchResult block : blocks) {
            assertHolds(block.group(2), "");
        }
    }

    @Test
    void the_acts_in_the_manual_can_be_run_over_their_terms() throws IOException {
        List<MatchResult> blocks = blocks("auction-acts.md");
        assertEquals(List.of("json", "jsonl"), blocks.stream().map(one -> one.group(1)).toList());
        assertHolds(blocks.get(0).group(2), blocks.get(1).group(2));
    }

    @Test
    void every_act_and_fact_there_is_is_as_the_schemas_say() throws IOException {
        assertHolds("""
                {"direction": "descending", "currency": "EUR", "openingPrice": "1000.00",
                 "opensAt": "2027-03-01T12:00:00Z",
                 "scoring": {"quality": {"q": "0.25"}, "lifeCycleCost": true},
                 "phases": [
                   {"mechanism": "sealed", "keepsBest": 2, "length": "PT1M"},
                   {"mechanism": "rounds", "rounds": 1, "step": "1", "pause": "PT1M"}]}
                """, """
                {"at":"2027-03-01T11:00:00Z","act":"admit","participant":"A","weights":{"q":"0.1"},\
                "cost":"5.00","position":"990.00"}
                {"at":"2027-03-01T11:00:00Z","act":"admit","participant":"B","weights":{"q":"0.2"},\
                "cost":"0.00"}
                {"at":"2027-03-01T11:00:00Z","act":"admit","participant":"C","weights":{"q":"0"},\
                "cost":"0.00","alias":"7"}
                {"at":"2027-03-01T11:00:00Z","act":"set-opening","opensAt":"2027-03-01T12:00:00Z"}
                {"at":"2027-03-01T12:00:01Z","act":"bid","participant":"B","amount":"900","id":"b"}
                {"at":"2027-03-01T12:00:01Z","act":"bid","participant":"B","amount":"900","id":"b"}
                {"at":"2027-03-01T12:00:02Z","act":"bid","participant":"C","amount":"950","seen":3}
                {"at":"2027-03-01T12:00:03Z","act":"extend","by":"PT10S","reason":"notice"}
                {"at":"2027-03-01T12:01:20Z","act":"pause","reason":"a question"}
                {"at":"2027-03-01T12:01:30Z","act":"resume","reason":"answered"}
                {"at":"2027-03-01T12:03:00Z","act":"interrupted","from":"2027-03-01T12:02:10Z",\
                "until":"2027-03-01T12:03:00Z","cause":"clock-jumped"}
                {"at":"2027-03-01T12:03:10Z","act":"resume","reason":"back"}
                {"at":"2027-03-01T12:05:40Z","act":"bid","participant":"A","amount":"800","id":"t"}
                {"at":"2027-03-01T12:05:41Z","act":"take-back","participant":"A"}
                {"at":"2027-03-01T12:05:42Z","act":"limit","participant":"A","amount":"800"}
                {"at":"2027-03-01T12:05:43Z","act":"confirm","participant":"A","amount":"800"}
                {"at":"2027-03-01T12:05:50Z","act":"annul","bid":"b","reason":"a slip"}
                {"at":"2027-03-01T12:05:51Z","act":"exclude","participant":"A","reason":"collusion"}
                {"at":"2027-03-01T12:05:52Z","act":"cancel","reason":"enough"}
                """);
    }

    private void assertHolds(String terms, String acts) throws IOException {
        assertValid(TERMS, terms);
        for (String line : acts.lines().filter(line -> !line.isBlank()).toList()) {
            assertValid(ACT, line);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Simulate.run(List.of(
                        Files.writeString(folder.resolve("terms.json"), terms).toString(),
                        Files.writeString(folder.resolve("acts.jsonl"), acts).toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertEquals(0, status, () -> err + terms);
        assertValid(OUTCOME, out.toString(StandardCharsets.UTF_8));
    }

    private static void assertValid(Schema schema, String json) {
        List<Error> errors = new ArrayList<>(schema.validate(json, InputFormat.JSON));
        assertEquals(List.of(), errors.stream().map(Error::toString).toList(), json);
    }

    /** A schema that let everything pass would prove nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"format\":\"vickrey\",\"currency\":\"EUR\",\"opensAt\":\"now\"}",
        "{\"format\":\"vickrey\",\"currency\":\"EUR\",\"opensAt\":\"2027-03-01T12:00:00Z\",\"x\":1}",
        "{\"format\":\"vickrey\",\"currency\":\"EUR\",\"opensAt\":\"2027-03-01T12:00:00Z\","
                + "\"openingPrice\":5}"})
    void the_schema_of_terms_refuses_what_the_reader_refuses(String terms) {
        assertTrue(!TERMS.validate(terms, InputFormat.JSON).isEmpty());
        assertTrue(!org.subhasta.auction.format.TermsReader.read(terms).faults().isEmpty());
    }

    @Test
    void the_manual_names_every_format_and_every_refusal() throws IOException {
        String terms = Files.readString(REFERENCE.resolve("auction-terms.md"));
        String acts = Files.readString(REFERENCE.resolve("auction-acts.md"));
        List<String> missing = new ArrayList<>();
        Arrays.stream(NamedFormat.values()).map(NamedFormat::word)
                .filter(word -> !terms.contains("`" + word + "`")).forEach(missing::add);
        Arrays.stream(AuctionRefusal.values()).map(Enum::name)
                .filter(name -> !acts.contains("`" + name + "`")).forEach(missing::add);
        assertEquals(List.of(), missing);
    }

    private static List<MatchResult> blocks(String page) throws IOException {
        return BLOCK.matcher(Files.readString(REFERENCE.resolve(page))).results().toList();
    }
}
