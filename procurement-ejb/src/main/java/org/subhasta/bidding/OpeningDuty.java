package org.subhasta.bidding;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.Part;

/**
 * An opening as one of its openers sees it.
 *
 * @param box       the tender's id
 * @param closesAt  the closing instant as it stands
 * @param state     where the box is
 * @param rehearsed whether this opener rehearsed
 * @param warned    whether rehearsals are missing and the closing is near
 * @param toOpen    the part to act on now; empty where there is none or the opener has acted
 * @param endsAt    until when
 * @param givenUp   whether the tender was cancelled
 */
public record OpeningDuty(String box, Instant closesAt, BoxState state, boolean rehearsed,
                          boolean warned, Optional<Part> toOpen, Optional<Instant> endsAt,
                          boolean givenUp) {

    static final Comparator<OpeningDuty> FIRST_TO_DO = Comparator
            .comparing((OpeningDuty duty) -> duty.toOpen().isEmpty())
            .thenComparing(duty -> !(duty.state() instanceof BoxState.Open))
            .thenComparing(duty -> duty.state() instanceof BoxState.Open
                    ? duty.closesAt().toEpochMilli() : -duty.closesAt().toEpochMilli());

    static OpeningDuty of(OpeningView view, String person) {
        OpeningView.Member member = view.member(person).orElseThrow();
        return new OpeningDuty(view.box(), view.closesAt(), view.state(),
                member.rehearsedAt().isPresent(), view.warned(),
                view.progress().map(OpeningView.Progress::part)
                        .filter(part -> view.endsAt().isPresent()
                                && !member.acted().containsKey(part)),
                view.endsAt(), view.givenUp());
    }
}
