package org.subhasta.auction.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where an auction is in its life. A pause does not change the stage, it stops its time. */
sealed interface Stage {

    /** Before the opening; empty: the lot before has not ended. */
    record Waiting(Optional<Instant> opensAt) implements Stage {
    }

    /** The pause before a phase. */
    record Between(int next, Instant startsAt) implements Stage {
    }

    /** In a phase. */
    record Running(int phase, Course course) implements Stage {
    }

    /** Over; nothing changes any more. */
    record Ended(Instant at, Result result) implements Stage {
    }

    /** When time alone moves it on; empty where nothing is due. */
    default Optional<Instant> deadline() {
        return switch (this) {
            case Waiting waiting -> waiting.opensAt;
            case Between between -> Optional.of(between.startsAt);
            case Running running -> Optional.of(running.course.deadline());
            case Ended ended -> Optional.empty();
        };
    }

    /** The same with everything still to come later by that much. */
    default Stage later(Duration by) {
        return switch (this) {
            case Waiting waiting -> new Waiting(waiting.opensAt.map(at -> at.plus(by)));
            case Between between -> new Between(between.next, between.startsAt.plus(by));
            case Running running -> new Running(running.phase, running.course.later(by));
            case Ended ended -> ended;
        };
    }

    /** The phase that runs or comes next; after the end the last. */
    default int phase(Terms terms) {
        return switch (this) {
            case Waiting waiting -> 0;
            case Between between -> between.next;
            case Running running -> running.phase;
            case Ended ended -> terms.phases().size() - 1;
        };
    }
}
