package org.subhasta.auction;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.subhasta.auction.ActStore.Kept;
import org.subhasta.auction.ActStore.Standing;
import org.subhasta.auction.format.ActsReader;
import org.subhasta.auction.format.AuctionFile;
import org.subhasta.auction.format.RecordedAct;
import org.subhasta.auction.model.Answer;
import org.subhasta.auction.model.Auction;
import org.subhasta.auction.model.ClockWatch;
import org.subhasta.auction.model.Lots;
import org.subhasta.kernel.ServerClock;

/**
 * Judges what is asked of a lot and writes it down: locks the lot's row, reads the clock, catches
 * up with what others judged, judges with the engine one request after another, records all of it.
 * The row decides who comes first, whatever servers there are: a state is only used where it has
 * seen as many acts as the row counts.
 *
 * <p>Plain JDBC on a connection of the caller's, whose transaction commits all of it or nothing.
 */
final class Ledger {

    private static final int ACTS_AT_ONCE = 5_000;

    private final ServerClock clock;
    private final ClockWatch watch;
    private final Duration grace;

    /**
     * What a turn of judging gave; only good once the transaction has committed.
     *
     * @param answers one for each request, in order
     * @param changed whether anything was recorded
     */
    record Turn(LotState state, List<Judged> answers, boolean changed) {
    }

    /** @param grace the longest absence of all servers that is no interruption */
    Ledger(ServerClock clock, ClockWatch watch, Duration grace) {
        this.clock = clock;
        this.watch = watch;
        this.grace = grace;
    }

    /** Judges requests in their order, all at one instant. */
    Turn judge(Connection connection, Lot lot, Optional<LotState> known, List<Request> requests)
            throws SQLException {
        ActStore store = new ActStore(connection, lot);
        long before = clock.steady();
        Standing standing = store.lock();
        ServerClock.Reading reading = clock.read(standing.database());
        watch.look(new ClockWatch.Look(reading.at(), before, reading.steady()));
        LotState state = upTo(store, standing, lot, known);
        Instant at = reading.at().isAfter(state.auction().now())
                ? reading.at() : state.auction().now();
        Sitting sitting = new Sitting(store, state, at);
        watch.after(state.jumps()).forEach(sitting::jumped);
        sitting.absence(standing.lastBeat(), grace);
        standing.frozen().ifPresent(absence -> sitting.frozen(absence, grace));
        for (Request request : requests) {
            sitting.take(request);
        }
        return sitting.write(connection, watch.count());
    }

    /** The lot as it is recorded, for reading: never further in time than was recorded. */
    LotState read(Connection connection, Lot lot, Optional<LotState> known) throws SQLException {
        ActStore store = new ActStore(connection, lot);
        return upTo(store, store.look(), lot, known);
    }

    private LotState upTo(ActStore store, Standing standing, Lot lot, Optional<LotState> known)
            throws SQLException {
        LotState state = known.filter(one -> one.acts() <= standing.acts())
                .orElse(new LotState(lot, lot.beginning(), 0, watch.handled()));
        while (state.acts() < standing.acts()) {
            List<Kept> missed = store.after(state.acts(), ACTS_AT_ONCE);
            if (missed.isEmpty()) {
                throw new IllegalStateException(lot.subject() + " has fewer acts than it counts");
            }
            state = replay(state, missed);
        }
        Auction auction = state.auction();
        return standing.lastAt().isAfter(auction.now())
                ? new LotState(lot, auction.advance(standing.lastAt()).auction(), state.acts(),
                        state.jumps()) : state;
    }

    /** Judges recorded acts again; each has to come to what was recorded of it. */
    private static LotState replay(LotState from, List<Kept> acts) {
        List<RecordedAct> read = read(from.lot(), acts);
        Auction auction = from.auction();
        long number = from.acts();
        for (int i = 0; i < acts.size(); i++) {
            Kept kept = acts.get(i);
            Auction.Judgement judgement = auction.judge(read.get(i).act(), kept.at());
            String code = judgement.answer() instanceof Answer.Refused refused
                    ? refused.code().name() : "";
            if (kept.number() != ++number || !code.equals(kept.code())) {
                throw new IllegalStateException("act " + kept.number() + " of "
                        + from.lot().subject() + " was judged otherwise when it was recorded");
            }
            auction = judgement.auction();
        }
        return new LotState(from.lot(), auction, number, from.jumps());
    }

    /** Recorded acts as the engine takes them. */
    static List<RecordedAct> read(Lot lot, List<Kept> acts) {
        AuctionFile file = new AuctionFile(new Lots.Order.Parallel(),
                Map.of(lot.name(), lot.beginning().terms()), List.of());
        String lines = acts.stream().map(Kept::line).collect(Collectors.joining("\n"));
        try {
            return ActsReader.read(new StringReader(lines), file).value().orElseThrow(() ->
                    new IllegalStateException("recorded acts of " + lot.subject()
                            + " are not as they were written"));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }
}
