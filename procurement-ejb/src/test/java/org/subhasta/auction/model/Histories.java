package org.subhasta.auction.model;

import static org.subhasta.auction.model.Scene.MINUTE;
import static org.subhasta.auction.model.Scene.bestOffer;
import static org.subhasta.auction.model.Scene.english;
import static org.subhasta.auction.model.Scene.eur;
import static org.subhasta.auction.model.Scene.percent;
import static org.subhasta.auction.model.Scene.sealed;
import static org.subhasta.auction.model.Scene.step;
import static org.subhasta.auction.model.Scene.with;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.subhasta.auction.model.Mechanism.OpenOutcry;
import org.subhasta.auction.model.Mechanism.SoftClose;
import org.subhasta.auction.model.Visibility.Level;
import org.subhasta.kernel.Money;

/** Seeded random auctions: terms of every shape, and participants and officers of every mood. */
final class Histories {

    /** Lists of mechanisms to try. */
    enum Shape {
        LEADER, OWN, PERCENT, AUTOMATIC, ROUNDS, CLOCK, ELIMINATION, SEALED, BEST_OFFER, HYBRID,
        SEALED_THEN_LIVE, SEALED_THEN_ROUNDS, ELIMINATION_THEN_SEALED, AUTOMATIC_THEN_BEST_OFFER
    }

    private final Random random;
    private final Direction direction;
    private final Shape shape;
    private final boolean officers;

    Histories(long seed, Direction direction, Shape shape, boolean officers) {
        this.random = new Random(seed * 31 + shape.ordinal() * 2 + direction.ordinal());
        this.direction = direction;
        this.shape = shape;
        this.officers = officers;
    }

    Terms terms() {
        List<Phase> phases = new ArrayList<>();
        for (Mechanism mechanism : mechanisms()) {
            Duration pause = phases.isEmpty() || random.nextBoolean()
                    ? Duration.ZERO : Duration.ofSeconds(30);
            phases.add(new Phase(mechanism, visibility(mechanism), pause));
        }
        Terms terms = Scene.terms(direction, "1000", phases.toArray(new Phase[0]));
        if (scored()) {
            terms = with(terms, scoring());
        }
        if (random.nextInt(3) == 0) {
            Money reserve = eur(direction == Direction.DESCENDING ? "950" : "1050");
            terms = with(terms, random.nextBoolean() || mechanisms().getFirst().isClock()
                    ? new Reserve.Hidden(reserve, "ab".repeat(32))
                    : new Reserve.Published(reserve));
        }
        boolean second = shape != Shape.CLOCK && shape != Shape.HYBRID && random.nextInt(3) == 0;
        return second ? with(terms, Payment.SECOND_PRICE) : terms;
    }

    private boolean scored() {
        return !shape.name().startsWith("ELIMINATION") && random.nextBoolean();
    }

    private Scoring scoring() {
        List<Scoring.Criterion> criteria =
                List.of(new Scoring.Criterion("quality", new BigDecimal("0.25")));
        if (direction == Direction.ASCENDING) {
            return new Scoring.Quality(criteria);
        }
        return switch (random.nextInt(3)) {
            case 0 -> new Scoring.Quality(criteria);
            case 1 -> new Scoring.LifeCycleCost();
            default -> new Scoring.Mixed(criteria);
        };
    }

    private Visibility visibility(Mechanism mechanism) {
        boolean best = mechanism.measuresLeader();
        boolean turns = mechanism instanceof Mechanism.Rounds;
        Level level = Level.values()[random.nextInt(best ? 2 : turns ? 3 : 4)];
        Level officer = random.nextBoolean() ? Level.EVERYTHING_BUT_NAMES : Level.BLIND;
        return new Visibility(level, officer, level == Level.OWN_RANK ? Level.BLIND : level);
    }

