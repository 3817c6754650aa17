package org.subhasta.auction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.subhasta.journal.ActsRefused;
import org.subhasta.journal.AlarmEnded;
import org.subhasta.journal.Alarms;
import org.subhasta.journal.JournalRefusal;

/**
 * Lets time pass: what is due is recorded in the moment it is due, and the heartbeat tells that
 * somebody was there to do so. Every server does it; the lots' rows decide whose work it was.
 */
@ApplicationScoped
class AuctionTime {

    /** Between heartbeats. */
    static final Duration BEAT = Duration.ofSeconds(5);

    private static final String TIME = "";

    @Inject
    private Catalogue catalogue;
    @Inject
    private LotBook book;
    @Inject
    private Lanes lanes;
    @Inject
    private Alarms alarms;

    private volatile boolean hasAlarmEnded;

    /** What it kept from taking acts is looked at soon, not when somebody bids again. */
    void after(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlarmEnded ended) {
        hasAlarmEnded = true;
    }

    /** Once more. */
    void pass() {
        LotBook.Pulse pulse = book.pulse();
        if (hasAlarmEnded) {
            hasAlarmEnded = false;
            wake(book.notEnded());
        }
        boolean jumped = book.watch().handled() < book.watch().count();
        if (jumped) {
            jumped(pulse);
        } else if (pulse.last().isEmpty() || pulse.gap().compareTo(BEAT) >= 0) {
            beat(pulse);
        }
        wake(book.due(pulse.now()));
        book.toBeOpened().forEach(this::open);
    }

    /**
     * Where the clock was set, every auction is looked at, not only those that somebody asks for;
     * then the heartbeat goes by the new time, back where that went back.
     */
    private void jumped(LotBook.Pulse pulse) {
        long jumps = book.watch().count();
        if (!wake(book.notEnded())) {
            book.watch().handled(jumps);
            book.beat(pulse);
        }
    }

    /**
     * An absence is judged for all auctions before it is forgotten by the next heartbeat. While an
     * administrator has stopped all acts nobody serves, and nothing beats.
     */
    private void beat(LotBook.Pulse pulse) {
        boolean absent = pulse.gap().compareTo(BEAT.multipliedBy(2)) > 0;
        if (!alarms.areActsStopped() && (!absent || !wake(book.notEnded()))) {
            book.beat(pulse);
        }
    }

    /** Lets time pass for lots; whether acts are stopped, so that it could not. */
    private boolean wake(List<Lot.Key> keys) {
        List<CompletableFuture<Judged>> woken = new ArrayList<>();
        for (Lot.Key key : keys) {
            Lot lot = catalogue.find(key.auction()).orElseThrow().at(key.position());
            lanes.offer(lot, TIME, new Request.Wake()).ifPresent(woken::add);
        }
        boolean stopped = false;
        for (CompletableFuture<Judged> one : woken) {
            try {
                Lanes.await(one);
            } catch (ActsRefused e) {
                // A frozen lot waits for its alarm to end; the others go on.
                stopped |= e.code() == JournalRefusal.ACTS_STOPPED;
            }
        }
        return stopped;
    }

    private void open(Lot.Key key) {
        Published auction = catalogue.find(key.auction()).orElseThrow();
        Instant ended = lanes.read(auction.at(key.position() - 1)).auction().endedAt()
                .orElseThrow();
        auction.pauseBetweenLots().flatMap(pause -> lanes.offer(auction.at(key.position()), TIME,
                new Request.Opening(ended, pause))).ifPresent(Lanes::await);
    }
}
