package org.subhasta.tendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.subhasta.kernel.Money;
import org.subhasta.tendering.model.Classification;
import org.subhasta.tendering.model.Draft;
import org.subhasta.tendering.model.Lot;

class ImportedReadingTest {

    @Test
    void an_empty_release_reads_as_a_tender_of_which_nothing_is_known() {
        ImportedReading reading = read("{\"ocid\": \"o-1\"}");
        assertEquals("o-1", reading.title());
        assertEquals("active", reading.status());
        assertEquals("", reading.buyerName());
        assertEquals(List.of(), reading.lots());
        assertEquals(Optional.empty(), reading.value());
        assertEquals(Optional.empty(), reading.closesAt());
    }

    @Test
    void members_of_the_wrong_kind_are_passed_over() {
        ImportedReading reading = read("""
                {"ocid": "o", "buyer": "x", "parties": {"name": 1}, "awards": [1, "a", null],
                 "tender": {"title": 5, "lots": "none", "items": [[], 3], "value": [],
                  "classification": "CPV", "tenderPeriod": {"endDate": "soon"}}}""");
        assertEquals("o", reading.title());
        assertEquals(List.of(), reading.lots());
        assertEquals(List.of(), reading.awards());
        assertEquals(List.of(), reading.links());
        assertEquals(Optional.empty(), reading.classification());
    }

    @Test
    void lots_are_in_the_order_of_their_numbers_and_take_subject_and_quantity_from_their_item() {
        List<Lot> lots = read("""
                {"tender": {"lots": [{"id": "10", "title": "Ten"}, {"id": "2", "title": "Two",
                   "description": "Two", "value": {"amount": 12.339999999, "currency": "GBP"}}],
                 "items": [{"id": "i", "relatedLot": "2", "quantity": 4, "unit": {"name": "vans"},
                   "additionalClassifications": [{"scheme": "CPV", "id": "34144900-7"}]}]}}""")
                .lots();
        assertEquals(List.of("2", "10"), lots.stream().map(Lot::id).toList());
        assertEquals("", lots.getFirst().description(), "the title is not said twice");
        assertEquals(Optional.of(Money.of("12.34", "GBP")), lots.getFirst().estimatedValue());
        assertEquals("vans", lots.getFirst().unit());
        assertEquals("Electric vehicles",
                lots.getFirst().classification().orElseThrow().label());
    }

    @Test
    void only_web_addresses_become_links() {
        assertEquals(List.of(new TenderView.Link("Notice", "https://x.example/a?b=c", "")),
                read("""
                {"tender": {"documents": [{"title": "Notice", "url": "https://x.example/a?b=c"},
                  {"title": "Bad", "url": "javascript:alert(1)"}, {"title": "None"},
                  {"title": "File", "url": "file:///etc/passwd"},
                  {"title": "Broken", "url": "https://x.example/ \\" onclick=\\"x"}]}}""")
                        .links());
    }

    @Test
    void without_status_awards_say_that_it_is_complete() {
        assertEquals("complete", read("{\"awards\": [{\"id\": \"1\"}]}").status());
        assertEquals("active", read("{\"tender\": {\"status\": \"whatever\"}}").status());
        assertEquals("planned", read("{\"tender\": {\"status\": \"planned\"}}").status());
    }

    @Test
    void the_buyer_may_stand_among_the_parties_only() {
        assertEquals("Alder Bay", read("""
                {"parties": [{"name": "Bidder", "roles": ["tenderer"]},
                  {"name": " Alder Bay ", "roles": ["procuringEntity"]}]}""").buyerName());
    }

    @Test
    void a_record_taken_over_leaves_open_what_the_officer_has_to_decide() {
        Draft draft = TakingOver.draft(read("""
                {"tender": {"title": "Vans", "value": {"amount": 5, "currency": "GBP"},
                  "classification": {"scheme": "CPV", "id": "34144900"},
                  "tenderPeriod": {"endDate": "2020-01-01T00:00:00Z"}}}"""), "Europe/London");
        assertEquals("Vans", draft.title());
        assertEquals("GBP", draft.currency());
        assertEquals("34144900", draft.classification());
        assertEquals("5.00", draft.lots().getFirst().estimatedValue());
        assertEquals("", draft.prices());
        assertEquals("", draft.closesOn());
        assertTrue(draft.documents().isEmpty());
        assertEquals(draft, DraftJson.read(DraftJson.write(draft)), "and is stored as it is");
    }

    private static ImportedReading read(String json) {
        return new ImportedReading(JsonText.parse(json), code -> code.equals("34144900")
                ? Optional.of(new Classification(code, "Electric vehicles")) : Optional.empty());
    }
}