    private List<Mechanism> mechanisms() {
        OpenOutcry automatic = new OpenOutcry(step("10"), Against.LEADER, MINUTE.multipliedBy(20),
                soft(), true);
        return switch (shape) {
            case LEADER -> List.of(new OpenOutcry(step("5"), Against.LEADER,
                    MINUTE.multipliedBy(20), soft(), false));
            case OWN -> List.of(new OpenOutcry(step("0"), Against.OWN, MINUTE.multipliedBy(20),
                    soft(), false));
            case PERCENT -> List.of(english(percent("0.7"), Against.LEADER));
            case AUTOMATIC -> List.of(automatic);
            case ROUNDS -> List.of(Scene.rounds(3, "2.5"));
            case CLOCK -> List.of(clock());
            case ELIMINATION -> List.of(elimination());
            case SEALED -> List.of(sealed(new Who.Everyone(), null));
            case BEST_OFFER -> List.of(bestOffer(new Who.Everyone(), Against.LEADER, "1"));
            case HYBRID -> List.of(clock(), sealed(new Who.EveryoneElse(), null),
                    bestOffer(new Who.ClockTaker(), Against.LEADER, "0"));
            case SEALED_THEN_LIVE -> List.of(sealed(new Who.Everyone(), 3),
                    english(step("1"), Against.LEADER));
            case SEALED_THEN_ROUNDS -> List.of(sealed(new Who.Everyone(), null),
                    Scene.rounds(2, "1"), bestOffer(new Who.Best(2), Against.OWN, "0.5"));
            case ELIMINATION_THEN_SEALED ->
                    List.of(elimination(), sealed(new Who.Everyone(), null));
            case AUTOMATIC_THEN_BEST_OFFER ->
                    List.of(automatic, bestOffer(new Who.Best(3), Against.LEADER, "1"));
        };
    }

    private Optional<SoftClose> soft() {
        return Optional.of(new SoftClose(MINUTE.multipliedBy(2), MINUTE, Optional.of(3)));
    }

    private Mechanism clock() {
        return direction == Direction.ASCENDING
                ? Scene.clock("1000", "7", 1, "800") : Scene.clock("800", "7", 1, "1000");
    }

    private Mechanism elimination() {
        return direction == Direction.ASCENDING
                ? Scene.elimination("1000", "7", "1100") : Scene.elimination("1000", "7", "900");
    }

    /** Plays an auction to its end (or a number of acts), telling each state before and after. */
    Scene play(int acts, Watcher watcher) {
        Scene scene = begun();
        for (int i = 0; i < acts; i++) {
            Auction before = scene.auction();
            scene.advance(soon(before));
            watcher.saw(before, Optional.empty(), scene.auction());
            Auction earlier = scene.auction();
            Optional<Act> act = act(scene);
            if (act.isPresent()) {
                Answer answer = scene.judge(act.get(), later(earlier, act.get()));
                watcher.saw(earlier, Optional.of(new Watched(act.get(), answer)),
                        scene.auction());
            }
        }
        if (scene.auction().isPaused()) {
            scene.judge(new Act.Resume("done"), scene.auction().now());
        }
        return scene.toTheEnd();
    }

    /** An act and its answer. */
    record Watched(Act act, Answer answer) {
    }

    /** Looks at every step of a history. */
    interface Watcher {
        void saw(Auction before, Optional<Watched> act, Auction after);
    }

    private Scene begun() {
        Terms terms = terms();
        Scene scene = new Scene(terms);
        boolean positions = !terms.phases().getFirst().mechanism().isClock();
        for (int i = 0; i < 5; i++) {
            Map<String, BigDecimal> weights = terms.scoring().criteria().isEmpty()
                    ? Map.of() : Map.of("quality", BigDecimal.valueOf(random.nextInt(26), 2));
            Optional<Money> cost = terms.scoring().costs()
                    ? Optional.of(eur(Integer.toString(random.nextInt(200)))) : Optional.empty();
            scene.admit("p" + i, new Scoring.Marks(weights, cost),
                    positions && random.nextInt(4) == 0 ? near("1000", 0) : null);
        }
        return scene;
    }

