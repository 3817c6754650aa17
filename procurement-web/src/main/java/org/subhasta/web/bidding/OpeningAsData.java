package org.subhasta.web.bidding;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.subhasta.bidding.Committees;
import org.subhasta.bidding.OpeningView;
import org.subhasta.bidding.model.BoxState;

/**
 * Who opens the bids of a tender, and how far they are, for programs. Before the closing nothing in
 * it depends on the bids.
 *
 * @param state        {@code open}, {@code closed}, {@code technical-opened}, {@code released},
 *                     {@code opened} or {@code abandoned}
 * @param committee    the canonical JSON that bids are sealed to, as in the notice
 * @param fingerprint  its SHA-256, hexadecimal: the envelopes' {@code openers}
 * @param envelopes    {@code one} or {@code two}
 * @param graceMinutes how long after the closing an announced envelope may still arrive
 * @param periodDays   how long openers have for each opening
 * @param warned       whether the closing is near and too few have rehearsed
 * @param endsAt       until when openers may act, while they may
 * @param givenUp      whether the tender was cancelled: what is sealed stays so
 * @param progress     absent before the closing
 */
public record OpeningAsData(String tender, Instant closesAt, String state, String committee,
        String fingerprint, int threshold, String envelopes, long graceMinutes, long periodDays,
        List<Member> members, boolean warned, Instant endsAt, boolean givenUp,
        Progress progress) {

    /**
     * A member of the committee.
     *
     * @param rehearsedAt when the key was shown to work
     * @param acted       when shares were released, by part
     */
    public record Member(String id, String name, String organisation, Instant rehearsedAt,
            Map<String, Instant> acted) {

        private static Member of(OpeningView.Member member) {
            Map<String, Instant> acted = new TreeMap<>();
            member.acted().forEach((part, at) -> acted.put(part.word(), at));
            return new Member(member.opener().person(), member.opener().name(),
                    member.opener().organisation(), member.rehearsedAt().orElse(null), acted);
        }
    }

    /** How many acted of how many needed, and how many bids are to open, opened and invalid. */
    public record Progress(String part, int acted, int needed, int bids, int opened,
            int invalid) {
    }

    static OpeningAsData of(OpeningView view) {
        return new OpeningAsData(view.box(), view.closesAt(), word(view.state()),
                new String(Committees.published(view.terms().committee()), StandardCharsets.UTF_8),
                view.terms().committee().fingerprint(), view.terms().committee().threshold(),
                view.terms().twoEnvelopes() ? "two" : "one", view.terms().grace().toMinutes(),
                view.terms().period().toDays(),
                view.members().stream().map(Member::of).toList(), view.warned(),
                view.endsAt().orElse(null), view.givenUp(), view.progress().map(p -> new Progress(
                        p.part().word(), p.acted(), p.needed(), p.bids(), p.opened(), p.failed()))
                        .orElse(null));
    }

    static String word(BoxState state) {
        return switch (state) {
            case BoxState.Open o -> "open";
            case BoxState.Closed c -> "closed";
            case BoxState.TechnicalOpened t -> "technical-opened";
            case BoxState.Released r -> "released";
            case BoxState.Opened o -> "opened";
            case BoxState.Abandoned a -> "abandoned";
        };
    }
}
