package org.subhasta.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.auction.format.Read;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.Answer;
import org.subhasta.auction.model.Auction;
import org.subhasta.auction.model.Audience;
import org.subhasta.auction.model.AudienceView;
import org.subhasta.auction.model.Scoring;
import org.subhasta.auction.model.Terms;
import org.subhasta.kernel.Money;

/** Practice auctions by the rules alone, robots bidding as they do on the platform. */
@DisplayName("Practice")
class PracticeTest {

    private static final Instant OPENS = Instant.parse("2027-03-01T12:00:00Z");
    private static final List<String> ROBOTS = List.of("oak", "elm");

    private static Terms terms(Practice practice) {
        Read<LiveTerms> read = LiveTerms.read(practice.terms(OPENS));
        assertEquals(List.of(), read.faults());
        return read.value().orElseThrow().file().lots().get("1");
    }

    /** Everybody admitted, robots looking every ten seconds for half an hour. */
    private static Auction play(Practice practice, Map<String, PracticeBid> robots) {
        Auction auction = Auction.begin(terms(practice));
        int admitted = 0;
        for (String who : List.of("ada", "oak", "elm")) {
            auction = auction.judge(new Act.Admit(who, Integer.toString(100 + admitted++),
                    Scoring.Marks.NONE, Optional.empty()), OPENS.minusSeconds(60)).auction();
        }
        Random random = new Random(7);
        for (int second = 1; second < 1_800 && auction.result().isEmpty(); second += 2) {
            Instant now = OPENS.plusSeconds(second);
            auction = auction.advance(now).auction();
            for (String robot : ROBOTS) {
                AudienceView view = auction.view(new Audience.OneParticipant(robot));
                Optional<Money> amount = robots.get(robot).amount(view, random);
                if (amount.isPresent() && auction.result().isEmpty()) {
                    Auction.Judgement judged = auction.judge(new Act.PlaceBid(
                            robot + second, robot, robots.get(robot).kind(view),
                            amount.get().decimal(), "EUR", view.facts()), now);
                    assertTrue(judged.answer() instanceof Answer.Accepted,
                            practice.title() + ": " + amount + " " + judged.answer());
                    auction = judged.auction();
                }
            }
        }
        return auction;
    }

    private static Map<String, PracticeBid> robots(Practice practice) {
        return Map.of("oak", new PracticeBid(terms(practice), "oak"),
                "elm", new PracticeBid(terms(practice), "elm"));
    }

    @Test
    @DisplayName("has auctions whose robots bid what is accepted, and whose end comes soon")
    void plays() {
        for (Practice practice : Practice.ALL) {
            Auction auction = play(practice, robots(practice));
            assertTrue(auction.result().isPresent(), practice.title() + " does not end");
            assertFalse(auction.ranking().isEmpty(), practice.title() + " has no bids");
        }
    }

    @Test
    @DisplayName("has robots that never go beyond their limits, so that people can win")
    void limits() {
        for (Practice practice : Practice.ALL) {
            Map<String, PracticeBid> robots = robots(practice);
            play(practice, robots).ranking().forEach(bid -> assertFalse(
                    terms(practice).direction().better(bid.amount(),
                            robots.get(bid.participant()).limit()), practice.title()));
        }
    }

    @Test
    @DisplayName("has robots whose limits are not the same in every auction")
    void differs() {
        Terms terms = terms(Practice.ALL.getFirst());
        assertTrue(IntStream.range(0, 50).mapToObj(i ->
                new PracticeBid(terms, "auction" + i).limit()).distinct().count() > 5);
    }

    @Test
    @DisplayName("takes its auctions in turn and begins again with the first")
    void inTurn() {
        assertEquals(Practice.ALL.getFirst(), Practice.after(""));
        assertEquals(Practice.ALL.get(1), Practice.after(Practice.ALL.getFirst().title()));
        assertEquals(Practice.ALL.getFirst(), Practice.after(Practice.ALL.getLast().title()));
        assertFalse(Practice.isOne("Chairs"));
    }
}
