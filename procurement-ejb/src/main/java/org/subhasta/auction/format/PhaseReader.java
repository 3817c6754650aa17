package org.subhasta.auction.format;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.subhasta.auction.model.Against;
import org.subhasta.auction.model.Direction;
import org.subhasta.auction.model.Mechanism;
import org.subhasta.auction.model.Mechanism.BestOffer;
import org.subhasta.auction.model.Mechanism.Elimination;
import org.subhasta.auction.model.Mechanism.OpenOutcry;
import org.subhasta.auction.model.Mechanism.PriceClock;
import org.subhasta.auction.model.Mechanism.Rounds;
import org.subhasta.auction.model.Mechanism.Sealed;
import org.subhasta.auction.model.Mechanism.SoftClose;
import org.subhasta.auction.model.NamedFormat;
import org.subhasta.auction.model.Phase;
import org.subhasta.auction.model.Step;
import org.subhasta.auction.model.Visibility;
import org.subhasta.auction.model.Visibility.Level;
import org.subhasta.auction.model.Who;
import org.subhasta.kernel.Money;

/** Reads one phase; what it does not say is as in the format's phase, or usual for its mechanism. */
final class PhaseReader {

    private static final List<String> MECHANISMS = List.of("open-outcry", "rounds", "price-clock",
            "elimination", "sealed", "best-offer");

    private final Fields fields;
    private final Currency currency;

    private PhaseReader(Fields fields, Currency currency) {
        this.fields = fields;
        this.currency = currency;
    }

    /** What a clock's usual range depends on. */
    record Basis(Direction direction, Money opening, Optional<Money> reserve) {
    }

    static Optional<Phase> read(Fields fields, Basis basis, Optional<Phase> usual) {
        PhaseReader reader = new PhaseReader(fields, basis.opening().currency());
        Optional<Mechanism> mechanism = reader.mechanism(basis, usual);
        if (mechanism.isEmpty()) {
            return Optional.empty();
        }
        Mechanism read = switch (mechanism.get()) {
            case OpenOutcry outcry -> reader.outcry(outcry);
            case Rounds rounds -> reader.rounds(rounds);
            case PriceClock clock -> reader.clock(clock);
            case Elimination elimination -> reader.elimination(elimination);
            case Sealed sealed -> reader.sealed(sealed);
            case BestOffer offer -> reader.bestOffer(offer);
        };
        Visibility visibility = reader.visibility(
                usual.map(Phase::visibility).orElse(Visibility.OPEN));
        Duration pause = fields.duration("pause")
                .orElse(usual.map(Phase::pause).orElse(Duration.ZERO));
        fields.done();
        return Optional.of(new Phase(read, visibility, pause));
    }

    private Optional<Mechanism> mechanism(Basis basis, Optional<Phase> usual) {
        Optional<String> word = fields.word("mechanism",
                text -> Optional.of(text).filter(MECHANISMS::contains),
                "one of " + String.join(", ", MECHANISMS));
        if (word.isEmpty()) {
            if (usual.isEmpty() && !fields.has("mechanism")) {
                fields.required("mechanism", Optional.empty(), "");
            }
            return usual.map(Phase::mechanism);
        }
        Optional<Mechanism> same = usual.map(Phase::mechanism)
                .filter(mechanism -> Words.of(mechanism.getClass()).equals(word.get()));
        return same.or(() -> Optional.of(usual(word.get(), basis)));
    }

    private static Mechanism usual(String word, Basis basis) {
        return switch (word) {
            case "open-outcry" -> NamedFormat.english(Against.LEADER);
            case "rounds" -> NamedFormat.defaultRounds();
            case "price-clock" -> NamedFormat.clock(
                    basis.direction(), basis.opening(), basis.reserve());
            case "elimination" -> NamedFormat.elimination(basis.direction(), basis.opening());
            case "sealed" -> NamedFormat.defaultSealed();
            default -> NamedFormat.defaultBestOffer(basis.opening().currency());
        };
    }

    private OpenOutcry outcry(OpenOutcry usual) {
        return new OpenOutcry(step(usual.step()), against("against", usual.against()),
                duration("length", usual.length()), softClose(usual.softClose()),
                fields.truth("automatic").orElse(usual.automatic()));
    }

