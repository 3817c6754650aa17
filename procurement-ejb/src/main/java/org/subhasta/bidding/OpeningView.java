package org.subhasta.bidding;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.Opener;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.Part;

/**
 * What everybody may know of an opening. Before the closing nothing in it depends on the bids.
 *
 * @param box      the tender's id
 * @param closesAt the closing instant as it stands
 * @param terms    how the bids are sealed and opened
 * @param state    where the box is
 * @param members  in the committee's order
 * @param warned   whether the closing is near and too few members have rehearsed
 * @param endsAt   until when openers may act, while they may
 * @param givenUp  whether the tender was cancelled: what is sealed stays so
 * @param progress of the opening now running, or of the last one; empty before the closing
 */
public record OpeningView(String box, Instant closesAt, OpeningTerms terms, BoxState state,
                          List<Member> members, boolean warned, Optional<Instant> endsAt,
                          boolean givenUp, Optional<Progress> progress) {

    public OpeningView {
        members = List.copyOf(members);
    }

    /**
     * A member of the committee and what he or she has done.
     *
     * @param rehearsedAt when the key was shown to work
     * @param acted       when the shares were released, by part
     */
    public record Member(Opener opener, Optional<Instant> rehearsedAt, Map<Part, Instant> acted) {
        public Member {
            acted = Map.copyOf(acted);
        }
    }

    /**
     * How far an opening is.
     *
     * @param part   what is opened
     * @param acted  how many openers have acted on it
     * @param needed how many have to
     * @param bids   how many are to be opened
     * @param opened how many are opened and valid
     * @param failed how many are invalid
     */
    public record Progress(Part part, int acted, int needed, int bids, int opened, int failed) {

        public boolean isDone() {
            return opened + failed == bids;
        }
    }

    /** Whether fewer members than open a bid have shown that their keys work, while they can. */
    public boolean rehearsalsMissing() {
        return state instanceof BoxState.Open && rehearsed() < terms.committee().threshold();
    }

    /** How many members have shown that their keys work. */
    public long rehearsed() {
        return members.stream().filter(member -> member.rehearsedAt().isPresent()).count();
    }

    /** The member who is this person. */
    public Optional<Member> member(String person) {
        return members.stream().filter(one -> one.opener().person().equals(person)).findFirst();
    }
}
