package org.subhasta.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.OpeningView.Member;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.Committee;
import org.subhasta.bidding.model.Opener;
import org.subhasta.bidding.model.OpeningTerms;

class OpeningViewTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:02Z");
    private static final List<Opener> OPENERS = Stream.of("p1", "p2", "p3")
            .map(id -> new Opener(id, "An Opener", "Alder Bay", "AAAA")).toList();

    @Test
    void rehearsals_are_missing_while_fewer_have_rehearsed_than_open_a_bid() {
        assertTrue(view(new BoxState.Open(), 1).rehearsalsMissing());
        assertFalse(view(new BoxState.Open(), 2).rehearsalsMissing());
        assertEquals(2, view(new BoxState.Open(), 2).rehearsed());
    }

    @Test
    void rehearsals_are_not_missing_when_nobody_can_rehearse_any_more() {
        assertFalse(view(new BoxState.Closed(NOW), 0).rehearsalsMissing());
        assertFalse(view(new BoxState.Abandoned(NOW), 0).rehearsalsMissing());
    }

    /** Two of three open; so many have rehearsed. */
    private static OpeningView view(BoxState state, int rehearsed) {
        List<Member> members = OPENERS.stream().map(opener -> new Member(opener,
                OPENERS.indexOf(opener) < rehearsed ? Optional.of(NOW) : Optional.empty(),
                Map.of())).toList();
        return new OpeningView("t", NOW, new OpeningTerms(
                new Committee(2, OPENERS, "cd".repeat(32)), false, Duration.ofMinutes(30),
                Duration.ofDays(7)), state, members, false, Optional.empty(), false,
                Optional.empty());
    }
}