    private Optional<SoftClose> softClose(Optional<SoftClose> usual) {
        Optional<Json> given = fields.value("softClose");
        if (given.isEmpty()) {
            return usual;
        }
        if (given.get() instanceof Json.Text(String text, int line) && text.equals("none")) {
            return Optional.empty();
        }
        return fields.object("softClose").map(close -> {
            Optional<Duration> window = close.duration("window");
            SoftClose read = new SoftClose(
                    close.required("window", window, Duration.ofMinutes(2)),
                    close.duration("extension").or(() -> window).orElse(Duration.ofMinutes(2)),
                    close.count("most"));
            close.done();
            return read;
        });
    }

    private Rounds rounds(Rounds usual) {
        return new Rounds(fields.count("rounds").orElse(usual.rounds()),
                duration("turn", usual.turn()), duration("roundPause", usual.pause()),
                step(usual.step()));
    }

    private PriceClock clock(PriceClock usual) {
        return new PriceClock(money("first", usual.first()), money("step", usual.step()),
                duration("tick", usual.tick()), money("last", usual.last()));
    }

    private Elimination elimination(Elimination usual) {
        return new Elimination(money("first", usual.first()), money("step", usual.step()),
                duration("tick", usual.tick()), money("last", usual.last()));
    }

    private Sealed sealed(Sealed usual) {
        return new Sealed(duration("length", usual.length()), who(usual.who()),
                against("mustBeat", usual.mustBeat()),
                fields.count("keepsBest").or(usual::keepsBest));
    }

    private BestOffer bestOffer(BestOffer usual) {
        return new BestOffer(duration("length", usual.length()), who(usual.who()),
                against("mustBeat", usual.mustBeat()), step(usual.step()));
    }

    private Duration duration(String name, Duration usual) {
        return fields.duration(name).orElse(usual);
    }

    private Money money(String name, Money usual) {
        return fields.money(name, currency).orElse(usual);
    }

    private Against against(String name, Against usual) {
        return fields.word(name, text -> Words.read(Against.class, text),
                "one of " + Words.all(Against.class)).orElse(usual);
    }

    /** {@code "100.00"} or {@code "0.5%"}. */
    private Step step(Step usual) {
        return fields.word("step", this::stepOf,
                "an amount such as \"100.00\" or a percentage such as \"0.5%\"").orElse(usual);
    }

    private Optional<Step> stepOf(String text) {
        if (text.endsWith("%")) {
            Optional<BigDecimal> percent =
                    Fields.decimalOf(text.substring(0, text.length() - 1).strip());
            return percent.map(Step.Percent::new);
        }
        return Fields.moneyOf(text, currency).map(Step.Amount::new);
    }

    private Who who(Who usual) {
        Optional<Json> given = fields.value("who");
        if (given.isEmpty()) {
            return usual;
        }
        if (given.get() instanceof Json.Members) {
            Fields who = fields.object("who").orElseThrow();
            Optional<Who> read = who.has("best")
                    ? who.count("best").map(Who.Best::new)
                    : Optional.of(new Who.Named(new HashSet<>(
                            who.items("named", Fields.Item::text))));
            who.done();
            return read.orElse(usual);
        }
        return fields.word("who", PhaseReader::whoOf, "everyone, clock-taker, everyone-else, "
                + "{\"best\": 3} or {\"named\": [\"A\"]}").orElse(usual);
    }

    private static Optional<Who> whoOf(String text) {
        return switch (text) {
            case "everyone" -> Optional.of(new Who.Everyone());
            case "clock-taker" -> Optional.of(new Who.ClockTaker());
            case "everyone-else" -> Optional.of(new Who.EveryoneElse());
            default -> Optional.empty();
        };
    }

    /** One word is what participants see; the officer sees all, the public no more than they. */
    private Visibility visibility(Visibility usual) {
        Optional<Json> given = fields.value("visibility");
        if (given.isEmpty()) {
            return usual;
        }
        if (given.get() instanceof Json.Text) {
            Level level = level(fields, "visibility", usual.participants());
            return new Visibility(level, Level.EVERYTHING_BUT_NAMES,
                    level == Level.OWN_RANK ? Level.BLIND : level);
        }
        return fields.object("visibility").map(audiences -> {
            Visibility read = new Visibility(
                    level(audiences, "participants", usual.participants()),
                    level(audiences, "officer", usual.officer()),
                    level(audiences, "public", usual.everyone()));
            audiences.done();
            return read;
        }).orElse(usual);
    }

    private static Level level(Fields fields, String name, Level usual) {
        return fields.word(name, text -> Words.read(Level.class, text),
                "one of " + Words.all(Level.class)).orElse(usual);
    }
}