    /** A while later; now and then exactly when something is due, or a microsecond before. */
    private Instant soon(Auction auction) {
        Instant due = auction.nextDeadline().orElse(auction.now().plusSeconds(20));
        Instant now = auction.now().isBefore(Scene.NOON.minusSeconds(60))
                ? Scene.NOON.minusSeconds(60) : auction.now();
        Instant soon = switch (random.nextInt(6)) {
            case 0 -> due;
            case 1 -> due.minusNanos(1_000);
            case 2 -> now;
            default -> now.plusNanos(random.nextInt(25_000_000) * 1_000L);
        };
        return soon.isBefore(auction.now()) ? auction.now() : soon;
    }

    private Instant later(Auction auction, Act act) {
        return act instanceof Act.Interrupted interrupted ? interrupted.until() : auction.now();
    }

    private Optional<Act> act(Scene scene) {
        Auction auction = scene.auction();
        if (officers && random.nextInt(12) == 0) {
            return Optional.of(officer(scene));
        }
        if (auction.isPaused() && random.nextInt(3) == 0) {
            return Optional.of(new Act.Resume("go on"));
        }
        if (random.nextInt(15) == 0 && !scene.acts().isEmpty()) {
            return Optional.of(scene.acts().get(random.nextInt(scene.acts().size())).act())
                    .filter(Act.OfParticipant.class::isInstance);
        }
        String participant = "p" + random.nextInt(5);
        if (random.nextInt(20) == 0) {
            return Optional.of(new Act.TakeBack("back-" + scene.acts().size(), participant));
        }
        return Optional.of(bid(scene, participant));
    }

    private Act bid(Scene scene, String participant) {
        AudienceView.Own own = scene.own(participant);
        String amount = own.next().filter(next -> random.nextInt(3) > 0)
                .map(next -> random.nextBoolean() ? next.decimal() : near(next.decimal(), 40))
                .orElseGet(() -> near("1000", 100));
        BidKind kind = switch (random.nextInt(8)) {
            case 0 -> BidKind.LIMIT;
            case 1, 2, 3 -> shape.name().startsWith("ELIMINATION")
                    ? BidKind.CONFIRMATION : BidKind.BID;
            default -> BidKind.BID;
        };
        return scene.placing(participant, kind, amount);
    }

    /** A price up to so many units better, cents included. */
    private String near(String price, int units) {
        BigDecimal by = BigDecimal.valueOf(random.nextInt(units * 100 + 1), 2);
        BigDecimal amount = new BigDecimal(price);
        return (direction == Direction.DESCENDING ? amount.subtract(by) : amount.add(by))
                .toPlainString();
    }

    private Act officer(Scene scene) {
        Auction auction = scene.auction();
        Instant now = auction.now();
        return switch (random.nextInt(7)) {
            case 0 -> new Act.Pause("a question");
            case 1, 2 -> new Act.Resume("answered");
            case 3 -> new Act.Extend(Duration.ofSeconds(random.nextInt(90)), "by notice");
            case 4 -> new Act.Annul(auction.ranking().isEmpty() ? "none"
                    : auction.ranking().get(random.nextInt(auction.ranking().size())).id(),
                    "a slip");
            case 5 -> random.nextInt(4) == 0 ? new Act.Exclude("p" + random.nextInt(5), "collusion")
                    : new Act.Pause("a break");
            default -> new Act.Interrupted(now, now.plusSeconds(random.nextInt(200)),
                    Act.Interrupted.Cause.ABSENCE);
        };
    }

    /** All that can be seen of a state by anyone. */
    static String told(Auction auction) {
        StringBuilder told = new StringBuilder();
        told.append(auction.ranking()).append(auction.result()).append(auction.endedAt())
                .append(auction.nextDeadline()).append(auction.isPaused())
                .append(auction.view(new Audience.Officer()))
                .append(auction.view(new Audience.Everyone()));
        for (int i = 0; i < 5; i++) {
            told.append(auction.view(new Audience.OneParticipant("p" + i)));
        }
        return told.toString();
    }
}
