package org.subhasta.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command, as people and scripts use it. */
class SimulateTest {

    private static final Path EXAMPLES = Path.of("../docs/examples/auctions");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return Simulate.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private int example(String terms, String acts, String... options) {
        String[] all = new String[options.length + 2];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = EXAMPLES.resolve(terms + ".terms.json").toString();
        all[options.length + 1] = EXAMPLES.resolve(acts + ".acts.jsonl").toString();
        return run(all);
    }

    private JsonObject outcome() {
        try (JsonReader reader =
                Json.createReader(new StringReader(out.toString(StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }

    private static String answers(JsonObject outcome) {
        StringBuilder answers = new StringBuilder();
        for (JsonObject answer : outcome.getJsonArray("answers").getValuesAs(JsonObject.class)) {
            answers.append(answers.isEmpty() ? "" : " ")
                    .append(answer.getString("refusal", answer.getString("answer")));
        }
        return answers.toString();
    }

    /** The worked examples once more, as anybody can run them; "-" is nobody. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "01-minimum-step|accepted BELOW_MINIMUM_STEP accepted|B|9900.00",
        "02-percentage-descending|accepted BELOW_MINIMUM_STEP accepted|B|9899.99",
        "02-percentage-ascending|accepted BELOW_MINIMUM_STEP accepted|B|10099.99",
        "03-soft-close|accepted accepted accepted AUCTION_CLOSED|A|700.00",
        "04-equal-bids|accepted accepted|B|500.00",
        "05-hybrid-answered|accepted BEYOND_LIMIT accepted accepted accepted|A|80.01",
        "05-hybrid-silent|accepted accepted accepted|C|80.00",
        "05-hybrid-unanswered|accepted|A|64.00",
        "05-hybrid-not-taken|STALE_CLOCK_PRICE|-|clock-not-taken",
        "06-quality|accepted accepted|A|1200.00",
        "07-turns|accepted NOT_YOUR_TURN accepted accepted accepted|B|97.50",
        "08-elimination-tied|accepted accepted accepted accepted accepted accepted|C|99.00",
        "08-elimination-one-left|accepted accepted accepted accepted accepted|D|99.00",
        "09-automatic|accepted accepted|B|450.00",
        "09-automatic-far|accepted accepted|B|400.00",
        "10-vickrey|accepted accepted|A|100.00",
        "10-vickrey-alone|accepted|A|120.00",
        "10-vickrey-scored|accepted accepted|A|120.00",
        "format-english-reverse|accepted accepted accepted AUCTION_PAUSED accepted accepted|north"
                + "|44900.00",
        "format-ranked-english|accepted accepted BELOW_MINIMUM_STEP accepted|south|48800.00",
        "format-dutch|STALE_CLOCK_PRICE accepted|B|900.00",
        "format-sealed-then-live|accepted accepted accepted BETWEEN_TURNS_OR_PHASES "
                + "NOT_IN_THIS_PHASE accepted|C|890.00",
        "lots|accepted NOT_OPEN_YET accepted accepted|A|500.00"})
    void an_example_comes_out_as_the_design_says(String name, String answers, String winner,
                                                 String paid) {
        assertEquals(0, example(name, name), err::toString);
        assertEquals(answers, answers(outcome()));
        JsonObject result =
                outcome().getJsonArray("lots").getJsonObject(0).getJsonObject("outcome");
        assertEquals(winner, result.getString("winner", "-"));
        assertEquals(paid, result.getString("paid", result.getString("why", "")));
    }

    @Test
    void lots_one_after_the_other_open_when_the_one_before_has_ended() {
        example("lots", "lots");
        assertEquals(List.of("2027-03-01T12:10:00Z", "2027-03-01T12:21:00Z",
                "2027-03-01T12:32:00Z"), outcome().getJsonArray("lots")
                        .getValuesAs(JsonObject.class).stream()
                        .map(lot -> lot.getString("endedAt")).toList());
    }

    @Test
    void after_each_act_the_standing_of_all_is_written_or_of_the_best_alone() {
        example("04-equal-bids", "04-equal-bids");
        assertEquals(2, outcome().getJsonArray("answers").getJsonObject(1)
                .getJsonArray("standing").size());
        example("04-equal-bids", "04-equal-bids", "--standing", "best");
        assertEquals(1, outcome().getJsonArray("answers").getJsonObject(1)
                .getJsonArray("standing").size());
    }

    @Test
    void the_same_files_give_the_same_bytes() {
        example("07-turns", "07-turns");
        String first = out.toString(StandardCharsets.UTF_8);
        example("07-turns", "07-turns");
        assertEquals(first, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void where_participants_are_named_no_other_is_admitted() throws IOException {
        Path acts = write("acts.jsonl", """
                {"at":"2027-03-01T12:01:00Z","act":"bid","participant":"Z","amount":"900.00"}
                {"at":"2027-03-01T12:01:00Z","lot":"9","act":"pause","reason":"no such lot"}
                """);
        assertEquals(0, run(EXAMPLES.resolve("04-equal-bids.terms.json").toString(),
                acts.toString()));
        assertEquals("NOT_ADMITTED AUCTION_UNKNOWN", answers(outcome()));
    }

    @Test
    void hostile_amounts_are_refused_not_thrown() throws IOException {
        Path acts = write("acts.jsonl", """
                {"at":"2027-03-01T12:01:00Z","act":"bid","participant":"A","amount":"NaN"}
                {"at":"2027-03-01T12:01:00Z","act":"bid","participant":"A","amount":"1e2"}
                {"at":"2027-03-01T12:01:00Z","act":"bid","participant":"A","amount":"-5"}
                {"at":"2027-03-01T12:01:00Z","act":"bid","participant":"A",\
                "amount":"1234567890123456789012345678901234567890"}
                {"at":"2027-03-01T12:01:00Z","act":"bid","participant":"A","amount":"5.001"}
                {"at":"2027-03-01T12:01:00Z","act":"bid","participant":"A","amount":"5",\
                "currency":"USD"}
                """);
        assertEquals(0, run(EXAMPLES.resolve("04-equal-bids.terms.json").toString(),
                acts.toString()));
        assertEquals("ACT_MALFORMED ACT_MALFORMED NOT_POSITIVE ACT_MALFORMED TOO_MANY_DECIMALS "
                + "WRONG_CURRENCY", answers(outcome()));
    }

    @Test
    void an_auction_that_stays_paused_has_no_result() throws IOException {
        Path acts = write("acts.jsonl", """
                {"at":"2027-03-01T12:01:00Z","act":"pause","reason":"for ever"}
                """);
        run(EXAMPLES.resolve("04-equal-bids.terms.json").toString(), acts.toString());
        assertEquals("paused", outcome().getJsonArray("lots").getJsonObject(0)
                .getJsonObject("outcome").getString("result"));
    }

    @Test
    void an_interruption_gives_back_the_time_of_its_lot() throws IOException {
        Path acts = write("acts.jsonl", """
                {"at":"2027-03-01T13:00:00Z","act":"interrupted","from":"2027-03-01T12:29:00Z",\
                "until":"2027-03-01T13:00:00Z","cause":"crossed-an-end"}
                {"at":"2027-03-01T13:10:00Z","act":"resume","reason":"back again"}
                {"at":"2027-03-01T13:10:30Z","act":"bid","participant":"A","amount":"900.00"}
                """);
        run(EXAMPLES.resolve("04-equal-bids.terms.json").toString(), acts.toString());
        assertEquals("accepted accepted accepted", answers(outcome()));
    }

    @Test
    void a_fault_is_told_with_file_and_line_and_the_exit_status_is_2() throws IOException {
        Path terms = write("terms.json", "{\n\"currency\": 5\n}");
        assertEquals(2, run(terms.toString(), terms.toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains(terms + ":2: “currency” has to"));
        assertEquals(0, out.size());
        Path acts = write("acts.jsonl", "\nnonsense\n");
        assertEquals(2, run(EXAMPLES.resolve("04-equal-bids.terms.json").toString(),
                acts.toString()));
        assertEquals(acts + ":2: This is not JSON.\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_participant_who_cannot_be_admitted_is_a_fault_of_the_terms() throws IOException {
        Path terms = write("terms.json", """
                {"format": "vickrey", "currency": "EUR", "openingPrice": "10.00",
                 "opensAt": "2027-03-01T12:00:00Z",
                 "participants": ["A",
                   {"id": "B", "weights": {"quality": "1"}}]}
                """);
        assertEquals(2, run(terms.toString(), write("acts.jsonl", "").toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains(":4: Participant “B” cannot be "
                + "admitted to lot “1”: MARKS_DO_NOT_FIT"), err::toString);
    }

    @Test
    void usage_is_told_in_a_sentence() throws IOException {
        assertEquals(2, run());
        assertEquals(2, run("one"));
        assertEquals(2, run("--standing", "none", "a", "b"));
        assertEquals(2, run("--loud", "b"));
        assertEquals(2, run(folder.resolve("missing").toString(), "b"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("There is no file"));
        Path latin = folder.resolve("latin");
        Files.write(latin, new byte[] {'{', (byte) 0xE4, '}'});
        assertEquals(2, run(latin.toString(), latin.toString()));
        assertEquals("A file is not UTF-8 text. simulate --help tells more.\n",
                err.toString(StandardCharsets.UTF_8));
        assertEquals(0, run("--help"));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
