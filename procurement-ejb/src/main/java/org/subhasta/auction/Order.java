package org.subhasta.auction;

import java.time.Duration;
import java.util.Optional;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.Auction;

/**
 * What an officer orders while an auction is under way, with a reason that all can read.
 * Participants are named by the number under which they are seen: nobody, officers included, is
 * shown who is behind one before the end.
 */
public sealed interface Order {

    String reason();

    /** Stops time. */
    record Pause(String reason) implements Order {
    }

    /** Lets time go on. */
    record Resume(String reason) implements Order {
    }

    /** Ends it without a winner. */
    record Cancel(String reason) implements Order {
    }

    /** Moves the next end later. */
    record Extend(Duration by, String reason) implements Order {
    }

    /** The bid by which that number stands counts as never made. */
    record AnnulStanding(String alias, String reason) implements Order {
    }

    /** Takes that number out, with all its bids. */
    record Exclude(String alias, String reason) implements Order {
    }

    /** The act that it comes to, as things stand when it is judged. */
    default Act.OfOfficer act(Auction auction) {
        return switch (this) {
            case Pause pause -> new Act.Pause(pause.reason());
            case Resume resume -> new Act.Resume(resume.reason());
            case Cancel cancel -> new Act.Cancel(cancel.reason());
            case Extend extend -> new Act.Extend(extend.by(), extend.reason());
            case AnnulStanding annul -> new Act.Annul(
                    auction.standingOf(annul.alias()).map(bid -> bid.id())
                            .orElse(nobody(annul.alias())), annul.reason());
            case Exclude exclude -> new Act.Exclude(auction.participantOf(exclude.alias())
                    .orElse(nobody(exclude.alias())), exclude.reason());
        };
    }

    /** An id that nobody has, so that the engine refuses. */
    private static String nobody(String alias) {
        return "nobody:" + Optional.of(alias).filter(given -> given.length() <= 100).orElse("");
    }
}
