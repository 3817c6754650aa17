package org.subhasta.bidding.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.kernel.Refusal;

/**
 * Whether an opener may act, and whether an act counts. Judged under the box's lock from facts
 * alone; who signed was looked at before.
 */
public final class OpeningRule {

    private OpeningRule() {
    }

    /**
     * What an opener says.
     *
     * @param entry leaf hash of the journal's entry that the opener verified, hexadecimal
     * @param bids  the bids acted on
     */
    public record Act(String tender, Part part, String opener, String entry, List<UUID> bids) {
        public Act {
            bids = List.copyOf(bids);
        }
    }

    /**
     * What is so.
     *
     * @param state   where the box is
     * @param terms   how its bids are opened
     * @param entry   leaf hash of the entry that allows the opening; empty while none does
     * @param endsAt  when the opening's period is over; empty while none runs
     * @param givenUp whether the tender was cancelled after the closing
     * @param bids    those to be opened
     * @param acted   whether this opener acted on this part before
     */
    public record Facts(String box, BoxState state, OpeningTerms terms, Optional<String> entry,
                        Optional<Instant> endsAt, boolean givenUp, List<UUID> bids,
                        boolean acted) {
        public Facts {
            bids = List.copyOf(bids);
        }
    }

    /** Why a part cannot be acted on at that instant; empty where it can. */
    public static Optional<Refusal> time(BoxState state, OpeningTerms terms, Part part,
            Optional<Instant> endsAt, boolean givenUp, Instant now) {
        if (!terms.parts().contains(part)) {
            return refused("part", OpeningRefusal.NO_SUCH_PART);
        }
        if (state instanceof BoxState.Open) {
            return refused("", OpeningRefusal.BOX_STILL_OPEN);
        }
        if (givenUp || state instanceof BoxState.Abandoned) {
            return refused("", OpeningRefusal.OPENING_GIVEN_UP);
        }
        boolean early = state instanceof BoxState.Closed
                || state instanceof BoxState.TechnicalOpened;
        if (part == Part.PRICE && early) {
            return refused("part", OpeningRefusal.EVALUATION_NOT_SIGNED);
        }
        boolean runs = state.opening(terms).filter(part::equals).isPresent()
                && endsAt.filter(now::isBefore).isPresent();
        return runs ? Optional.empty() : refused("", OpeningRefusal.OPENING_OVER);
    }

    /**
     * Why an act does not count; empty where it does.
     *
     * @param caller the person who handed it in
     */
    public static Optional<Refusal> judge(Facts facts, Act act, String caller, Instant now) {
        if (!act.tender().equals(facts.box())) {
            return refused("tender", OpeningRefusal.ACT_FOR_ANOTHER_TENDER);
        }
        if (!act.opener().equals(caller)) {
            return refused("opener", OpeningRefusal.ACT_OF_ANOTHER_OPENER);
        }
        Optional<Refusal> time =
                time(facts.state(), facts.terms(), act.part(), facts.endsAt(), facts.givenUp(), now);
        if (time.isPresent()) {
            return time;
        }
        if (!facts.entry().equals(Optional.of(act.entry()))) {
            return refused("entry", OpeningRefusal.ENTRY_DIFFERS);
        }
        List<UUID> wanted = facts.bids().stream().sorted().toList();
        if (!act.bids().stream().sorted().toList().equals(wanted)) {
            return refused("shares", OpeningRefusal.BIDS_DIFFER);
        }
        return facts.acted() ? refused("opener", OpeningRefusal.ACTED_ALREADY) : Optional.empty();
    }

    private static Optional<Refusal> refused(String field, OpeningRefusal code) {
        return Optional.of(Refusal.at(field, code));
    }
}
