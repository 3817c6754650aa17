package org.subhasta.web.auction.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.subhasta.auction.model.Phase;
import org.subhasta.auction.model.Step;
import org.subhasta.auction.model.Terms;
import org.subhasta.auction.model.Who;

/** One phase in plain words. */
final class PhaseWords {

    private final Terms terms;
    private final int place;
    private final Speech speech;
    private final List<String> sentences = new ArrayList<>();

    private PhaseWords(Terms terms, int place, Speech speech) {
        this.terms = terms;
        this.place = place;
        this.speech = speech;
    }

    /** What happens in the phase at that place, sentence by sentence. */
    static List<String> of(Terms terms, int place, Speech speech) {
        PhaseWords words = new PhaseWords(terms, place, speech);
        Phase phase = terms.phases().get(place);
        words.mechanism(phase.mechanism());
        words.seen(phase);
        return List.copyOf(words.sentences);
    }

    /** What kind of phase it is: a key of the texts. */
    static String heading(Mechanism mechanism) {
        return "kind." + switch (mechanism) {
            case OpenOutcry outcry -> "open-outcry";
            case Rounds rounds -> "rounds";
            case PriceClock clock -> "price-clock";
            case Elimination elimination -> "elimination";
            case Sealed sealed -> "sealed";
            case BestOffer offer -> "best-offer";
        };
    }

    private void say(String key, Object... values) {
        sentences.add(speech.of(key, values));
    }

    /** The key's variant for the way in which prices move. */
    private String way(String key) {
        return key + (terms.direction() == Direction.DESCENDING ? ".down" : ".up");
    }

    private void mechanism(Mechanism mechanism) {
        switch (mechanism) {
            case OpenOutcry outcry -> outcry(outcry);
            case Rounds rounds -> {
                say("rounds", rounds.rounds(), speech.length(rounds.turn()));
                if (!rounds.pause().isZero()) {
                    say("rounds.pause", speech.length(rounds.pause()));
                }
                say("rounds.shown");
                opening();
                step(rounds.step(), Against.OWN);
            }
            case PriceClock clock -> {
                boolean up = terms.direction() == Direction.DESCENDING;
                say(up ? "clock.up" : "clock.down", speech.money(clock.first()),
                        speech.money(clock.step()), speech.length(clock.tick()),
                        speech.money(clock.last()));
                say("clock.taken");
            }
            case Elimination elimination -> {
                say(way("elimination"), speech.money(elimination.first()),
                        speech.money(elimination.step()), speech.length(elimination.tick()),
                        speech.money(elimination.last()));
                say("elimination.out");
            }
            case Sealed sealed -> {
                who(sealed.who());
                say("sealed", speech.length(sealed.length()));
                opening();
                if (place > 0 || sealed.mustBeat() == Against.LEADER) {
                    say(way(sealed.mustBeat() == Against.LEADER
                            ? "sealed.leader" : "sealed.own"));
                }
                sealed.keepsBest().ifPresent(count -> say("sealed.keeps", count));
            }
            case BestOffer offer -> {
                who(offer.who());
                say("best-offer", speech.length(offer.length()));
                step(offer.step(), offer.mustBeat());
            }
        }
    }

    private void outcry(OpenOutcry outcry) {
        say("outcry", speech.length(outcry.length()));
        opening();
        step(outcry.step(), outcry.against());
        if (outcry.softClose().isEmpty()) {
            say("soft.none");
        } else {
            SoftClose close = outcry.softClose().get();
            say("soft", speech.length(close.window()), speech.length(close.extension()));
            close.most().ifPresentOrElse(most -> say("soft.most", most), () ->
                    say("soft.silence", speech.length(close.window())));
        }
        if (outcry.automatic()) {
            say("automatic");
        }
    }

    /** The opening price limits the first phase that takes bids; those after it what stands. */
    private void opening() {
        boolean clock = terms.phases().subList(0, place).stream()
                .anyMatch(phase -> phase.mechanism() instanceof PriceClock
                        || phase.mechanism() instanceof Elimination);
        if (clock) {
            say(way("limit.clock"));
        } else {
            terms.openingPrice().ifPresent(price -> say(way("limit"), speech.money(price)));
        }
    }

    private void step(Step step, Against against) {
        String whose = against == Against.LEADER ? "step.leader" : "step.own";
        if (step.isNone()) {
            say(way(whose + ".none"));
            return;
        }
        String size = switch (step) {
            case Step.Amount amount -> speech.money(amount.amount());
            case Step.Percent percent -> percent.percent().stripTrailingZeros().toPlainString()
                    + "\u202f%";
        };
        say(way(whose), size);
    }

    private void who(Who who) {
        switch (who) {
            case Who.Everyone everyone -> say(place == 0 ? "who.all" : "who.everyone");
            case Who.ClockTaker taker -> say("who.taker");
            case Who.EveryoneElse others -> say("who.others");
            case Who.Best(int count) -> say("who.best", count);
            case Who.Named named -> say("who.named", named.participants().size());
        }
    }

    private void seen(Phase phase) {
        say("sees.participants." + key(phase.visibility().participants()));
        say("sees.public." + key(phase.visibility().everyone()));
        say("sees.officer." + key(phase.visibility().officer()));
    }

    private static String key(Enum<?> level) {
        return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
