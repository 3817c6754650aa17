package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.system.doors.Api.get;
import static org.subhasta.system.doors.Api.parsed;
import static org.subhasta.system.doors.Api.post;
import static org.subhasta.system.doors.Api.token;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.auction.Order;
import org.subhasta.auction.model.AudienceView.Status;
import org.subhasta.parties.Role;
import org.subhasta.system.DoorTest;

/** Watching a lot over a WebSocket: every frame is read as each audience. */
class AuctionWatchIT extends DoorTest {

    private static String officer;
    private static String officersToken;
    private static Bidder first;
    private static String firstsToken;
    private static Bidder second;
    private static String secondsToken;

    @BeforeEach
    void people() throws Exception {
        if (first == null) {
            officer = Bidder.person("mara@alder-bay.example");
            officersToken = token(officer, Role.OFFICER);
            first = Bidder.register(officer, "First Watching Ltd");
            firstsToken = token(first.person(), Role.SUPPLIER);
            second = Bidder.register(officer, "Second Watching Ltd");
            secondsToken = token(second.person(), Role.SUPPLIER);
        }
    }

    private static JsonObject view(LiveAuction auction, String token) throws Exception {
        return parsed(200, get("auctions/" + auction.id() + "/lots/1", token))
                .getJsonObject("view");
    }

    @Test
    void each_audience_is_sent_what_it_may_see_and_nothing_else() throws Exception {
        LiveAuction auction = LiveAuction.publish(officer, "ranked-english",
                "\"phases\": [{\"step\": \"100.00\", \"length\": \"PT2H\"}]").open(first, second);
        try (Watching everybody = Watching.of(auction, "");
                Watching one = Watching.of(auction, firstsToken);
                Watching other = Watching.of(auction, secondsToken);
                Watching officers = Watching.of(auction, officersToken)) {
            assertTrue(auction.bid(first, "9500.00").accepted());
            assertTrue(auction.bid(second, "9123.00").accepted());
            assertTrue(auction.bid(first, "9200.00").accepted());
            assertFalse(auction.bid(second, "9100.00").accepted());
            everybody.comesTo(view(auction, ""));
            one.comesTo(view(auction, firstsToken));
            other.comesTo(view(auction, secondsToken));
            officers.comesTo(view(auction, officersToken));

            assertNone(everybody, "9500", "9123", "9200", "rank", "own", "standings", "best");
            assertEquals(1, everybody.frames().size(), "what it may not see sends it nothing");
            assertNone(one, "9123", "9023", "standings", "best");
            assertNone(other, "9500", "9200", "9100", "standings", "best");
            for (Watching all : List.of(everybody, one, other, officers)) {
                assertNone(all, first.organisation(), second.organisation(), "sequence");
            }
            done(auction.order(new Order.Pause("A fire alarm")));
            everybody.comesTo(view(auction, ""));
            done(auction.order(new Order.Resume("It was a drill")));

            LiveAuction.to(auction.opensAt().plus(Duration.ofHours(3)));
            auction.awaited(view -> view.status() == Status.ENDED);
            everybody.comesTo(view(auction, ""));
            assertTrue(everybody.frames().getLast().contains(second.organisation()),
                    "names are public after the end");
        }
    }

