package org.subhasta.auction.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An auction that follows the opening of bids")
class FollowingFaultsTest {

    private static List<String> faulty(String further) {
        return LiveTerms.read("""
                {"currency": "EUR", "openingPrice": "100.00", "opensAt": "2027-03-01T12:00:00Z",
                 "follows": {"tender": "t", "lot": "1"}, %s}""".formatted(further)).faults()
                .stream().map(Fault::place).toList();
    }

    @Test
    @DisplayName("may be by rank, by sealed bids, or in rounds in which only the leading price is seen")
    void may() {
        assertEquals(List.of(), faulty("\"format\": \"ranked-english\""));
        assertEquals(List.of(), faulty("\"format\": \"sealed-first-price\","
                + " \"phases\": [{\"visibility\": \"blind\"}]"));
        assertEquals(List.of(), faulty("\"format\": \"prozorro\","
                + " \"phases\": [{\"visibility\": \"best-price\"}]"));
    }

    @Test
    @DisplayName("lets no price get worse than it was opened")
    void worse() {
        assertTrue(faulty("\"format\": \"japanese\", \"direction\": \"descending\"")
                .contains("phases[0].mechanism"));
        assertTrue(faulty("\"format\": \"ranked-english\", \"payment\": \"second-price\"")
                .contains("payment"));
        assertTrue(faulty("\"format\": \"english-forward\"").contains("direction"));
        assertTrue(faulty("\"format\": \"ranked-english\", \"reserve\": \"50.00\"")
                .contains("reserve"));
    }

    @Test
    @DisplayName("lets all its bidders bid, and shows nobody whose bids are whose")
    void all() {
        assertTrue(faulty("\"format\": \"english-reverse\"").contains("phases[0].visibility"));
        assertEquals(List.of("phases[0].who"), faulty("\"format\": \"sealed-first-price\","
                + " \"phases\": [{\"visibility\": \"blind\", \"who\": {\"named\": [\"A\"]}}]"));
        assertTrue(faulty("\"format\": \"ranked-english\", \"minimumParticipants\": 3")
                .contains("minimumParticipants"));
        assertTrue(faulty("\"format\": \"ranked-english\", \"lots\": [\"1\", \"2\"]")
                .contains("lots"));
    }
}
