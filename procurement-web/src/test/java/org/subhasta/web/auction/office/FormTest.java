package org.subhasta.web.auction.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.kernel.Refusal;

/** What is typed into the form of an auction becomes terms, and terms become what was typed. */
class FormTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static Sheet few(String format, String direction) {
        Sheet few = new Sheet();
        few.put("title", "Chairs");
        few.put("format", format);
        few.put("direction", direction);
        few.put("currency", "EUR");
        few.put("opensOn", "2027-03-01");
        few.put("opensAt", "13:00");
        few.put("openingPrice", "50 000");
        return few;
    }

    private static AuctionForm english() {
        return Formats.begin(few("english", "descending"));
    }

    private static FormWriter.Written write(AuctionForm form) {
        return FormWriter.write(form, ZONE);
    }

    private static List<String> problems(AuctionForm form) {
        return FormFaults.of(write(form)).stream()
                .map(one -> one.field() + " " + one.code().name()).toList();
    }

    private static String sentence(AuctionForm form) {
        return FormFaults.of(write(form)).getFirst().details().getFirst();
    }

    @ParameterizedTest
    @CsvSource({"english,descending", "english,ascending", "ranked-english,descending",
        "prozorro,ascending", "dutch,ascending", "dutch,descending", "japanese,descending",
        "sealed-first-price,ascending", "vickrey,descending", "hybrid-dutch,ascending",
        "sealed-then-live,descending"})
    void every_format_offered_begins_with_terms_that_can_be_published(String format,
            String direction) {
        FormWriter.Written written = write(Formats.begin(few(format, direction)));
        assertEquals(List.of(), FormFaults.of(written));
        AuctionForm again = FormReader.read(written.terms(), ZONE).orElseThrow();
        assertEquals(written.terms(), write(again).terms());
        assertEquals("2027-03-01T12:00:00Z", LiveTerms.read(written.terms()).value().orElseThrow()
                .file().lots().get("1").opensAt().orElseThrow().toString());
    }

    @Test
    void terms_that_only_name_a_format_fill_the_whole_form() {
        AuctionForm form = FormReader.read("""
                {"format": "sealed-then-live", "currency": "EUR", "openingPrice": "1000.00",
                 "opensAt": "2027-03-01T12:00:00Z", "title": "Desks",
                 "phases": [{"keepsBest": 2}, {"pause": "PT5M", "automatic": true}]}""", ZONE)
                .orElseThrow();
        assertEquals("2", form.getPhases().getFirst().text("keepsBest"));
        assertEquals("5 min", form.getPhases().getLast().text("pause"));
        assertEquals("yes", form.getPhases().getLast().text("automatic"));
        assertEquals("13:00", form.text("opensAt"));
    }

    @Test
    void scores_lots_and_hidden_reserves_come_back_as_they_were() {
        AuctionForm form = english();
        form.put("reserveKind", "hidden");
        form.put("reserve", "48000.00");
        Sheet criterion = new Sheet();
        criterion.put("name", "warranty");
        criterion.put("weight", "0.15");
        form.getCriteria().add(criterion);
        form.addLot();
        form.addLot();
        form.getLots().forEach(lot -> lot.put("title", "Chairs for room " + lot.text("id")));
        form.getLots().getLast().put("reserve", "47000.00");
        form.put("lotOrder", "oneAfterAnother");
        form.put("lotInterval", "90 s");
        FormWriter.Written written = write(form);
        assertEquals(List.of(), FormFaults.of(written));
        assertEquals(written.terms(),
                write(FormReader.read(write(form).terms(), ZONE).orElseThrow()).terms());
        // Salts are made once: else the commitment would change with every look at the draft.
        assertEquals(written.terms(), write(form).terms());
    }

    @Test
    void what_cannot_be_read_is_told_beside_its_input_and_comes_back_as_it_was_typed() {
        AuctionForm form = english();
        form.put("openingPrice", "a lot");
        form.put("opensAt", "noon");
        form.getPhases().getFirst().put("length", "a while");
        form.getPhases().getFirst().put("most", "often");
        assertEquals(List.of("opensOn TYPED_NO_INSTANT", "openingPrice TYPED_NO_AMOUNT",
                "phases[0].length TYPED_NO_DURATION", "phases[0].most TYPED_NO_COUNT"),
                problems(form));
        AuctionForm again = FormReader.read(write(form).terms(), ZONE).orElseThrow();
        assertEquals("a lot", again.text("openingPrice"));
        assertEquals("noon", again.text("opensAt"));
        assertEquals("a while", again.getPhases().getFirst().text("length"));
        assertEquals("often", again.getPhases().getFirst().text("most"));
        assertEquals(problems(form), problems(again));
    }

    @Test
    void what_terms_need_may_not_be_left_empty() {
        AuctionForm form = english();
        form.put("title", " ");
        form.put("opensOn", "");
        form.getPhases().getFirst().put("step", "");
        assertEquals(List.of("title TYPED_NOTHING", "opensOn TYPED_NOTHING",
                "phases[0].step TYPED_NOTHING"), problems(form));
    }

    @Test
    void a_local_time_that_clocks_skip_is_none() {
        AuctionForm form = english();
        form.put("opensOn", "2027-03-28");
        form.put("opensAt", "02:30");
        assertEquals(List.of("opensAt TYPED_TIME_UNCLEAR"), problems(form));
    }

    @Test
    void all_contradictions_are_told_at_once_beside_their_inputs() {
        AuctionForm form = english();
        PhaseForm phase = form.getPhases().getFirst();
        phase.put("window", "2 h");
        phase.put("participants", "own-rank");
        phase.put("everyone", "best-price");
        form.put("minimumParticipants", "0");
        assertEquals(List.of("minimumParticipants TERMS_DO_NOT_FIT",
                "phases[0].window TERMS_DO_NOT_FIT", "phases[0].participants TERMS_DO_NOT_FIT",
                "phases[0].participants TERMS_DO_NOT_FIT"),
                problems(form).stream().sorted((one, other) ->
                        rank(one) - rank(other)).toList());
    }

    private static int rank(String problem) {
        return problem.startsWith("minimum") ? 0 : problem.contains("window") ? 1 : 2;
    }

    @Test
    void a_sentence_says_what_is_wrong_and_not_where_in_a_file() {
        AuctionForm form = english();
        form.getPhases().getFirst().put("window", "2 h");
        assertEquals("The window of the soft close is longer than the phase.", sentence(form));
    }

    @ParameterizedTest
    @CsvSource({"opensAt,opensOn", "phases[3].softClose.window,phases[3].window",
        "phases[0],phases[0].pause", "phases[0].visibility,phases[0].participants",
        "phases,phases", "reserve,reserve"})
    void each_place_of_terms_has_an_input(String place, String input) {
        assertEquals(input, FormFaults.input(place));
    }

    @Test
    void a_composed_auction_has_no_format() {
        AuctionForm form = english();
        Formats.add(form, "best-offer");
        FormWriter.Written written = write(form);
        assertEquals(List.of(), FormFaults.of(written));
        assertFalse(written.terms().contains("\"format\""));
        Formats.remove(form, 0);
        assertTrue(write(form).terms().contains("best-offer"));
        assertEquals(1, form.getPhases().size());
    }

    @Test
    void terms_that_the_form_cannot_show_in_full_are_edited_as_text() {
        assertEquals(Optional.empty(), FormReader.read("""
                {"direction": "ascending", "currency": "EUR", "openingPrice": "5.00",
                 "opensAt": "2027-03-01T12:00:00Z", "phases": [{"mechanism": "best-offer",
                 "who": {"named": ["A"]}}]}""", ZONE));
    }

    @Test
    void a_lot_with_a_reserve_needs_to_know_whether_it_is_hidden() {
        AuctionForm form = english();
        form.addLot();
        form.getLots().getFirst().put("title", "Chairs");
        form.getLots().getFirst().put("reserve", "1000");
        assertEquals(List.of("reserveKind TYPED_RESERVE_UNDECIDED"), problems(form));
        form.put("reserveKind", "open");
        assertEquals(List.of(), problems(form));
    }

    @Test
    void a_reserve_typed_where_there_is_none_is_neither_taken_nor_lost() {
        AuctionForm form = english();
        form.put("reserve", "12000");
        assertEquals(List.of("reserveKind TYPED_RESERVE_UNDECIDED"), problems(form));
        assertEquals("12000", FormReader.read(write(form).terms(), ZONE).orElseThrow()
                .text("reserve"));
    }

    @Test
    void two_criteria_of_one_name_are_refused_and_both_kept() {
        AuctionForm form = english();
        for (String weight : List.of("0.10", "0.20")) {
            Sheet criterion = new Sheet();
            criterion.put("name", "Warranty");
            criterion.put("weight", weight);
            form.getCriteria().add(criterion);
        }
        assertEquals(List.of("criteria[1].name TYPED_TWICE"), problems(form));
        AuctionForm again = FormReader.read(write(form).terms(), ZONE).orElseThrow();
        assertEquals(List.of("0.10", "0.20"),
                again.getCriteria().stream().map(one -> one.text("weight")).toList());
    }

    @Test
    void whoever_begins_is_told_of_the_few_inputs_there_are() {
        Sheet few = few("dutch", "ascending");
        few.put("openingPrice", "");
        List<Refusal> told = Formats.problems(few, FormFaults.of(write(Formats.begin(few))));
        assertEquals(List.of("openingPrice"), told.stream().map(Refusal::field).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"30 min", "1 h 30 min", "90 s", "2 d 5 s", "0 min"})
    void lengths_of_time_are_read_as_they_are_written(String words) {
        Duration read = Typed.duration(words).orElseThrow();
        assertEquals(read, Typed.duration(Typed.words(read)).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"5,PT5M", "1h,PT1H", "PT90S,PT1M30S", "45 S,PT45S"})
    void lengths_of_time_are_read_in_other_ways_too(String typed, String length) {
        assertEquals(Duration.parse(length), Typed.duration(typed).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "5 weeks", "-5", "1,5 h"})
    void what_is_no_length_of_time_is_none(String typed) {
        assertEquals(Optional.empty(), Typed.duration(typed));
    }
}
