package org.subhasta.demonstration;

import static org.subhasta.demonstration.DemonstrationAccounts.OFFICER;
import static org.subhasta.demonstration.Participants.done;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.subhasta.auction.Admittance;
import org.subhasta.auction.AuctionDesk;
import org.subhasta.auction.AuctionReports;
import org.subhasta.auction.AuctionView;
import org.subhasta.auction.Auctions;
import org.subhasta.auction.Order;
import org.subhasta.auction.model.Scoring.Marks;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Callers;

/**
 * Always one auction that is about to open or under way, never more: all demonstration suppliers
 * are admitted, and robots bid in it, so that whoever tries the platform out has somebody to bid
 * against. Everything is done through the doors that people use.
 */
@ApplicationScoped
public class PracticeAuctions {

    /** Off where this system property says so: in tests, which move the clock. */
    static final String SWITCH = "subhasta.practice";

    private static final Duration LEAD = Duration.ofMinutes(2);
    /** While nobody practises the journal need not grow as fast. */
    private static final Duration LEAD_WHILE_ALONE = Duration.ofMinutes(10);
    private static final Duration LEFT_PAUSED = Duration.ofMinutes(10);
    private static final String GOES_ON = "The server was away. The practice goes on.";
    private static final String GIVEN_UP = "Nobody let this practice go on for ten minutes.";

    @EJB
    private Auctions auctions;
    @EJB
    private AuctionDesk desk;
    @EJB
    private AuctionReports reports;
    @EJB
    private Callers callers;
    @EJB
    private OneTransaction oneTransaction;
    @Inject
    private PracticeRobots robots;
    @Inject
    private ServerClock clock;

    private Instant begunAt;
    private String current;

    /** Does what can be done now. */
    void goOn(Participants participants) throws Exception {
        if ("off".equals(System.getProperty(SWITCH))) {
            return;
        }
        boolean first = begunAt == null;
        begunAt = first ? clock.now() : begunAt;
        Optional<AuctionView> going = reports.find(current).filter(one -> !one.hasEnded());
        if (going.isEmpty()) {
            current = begin(participants, first);
        } else if (isPaused(going.get())) {
            goOnAfterPause(participants, going.get());
        } else {
            robots.act(participants, going.get());
        }
    }

    /** The one that has not ended; where there is none the next is published. */
    private String begin(Participants participants, boolean first) throws Exception {
        List<String> robots = DemonstrationAccounts.robots().stream()
                .map(robot -> participants.participant(robot).organisation()).toList();
        // A title anybody may give to an auction of their own; robots are in these alone.
        List<AuctionView> all = participants.as(OFFICER, callers, () -> desk.auctions().stream()
                .filter(one -> Practice.isOne(one.title())
                        && desk.admitted(one.id()).orElseThrow().organisations()
                                .containsAll(robots)).toList());
        Optional<AuctionView> known = all.stream().filter(one -> !one.hasEnded()).findFirst();
        return known.isPresent() ? known.get().id() : publish(participants,
                Practice.after(all.isEmpty() ? "" : all.getFirst().title()),
                !first && isAlone(participants, all) ? LEAD_WHILE_ALONE : LEAD);
    }

    /** Whether nobody but robots bid in the last one. */
    private boolean isAlone(Participants participants, List<AuctionView> all) {
        return all.stream().limit(1).allMatch(last -> reports.publicly(last.id(),
                        last.lots().getFirst().lot()).orElseThrow().view().standings().stream()
                .allMatch(line -> DemonstrationAccounts.robots().stream().anyMatch(robot ->
                        participants.participant(robot).organisation().equals(line.name()))));
    }

    /** Published with everybody admitted, or not at all. */
    private String publish(Participants participants, Practice practice, Duration lead)
            throws Exception {
        return participants.as(OFFICER, callers, () -> oneTransaction.run(() -> {
            Instant opensAt = clock.now().plus(lead).truncatedTo(ChronoUnit.SECONDS);
            String id = done(auctions.draft(practice.terms(opensAt))).id();
            done(auctions.publish(id));
            for (DemonstrationAccount bidder : bidders()) {
                done(auctions.admit(id, new Admittance(
                        participants.participant(bidder).organisation(), Marks.NONE,
                        Optional.empty())));
            }
            return id;
        }));
    }

    private static List<DemonstrationAccount> bidders() {
        return Stream.concat(DemonstrationAccounts.suppliers().stream(),
                DemonstrationAccounts.robots().stream()).toList();
    }

    private static boolean isPaused(AuctionView auction) {
        return auction.lots().getFirst().state().equals("paused");
    }

    /**
     * What this server found paused was paused by its absence. Later somebody pauses to see what
     * comes of it, and is given time to resume.
     */
    private void goOnAfterPause(Participants participants, AuctionView auction) throws Exception {
        Optional<Instant> since = reports.publicly(auction.id(),
                auction.lots().getFirst().lot()).orElseThrow().view().pausedAt();
        if (since.filter(begunAt::isAfter).isPresent()) {
            order(participants, auction, new Order.Resume(GOES_ON));
        } else if (since.filter(at -> clock.now().isAfter(at.plus(LEFT_PAUSED))).isPresent()) {
            order(participants, auction, new Order.Cancel(GIVEN_UP));
        }
    }

    private void order(Participants participants, AuctionView auction, Order order)
            throws Exception {
        participants.as(OFFICER, callers, () -> auctions.order(
                auction.id(), auction.lots().getFirst().lot(), order));
    }
}
