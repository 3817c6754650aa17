package org.subhasta.web.auction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.subhasta.auction.model.Against;
import org.subhasta.auction.model.Mechanism;
import org.subhasta.auction.model.Mechanism.BestOffer;
import org.subhasta.auction.model.Mechanism.Elimination;
import org.subhasta.auction.model.Mechanism.OpenOutcry;
import org.subhasta.auction.model.Mechanism.PriceClock;
import org.subhasta.auction.model.Mechanism.Rounds;
import org.subhasta.auction.model.Mechanism.Sealed;
import org.subhasta.auction.model.Mechanism.SoftClose;
import org.subhasta.auction.model.Scoring;
import org.subhasta.auction.model.Step;
import org.subhasta.auction.model.Terms;
import org.subhasta.auction.model.Visibility;
import org.subhasta.web.page.Say;
import org.subhasta.web.page.Texts;

/** Says in words how an auction runs, as {@code auctionWords}. */
@Named
@RequestScoped
public class AuctionWords {

    @Inject
    Texts texts;
    @Inject
    Say say;

    /** The tone of the tag that a status wears. */
    public String tone(String status) {
        return switch (status) {
            case "running" -> "open";
            case "between-phases", "paused" -> "soon";
            case "ended" -> "closed";
            default -> "draft";
        };
    }

    /** How texts and terms call a mechanism: {@code open-outcry}. */
    public String word(Mechanism mechanism) {
        return mechanism.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** Which way prices go, and what leads. */
    public String direction(Terms terms) {
        boolean scored = !(terms.scoring() instanceof Scoring.PriceAlone);
        return texts.get("auction.terms." + way(terms) + (scored ? ".scored" : ""));
    }

    /** By what bids are ranked. */
    public String ranking(Terms terms) {
        return switch (terms.scoring()) {
            case Scoring.PriceAlone alone -> texts.get("auction.ranking.price-alone");
            case Scoring.LifeCycleCost cost -> texts.get("auction.ranking.life-cycle-cost");
            case Scoring.Quality quality -> texts.of("auction.ranking.quality." + way(terms),
                    weights(quality));
            case Scoring.Mixed mixed -> texts.of("auction.ranking.mixed", weights(mixed));
        };
    }

    private static String way(Terms terms) {
        return terms.direction().name().toLowerCase(Locale.ROOT);
    }

    private String weights(Scoring scoring) {
        return scoring.criteria().stream().map(one -> texts.of("auction.ranking.criterion",
                one.name(), one.largest().toPlainString())).collect(Collectors.joining(", "));
    }

    /** What a phase is called. */
    public String name(Mechanism mechanism) {
        return texts.get("auction.phase." + word(mechanism));
    }

    /** How a phase runs, in a sentence or two. */
    public String rules(Mechanism mechanism) {
        return switch (mechanism) {
            case OpenOutcry outcry -> sentences(
                    texts.of("auction.rules.open-outcry", length(outcry.length())),
                    outcry.softClose().map(this::softClose),
                    step(outcry.step(), outcry.against()),
                    Optional.of("auction.rules.automatic").filter(key -> outcry.automatic())
                            .map(texts::get));
            case Rounds rounds -> sentences(texts.of("auction.rules.rounds", rounds.rounds(),
                    length(rounds.turn())), step(rounds.step(), Against.OWN));
            case PriceClock clock -> texts.of("auction.rules.price-clock",
                    say.money(clock.first()), say.money(clock.last()), say.money(clock.step()),
                    length(clock.tick()));
            case Elimination clock -> texts.of("auction.rules.elimination",
                    say.money(clock.first()), say.money(clock.last()), say.money(clock.step()),
                    length(clock.tick()));
            case Sealed sealed -> sentences(
                    texts.of("auction.rules.sealed", length(sealed.length())),
                    sealed.keepsBest().map(most -> texts.of("auction.rules.keeps", most)));
            case BestOffer offer -> sentences(
                    texts.of("auction.rules.best-offer", length(offer.length())),
                    step(offer.step(), offer.mustBeat()));
        };
    }

    private String softClose(SoftClose close) {
        return close.most().isPresent()
                ? texts.of("auction.rules.soft-close.most", length(close.window()),
                        length(close.extension()), close.most().get())
                : texts.of("auction.rules.soft-close", length(close.window()),
                        length(close.extension()));
    }

    private Optional<String> step(Step step, Against against) {
        return step.isNone() ? Optional.empty() : Optional.of(texts.of(
                against == Against.LEADER ? "auction.rules.step.leader" : "auction.rules.step.own",
                switch (step) {
                    case Step.Amount amount -> say.money(amount.amount());
                    case Step.Percent percent -> say.number(percent.percent()) + "\u00a0%";
                }));
    }

    @SafeVarargs
    private static String sentences(String first, Optional<String>... others) {
        StringJoiner all = new StringJoiner(" ").add(first);
        for (Optional<String> one : others) {
            one.ifPresent(all::add);
        }
        return all.toString();
    }

    /** What everybody may see of others' bids while a phase runs. */
    public String seen(Visibility visibility) {
        return texts.get("auction.seen." + visibility.everyone().name()
                .toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** {@code 1 hour 30 minutes}. */
    public String length(Duration length) {
        StringJoiner parts = new StringJoiner(" ");
        part(parts, "days", length.toDaysPart());
        part(parts, "hours", length.toHoursPart());
        part(parts, "minutes", length.toMinutesPart());
        part(parts, "seconds", length.toSecondsPart());
        return parts.toString();
    }

    private void part(StringJoiner parts, String unit, long count) {
        if (count > 0) {
            parts.add(texts.of("auction.length." + unit, count));
        }
    }
}