    @Test
    void before_the_opening_no_audience_is_told_anything_of_opening_positions() throws Exception {
        LiveAuction auction = LiveAuction.publish(officer, "english-reverse", "");
        done(auction.admit(first, "9876.00"));
        try (Watching everybody = Watching.of(auction, "");
                Watching one = Watching.of(auction, firstsToken);
                Watching officers = Watching.of(auction, officersToken)) {
            done(auction.admit(second, "9432.00"));
            done(auction.enter(first));
            for (String token : List.of("", firstsToken, secondsToken, officersToken)) {
                JsonObject seen = view(auction, token);
                assertFalse(seen.containsKey("best"), seen.toString());
                assertFalse(seen.containsKey("standings"), seen.toString());
                String page = Api.text(get("auctions/" + auction.id() + "/lots/1/history", token));
                assertFalse(page.contains("9432") || page.contains("9876"), page);
            }
            String page = Api.page("/auctions/" + auction.id());
            assertFalse(page.contains("9432") || page.contains("9,432"), page);
            assertTrue(view(auction, secondsToken).toString().contains("9432"), "the own one");
            everybody.comesTo(view(auction, ""));
            one.comesTo(view(auction, firstsToken));
            officers.comesTo(view(auction, officersToken));
            assertNone(everybody, "9876", "9432", "\"rank");
            assertNone(one, "9432", "\"rank");
            assertNone(officers, "9876", "9432", "\"rank");

            LiveAuction.to(auction.opensAt().plusSeconds(1));
            auction.awaited(view -> view.status() == Status.RUNNING);
            everybody.comesTo(view(auction, ""));
            assertTrue(everybody.frames().getLast().contains("9432"));
        }
    }

    @Test
    void a_change_is_told_when_it_is_committed_not_when_somebody_looks_next() throws Exception {
        LiveAuction auction =
                LiveAuction.publish(officer, "english-reverse", "").open(first, second);
        try (Watching watching = Watching.of(auction, "")) {
            watching.comesTo(view(auction, ""));
            int quick = 0;
            for (int i = 1; i <= 10; i++) {
                int before = watching.frames().size();
                assertTrue(auction.bid(i % 2 == 0 ? first : second,
                        9900 - i * 100 + ".00").accepted());
                Thread.sleep(250);
                quick += watching.frames().size() > before ? 1 : 0;
            }
            assertTrue(quick >= 8, quick + " of 10 within a quarter of a second");
        }
    }

    private static void assertNone(Watching watching, String... hidden) {
        for (String frame : watching.frames()) {
            for (String word : hidden) {
                assertFalse(frame.contains(word), word + " in " + frame);
            }
        }
    }

    @Test
    void a_ticket_is_good_for_one_connection_and_its_lot_alone() throws Exception {
        LiveAuction auction = LiveAuction.publish(officer, "english-reverse", "");
        String ticket = Watching.ticket(auction, "");
        try (Watching once = Watching.at(ticket)) {
            once.comesTo(view(auction, ""));
            try (Watching again = Watching.at(ticket)) {
                assertEquals(1008, again.closedWith());
                assertEquals(List.of(), again.frames());
            }
        }
        assertEquals(404, post("auctions/" + auction.id() + "/lots/2/watch", "", "").statusCode());
    }

    @Test
    void whatever_a_watcher_sends_ends_the_connection() throws Exception {
        LiveAuction auction = LiveAuction.publish(officer, "english-reverse", "");
        for (String sent : List.of("{}", "x".repeat(10 << 20))) {
            try (Watching watching = Watching.of(auction, "")) {
                watching.comesTo(view(auction, ""));
                watching.socket().sendText(sent, true);
                int code = watching.closedWith();
                assertTrue(code == 1003 || code == 1009, Integer.toString(code));
            }
        }
    }

    @Test
    void one_address_has_no_more_than_a_bound_and_gets_them_back() throws Exception {
        LiveAuction auction = LiveAuction.publish(officer, "english-reverse", "");
        List<Watching> watchers = new ArrayList<>();
        int status = 200;
        while (status == 200 && watchers.size() <= 100) {
            var answer = post("auctions/" + auction.id() + "/lots/1/watch", "", "");
            status = answer.statusCode();
            if (status == 200) {
                watchers.add(Watching.at(parsed(200, answer).getString("path")));
            }
        }
        assertEquals(429, status);
        watchers.forEach(Watching::close);
        for (int i = 0; i < 100 && status == 429; i++) {
            Thread.sleep(100);
            status = post("auctions/" + auction.id() + "/lots/1/watch", "", "").statusCode();
        }
        assertEquals(200, status);
    }
}
