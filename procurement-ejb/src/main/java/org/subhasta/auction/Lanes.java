package org.subhasta.auction;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The lanes of this server, one for each lot that is asked for anything, and what it remembers. */
@ApplicationScoped
class Lanes {

    /** Answers take milliseconds; whoever waits longer is told to send the same again. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Logger LOG = System.getLogger(Lanes.class.getName());
    private static final int STATES = 5_000;
    /** Lots judged at the same time; each takes a connection of the pool of 40. */
    private static final int WORKERS = 16;

    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private LotBook book;
    @Inject
    private Event<LotChanged> changes;

    private final Map<Lot.Key, Lane<Request, Judged>> lanes = new ConcurrentHashMap<>();
    private final Remembered<Lot.Key, LotState> states = new Remembered<>(STATES);
    private ThreadPoolExecutor executor;

    /** Threads of its own: whoever waits for an answer must not hold the one that gives it. */
    @PostConstruct
    void begin() {
        executor = new ThreadPoolExecutor(WORKERS, WORKERS, 1, TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(), threads);
        executor.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void end() {
        executor.shutdown();
    }

    /**
     * Has a request judged in its turn.
     *
     * @param from who asks: nobody delays anybody else
     * @return empty where too many of theirs wait already
     */
    Optional<CompletableFuture<Judged>> offer(Lot lot, String from, Request request) {
        return lanes.computeIfAbsent(lot.key(), key -> new Lane<>(executor,
                requests -> judge(lot, requests))).offer(from, request);
    }

    private List<Judged> judge(Lot lot, List<Request> requests) {
        Ledger.Turn turn = book.judge(lot, states.get(lot.key()), requests);
        // Only now that it is committed: what is shown to anybody is durable.
        remember(turn.state());
        if (turn.state().auction().result().isPresent()) {
            // Another lane may be made meanwhile: the row's lock decides, not the lane.
            lanes.remove(lot.key());
        }
        if (turn.changed()) {
            tell(new LotChanged(lot.auction(), lot.name()));
        }
        return turn.answers();
    }

    /** Whatever becomes of telling, what was judged is judged. */
    private void tell(LotChanged change) {
        try {
            changes.fire(change);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "watchers could not be told", e);
        }
    }

    private void remember(LotState state) {
        states.merge(state.lot().key(), state, (known, read) ->
                known.acts() > read.acts() || known.acts() == read.acts()
                        && known.auction().now().isAfter(read.auction().now()) ? known : read);
    }

    /** The lot as it is recorded, whoever recorded it. */
    LotState read(Lot lot) {
        LotState state = book.read(lot, states.get(lot.key()));
        remember(state);
        return state;
    }

    /** Judges in the caller's transaction, which may still be undone: nothing is remembered. */
    Judged judgeWithin(Lot lot, Request request) {
        return book.judgeWithin(lot, states.get(lot.key()), List.of(request))
                .answers().getFirst();
    }

    /** Waits for an answer; what kept it from coming is thrown. */
    static Judged await(CompletableFuture<Judged> answer) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("an act could not be judged", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("an act was not judged in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops", e);
        }
    }
}
