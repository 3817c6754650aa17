package org.subhasta.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subhasta.kernel.Refusal;

class ReleaseJudgementTest {

    private static final String SOUND = """
            {"ocid": "o-1", "id": "r-1", "date": "2026-01-01T10:00:00+01:00", "tag": ["tender"],
             "tender": {"id": "t", "title": "School meals",
               "value": {"amount": 1000.5, "currency": "EUR"}}}""";

    @Test
    void a_sound_release_is_known_by_ocid_id_and_date() {
        ReleaseJudgement.Judged judged = judge(SOUND);
        assertTrue(judged.isSound());
        assertEquals(List.of(), judged.notes());
        assertEquals("o-1", judged.ocid());
        assertEquals("r-1", judged.id());
        assertEquals(Instant.parse("2026-01-01T09:00:00Z"), judged.date().orElseThrow());
        assertEquals("School meals", judged.title());
    }

    @Test
    void a_missing_id_is_noted_and_no_reason_to_refuse() {
        ReleaseJudgement.Judged judged = judge(SOUND.replace("\"id\": \"r-1\",", ""));
        assertTrue(judged.isSound());
        assertEquals(List.of(ImportRefusal.NOTE_ID_MISSING), codes(judged.notes()));
    }

    @Test
    void without_ocid_date_or_content_a_release_is_refused() {
        assertEquals(List.of(ImportRefusal.RELEASE_WITHOUT_OCID,
                        ImportRefusal.RELEASE_DATE_MISSING,
                        ImportRefusal.RELEASE_WITHOUT_CONTENT),
                codes(judge("{}").refusals()));
    }

    @Test
    void a_negative_amount_is_refused_wherever_it_stands() {
        ReleaseJudgement.Judged judged = judge("""
                {"ocid": "o", "id": "1", "date": "2026-01-01T00:00:00Z", "tender": {"lots": [
                 {"id": "1", "value": {"amount": 5, "currency": "GBP"}},
                 {"id": "2", "value": {"amount": -0.01, "currency": "GBP"}}]}}""");
        assertEquals(List.of(Refusal.of(ImportRefusal.RELEASE_AMOUNT_NEGATIVE,
                "tender.lots[1].value", "-0.01")), judged.refusals());
    }

    @ParameterizedTest
    @ValueSource(strings = {"XYZ", "EURO", "gbp", "XXX", "£"})
    void an_unknown_currency_is_refused(String currency) {
        ReleaseJudgement.Judged judged = judge(SOUND.replace("EUR", currency));
        assertEquals(List.of(Refusal.of(ImportRefusal.RELEASE_CURRENCY_UNKNOWN, "tender.value",
                currency)), judged.refusals());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1000\"", "\"a lot\"", "true", "1e30", "[1]"})
    void an_amount_that_is_none_is_refused(String amount) {
        assertEquals(List.of(ImportRefusal.RELEASE_AMOUNT_UNREADABLE),
                codes(judge(SOUND.replace("1000.5", amount)).refusals()));
    }

    @Test
    void what_only_makes_a_record_poorer_is_noted() {
        assertEquals(List.of(ImportRefusal.NOTE_AMOUNT_ROUNDED),
                codes(judge(SOUND.replace("1000.5", "1000.005")).notes()));
        assertEquals(List.of(ImportRefusal.NOTE_AMOUNT_WITHOUT_CURRENCY),
                codes(judge(SOUND.replace(", \"currency\": \"EUR\"", "")).notes()));
        assertEquals(List.of(ImportRefusal.NOTE_TITLE_MISSING),
                codes(judge(SOUND.replace("School meals", " ")).notes()));
        assertEquals(List.of(Refusal.of(ImportRefusal.NOTE_NAME_BROKEN, "tender.va  lue")),
                judge(SOUND.replace("\"value\"", "\"va  lue\"")).notes());
        assertEquals(List.of(), judge(SOUND.replace("1000.5", "null")).refusals());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01,                 2026-01-01T00:00:00Z, true",
        "2026-01-01T10:30:00,        2026-01-01T10:30:00Z, true",
        "2026-01-01T10:30:00.5Z,     2026-01-01T10:30:00.500Z, false",
        "2026-01-01T10:30:00+05:30,  2026-01-01T05:00:00Z, false",
    })
    void a_date_without_zone_is_read_as_utc_and_noted(String date, Instant read, boolean noted) {
        ReleaseJudgement.Judged judged = judge(SOUND.replace("2026-01-01T10:00:00+01:00", date));
        assertEquals(read, judged.date().orElseThrow());
        assertEquals(noted ? List.of(ImportRefusal.NOTE_DATE_WITHOUT_ZONE) : List.of(),
                codes(judged.notes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "+999999999-01-01T00:00:00Z", "0000-01-01"})
    void a_date_that_is_none_is_refused(String date) {
        assertEquals(List.of(ImportRefusal.RELEASE_DATE_UNREADABLE),
                codes(judge(SOUND.replace("2026-01-01T10:00:00+01:00", date)).refusals()));
    }

    private static List<Refusal.Code> codes(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::code).toList();
    }

    private static ReleaseJudgement.Judged judge(String json) {
        return ReleaseJudgement.judge(parse(json));
    }

    static JsonObject parse(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }
}
