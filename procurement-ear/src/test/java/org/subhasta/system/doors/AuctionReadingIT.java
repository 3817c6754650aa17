package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.system.doors.Api.get;
import static org.subhasta.system.doors.Api.parsed;
import static org.subhasta.system.doors.Api.text;
import static org.subhasta.system.doors.Api.token;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.auction.ActAnswer;
import org.subhasta.auction.AuctionSearch;
import org.subhasta.auction.AuctionSearches;
import org.subhasta.auction.Order;
import org.subhasta.parties.Role;
import org.subhasta.system.DoorTest;

/** What is read of auctions beside how they stand: prices so far, own acts, every step, the list. */
class AuctionReadingIT extends DoorTest {

    private static final String TWO_HOURS =
            "\"phases\": [{\"step\": \"100.00\", \"length\": \"PT2H\"}]";

    private static String officer;
    private static Bidder first;
    private static Bidder second;

    @BeforeEach
    void people() throws Exception {
        if (first == null) {
            officer = Bidder.person("mara@alder-bay.example");
            first = Bidder.register(officer, "First To Read Ltd");
            second = Bidder.register(officer, "Second To Read Ltd");
        }
    }

    @Test
    void the_own_acts_and_their_receipts_are_read_by_their_organisation_alone() throws Exception {
        LiveAuction auction = LiveAuction.publish(officer, "english-reverse", TWO_HOURS)
                .open(first, second);
        ActAnswer accepted = auction.bid(first, "9000.00");
        assertFalse(auction.bid(first, "8990.00").accepted());
        auction.bid(second, "8900.00");
        String receipts = "auctions/" + auction.id() + "/lots/1/receipts";
        String firsts = token(first.person(), Role.SUPPLIER);

        JsonArray acts = parsed(200, get(receipts, firsts)).getJsonArray("items");
        assertEquals(2, acts.size(), acts.toString());
        assertEquals("BELOW_MINIMUM_STEP", acts.getJsonObject(0).getString("code"));
        JsonObject kept = acts.getJsonObject(1);
        assertEquals("accepted", kept.getString("outcome"));
        assertEquals("9000.00", kept.getString("amount"));
        String leaf = kept.getString("leaf");
        HttpResponse<byte[]> again = get(receipts + "/" + leaf, firsts);
        assertEquals(200, again.statusCode());
        assertEquals(payload(accepted.jws()), payload(text(again)), "it says the same again");

        String seconds = token(second.person(), Role.SUPPLIER);
        assertEquals(404, get(receipts + "/" + leaf, seconds).statusCode());
        assertEquals(1, parsed(200, get(receipts, seconds)).getJsonArray("items").size());
        assertEquals(401, get(receipts, "").statusCode());
        assertEquals(403, get(receipts, token(officer, Role.OFFICER)).statusCode());
    }

    private static String payload(String jws) {
        return jws.split("\\.")[1];
    }

    @Test
    void prices_are_read_as_they_came_and_hidden_ones_not_at_all() throws Exception {
        LiveAuction open = LiveAuction.publish(officer, "english-reverse", TWO_HOURS)
                .open(first, second);
        open.bid(first, "9000.00");
        assertEquals(List.of("9000.00"), prices(open));
        open.bid(second, "8500.00");
        assertEquals(List.of("9000.00", "8500.00"), prices(open));
        done(open.order(new Order.Pause("The line was slow")));
        JsonObject notice = parsed(200, get("auctions/" + open.id() + "/lots/1/history", ""))
                .getJsonArray("notices").getJsonObject(0);
        assertEquals("paused", notice.getString("what"));
        assertEquals("The line was slow", notice.getString("reason"));

        LiveAuction hidden = LiveAuction.publish(officer, "ranked-english", TWO_HOURS)
                .open(first, second);
        hidden.bid(first, "9000.00");
        assertEquals(List.of(), prices(hidden));
        LiveAuction.to(hidden.opensAt().plus(Duration.ofHours(3)));
        hidden.awaited(view -> view.result().isPresent());
        assertEquals(List.of("9000.00"), prices(hidden));
    }

    private static List<String> prices(LiveAuction auction) throws Exception {
        return parsed(200, get("auctions/" + auction.id() + "/lots/1/history", ""))
                .getJsonArray("prices").getValuesAs(JsonObject.class).stream()
                .map(point -> point.getString("price")).toList();
    }

    @Test
    void every_step_is_told_after_the_end_and_not_before() throws Exception {
        LiveAuction auction = LiveAuction.publish(officer, "english-reverse", TWO_HOURS)
                .open(first, second);
        auction.bid(first, "9000.00");
        auction.bid(second, "8500.00");
        String outcome = "auctions/" + auction.id() + "/outcome.json";
        assertEquals("AUCTION_NOT_ENDED", parsed(409, get(outcome, "")).getString("code"));
        LiveAuction.to(auction.opensAt().plus(Duration.ofHours(3)));
        auction.awaited(view -> view.result().isPresent());
        JsonObject told = parsed(200, get(outcome, ""));
        JsonArray answers = told.getJsonArray("answers");
        assertEquals(4, answers.size(), "two admitted, two bids");
        assertEquals(first.organisation(), leader(answers.getJsonObject(2)));
        assertEquals(second.organisation(), leader(answers.getJsonObject(3)));
        assertEquals("won", told.getJsonArray("lots").getJsonObject(0)
                .getJsonObject("outcome").getString("result"));
        JsonObject names = parsed(200, get("auctions/" + auction.id() + "/lots/1", ""))
                .getJsonObject("names");
        assertEquals("Second To Read Ltd", names.getString(second.organisation()));
    }

    private static String leader(JsonObject answer) {
        return answer.getJsonArray("standing").getJsonObject(0).getString("participant");
    }

    @Test
    void auctions_are_found_by_words_of_the_title_status_and_participant() throws Exception {
        LiveAuction running = LiveAuction.publish(officer, "english-reverse", TWO_HOURS)
                .open(first);
        LiveAuction waiting = LiveAuction.publish(officer, "english-reverse", TWO_HOURS);
        done(waiting.admit(second));
        assertTrue(found("chairs", "running", first.organisation()).contains(running.id()));
        assertEquals(List.of(), found("tables", "running", first.organisation()));
        assertFalse(found("", "waiting", first.organisation()).contains(running.id()));
        List<String> seconds = found("CHAIRS", "waiting", second.organisation());
        assertTrue(seconds.contains(waiting.id()) && !seconds.contains(running.id()), "" + seconds);
        String table = Api.text(Api.get("auctions.csv?q=CHAIRS&status=running", ""));
        assertTrue(table.startsWith("\"id\",\"organisation\",\"title\",\"status\""), table);
        assertTrue(table.contains(running.id()) && !table.contains(waiting.id()), table);
    }

    private static List<String> found(String text, String status, String participant) {
        AuctionSearch.Result result = door(AuctionSearches.class).search(new AuctionSearch(text,
                status, "", participant, AuctionSearch.Sort.NEXT, 1, 100));
        long promised = result.facets().get("status").stream()
                .filter(facet -> facet.value().equals(status))
                .mapToLong(AuctionSearch.Facet::count).sum();
        assertEquals(result.found(), promised, "the count promises what a click shows");
        return result.lines().stream().map(AuctionSearch.Line::id).toList();
    }
}
