package org.subhasta.auction.model;

import java.util.Optional;

/**
 * One who was admitted, as the auction knows them.
 *
 * @param alias     the number under which others see them before the end; says nothing of who it is
 * @param admission from 0, the order of admission
 * @param history   bids that came to stand (or limits that were accepted), first to last
 * @param out       left the auction by its rules: not kept by a sealed phase, or eliminated
 * @param excluded  by an officer
 * @param notices   how many facts only this participant may see
 */
record Participant(String id, String alias, int admission, Score score, Chain<Bid> history,
                          Optional<Bid> standing, boolean out, boolean excluded, long notices) {

    static Participant admitted(String id, String alias, int admission, Score score) {
        return new Participant(id, alias, admission, score, Chain.empty(), Optional.empty(),
                false, false, 0);
    }

    /** Whether the participant may still act. */
    boolean isIn() {
        return !out && !excluded;
    }

    /**
     * The limit in an automatic phase: the last bid made in it (limits only get better), else what
     * stands since before.
     */
    Optional<Bid> limit(int phase) {
        return history.end().filter(bid -> bid.phase() == phase).or(() -> standing);
    }

    Participant standing(Optional<Bid> bid) {
        return new Participant(id, alias, admission, score, history, bid, out, excluded, notices);
    }

    Participant history(Chain<Bid> bids) {
        return new Participant(id, alias, admission, score, bids, standing, out, excluded, notices);
    }

    Participant leaves() {
        return new Participant(id, alias, admission, score, history, standing, true, excluded,
                notices);
    }

    Participant shutOut() {
        return new Participant(id, alias, admission, score, history, standing, out, true, notices);
    }

    Participant told(long more) {
        return new Participant(id, alias, admission, score, history, standing, out, excluded,
                notices + more);
    }
}
