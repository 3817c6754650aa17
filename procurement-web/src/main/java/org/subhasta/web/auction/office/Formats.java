package org.subhasta.web.auction.office;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.subhasta.auction.model.Against;
import org.subhasta.auction.model.Direction;
import org.subhasta.auction.model.Mechanism;
import org.subhasta.auction.model.NamedFormat;
import org.subhasta.auction.model.Payment;
import org.subhasta.auction.model.Phase;
import org.subhasta.auction.model.Scoring;
import org.subhasta.auction.model.Terms;
import org.subhasta.auction.model.Visibility;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

/** The formats people know, as the form offers and fills them in. */
final class Formats {

    /** English is one format here: which of the two follows from the direction. */
    static final List<String> OFFERED = List.of("english", "ranked-english", "prozorro", "dutch",
            "japanese", "sealed-first-price", "vickrey", "hybrid-dutch", "sealed-then-live");

    private Formats() {
    }

    static NamedFormat named(String offered, Direction direction) {
        return NamedFormat.of(offered.equals("english")
                ? direction == Direction.DESCENDING ? "english-reverse" : "english-forward"
                : offered).orElse(NamedFormat.ENGLISH_REVERSE);
    }

    /** As it is offered; "" where it is none of these. */
    static String offered(String format) {
        return format.startsWith("english") ? "english" : format;
    }

    static Direction direction(Sheet form) {
        return form.is("direction", Direction.ASCENDING.word())
                ? Direction.ASCENDING : Direction.DESCENDING;
    }

    /** A form filled in with what is usual, from the few inputs that a beginning asks for. */
    static AuctionForm begin(Sheet few) {
        AuctionForm form = new AuctionForm();
        for (String field : new String[] {"title", "currency", "opensOn", "opensAt",
            "openingPrice"}) {
            form.put(field, few.text(field));
        }
        form.put("direction", direction(few).word());
        form.put("minimumParticipants", "1");
        form.put("reserveKind", "none");
        form.put("lifeCycleCost", "no");
        form.put("lotOrder", "parallel");
        take(form, few.text("format"));
        return form;
    }

    /** Puts the format's phases and payment in place of what there is. */
    static void take(AuctionForm form, String offered) {
        NamedFormat format = named(offered, direction(form));
        form.put("format", format.word());
        form.put("payment", format.payment() == Payment.OWN_BID ? "own-bid" : "second-price");
        form.getPhases().clear();
        form.getPhases().addAll(filled(form, format.phases(
                direction(form), opening(form), Optional.empty())));
    }

    /** One more phase with what is usual for its mechanism. */
    static void add(AuctionForm form, String mechanism) {
        Money opening = opening(form);
        Mechanism usual = switch (mechanism) {
            case "rounds" -> NamedFormat.defaultRounds();
            case "price-clock" -> NamedFormat.clock(direction(form), opening, Optional.empty());
            case "elimination" -> NamedFormat.elimination(direction(form), opening);
            case "sealed" -> NamedFormat.defaultSealed();
            case "best-offer" -> NamedFormat.defaultBestOffer(opening.currency());
            default -> NamedFormat.english(Against.LEADER);
        };
        form.getPhases().addAll(filled(form, List.of(Phase.of(usual, Visibility.OPEN))));
        form.put("format", "");
    }

    static void remove(AuctionForm form, int place) {
        form.getPhases().remove(place);
        form.put("format", "");
    }

    private static List<PhaseForm> filled(AuctionForm form, List<Phase> phases) {
        return FormReader.phasesOf(new Terms(direction(form), Optional.empty(),
                opening(form).currency(), Optional.empty(), Optional.empty(),
                new Scoring.PriceAlone(), Payment.OWN_BID, 1, phases)).getPhases();
    }

    private static Money opening(AuctionForm form) {
        Currency currency = FormWriter.currency(form.text("currency"));
        return Typed.amount(form.text("openingPrice"), currency).orElse(Money.zero(currency));
    }

    /**
     * What is wrong with the few inputs of a beginning. An opening price is asked for always:
     * formats derive the rest from it, so what is wrong elsewhere follows from that.
     */
    static List<Refusal> problems(Sheet few, List<Refusal> found) {
        List<Refusal> problems = new ArrayList<>(found.stream().filter(one ->
                !one.field().startsWith("phases") && !one.field().equals("payment")).toList());
        if (few.text("openingPrice").isEmpty() && problems.stream().noneMatch(one ->
                one.field().equals("openingPrice"))) {
            problems.add(Refusal.at("openingPrice", FormRefusal.TYPED_NOTHING));
        }
        return problems.isEmpty() ? found : problems;
    }
}
