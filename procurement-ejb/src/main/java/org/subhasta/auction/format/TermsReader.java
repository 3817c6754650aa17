package org.subhasta.auction.format;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.auction.format.AuctionFile.Participant;
import org.subhasta.auction.model.Contradiction;
import org.subhasta.auction.model.Contradictions;
import org.subhasta.auction.model.Direction;
import org.subhasta.auction.model.Lots;
import org.subhasta.auction.model.NamedFormat;
import org.subhasta.auction.model.Payment;
import org.subhasta.auction.model.Phase;
import org.subhasta.auction.model.Reserve;
import org.subhasta.auction.model.Scoring;
import org.subhasta.auction.model.Scoring.Criterion;
import org.subhasta.auction.model.Terms;
import org.subhasta.kernel.Money;

/** Reads a file of terms: {@code docs/reference/auction-terms.md}. */
public final class TermsReader {

    /** Larger files are a fault. */
    public static final int MAXIMUM_CHARACTERS = 1_000_000;

    private static final Currency NONE = Currency.getInstance("EUR");
    private static final String HEX = "[0-9a-f]{64}";

    private final List<Fault> faults;
    private final Fields fields;

    private TermsReader(Fields fields, List<Fault> faults) {
        this.fields = fields;
        this.faults = faults;
    }

    /** The terms, or all faults of the file in the order of its lines, contradictions among them. */
    public static Read<AuctionFile> read(String text) {
        if (text.length() > MAXIMUM_CHARACTERS) {
            return Read.faulty(new Fault(1, "The file is longer than "
                    + MAXIMUM_CHARACTERS + " characters."));
        }
        try {
            if (!(Json.read(text, 1) instanceof Json.Members object)) {
                return Read.faulty(new Fault(1, "The terms have to be one JSON object."));
            }
            List<Fault> faults = new ArrayList<>();
            AuctionFile file =
                    new TermsReader(new Fields(object, "", faults), faults).file();
            faults.sort(Comparator.comparingInt(Fault::line));
            return faults.isEmpty() ? new Read<>(Optional.of(file), List.of())
                    : new Read<>(Optional.empty(), faults);
        } catch (Json.Unreadable e) {
            return Read.faulty(new Fault(e.line(), e.getMessage()));
        }
    }

    private AuctionFile file() {
        Terms terms = terms();
        Map<String, Terms> lots = lots(terms);
        Lots.Order order = order(lots.size());
        List<Participant> participants = participants(terms.currency());
        fields.done();
        if (faults.isEmpty()) {
            lots.values().forEach(lot -> contradictions(lot).forEach(faults::add));
        }
        return new AuctionFile(order, lots, participants);
    }

    private Terms terms() {
        fields.text("title");
        follows();
        Currency currency = fields.required("currency", fields.word("currency",
                TermsReader::currencyOf, "an ISO 4217 code such as \"EUR\""), NONE);
        Optional<NamedFormat> format = fields.word("format", NamedFormat::of,
                "one of " + Words.all(NamedFormat.class));
        Direction direction = direction(format);
        Optional<Money> opening = fields.money("openingPrice", currency);
        Optional<Reserve> reserve = reserve(fields, currency);
        Instant opensAt = fields.required("opensAt", fields.instant("opensAt"), Instant.EPOCH);
        Payment payment = fields.word("payment", text -> Words.read(Payment.class, text),
                        "one of " + Words.all(Payment.class))
                .or(() -> format.map(NamedFormat::payment)).orElse(Payment.OWN_BID);
        PhaseReader.Basis basis = new PhaseReader.Basis(direction,
                opening.orElse(Money.zero(currency)),
                reserve.filter(Reserve.Published.class::isInstance).map(Reserve::price));
        return new Terms(direction, Optional.of(opensAt), currency, opening, reserve, scoring(),
                payment, fields.count("minimumParticipants").orElse(1), phases(format, basis));
    }

    /** Of the file's own world nothing follows: {@link Follows} is for those who read the terms. */
    private void follows() {
        fields.object("follows").ifPresent(follows -> {
            follows.required("tender", follows.text("tender"), "");
            follows.required("lot", follows.text("lot"), "");
            follows.done();
        });
    }

    private static Optional<Currency> currencyOf(String code) {
        try {
            return Optional.of(Currency.getInstance(code))
                    .filter(currency -> currency.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Direction direction(Optional<NamedFormat> format) {
        Optional<Direction> given = fields.word("direction",
                text -> Words.read(Direction.class, text), "descending or ascending");
        if (format.isPresent()) {
            return given.orElse(format.get().direction());
        }
        return fields.required("direction", given, Direction.DESCENDING);
    }

    /** A text is published; an object with a salt is hidden. */
    private Optional<Reserve> reserve(Fields in, Currency currency) {
        if (!(in.value("reserve").orElse(null) instanceof Json.Members)) {
            return in.money("reserve", currency).map(Reserve.Published::new);
        }
        Fields hidden = in.object("reserve").orElseThrow();
        Optional<Money> price = hidden.money("price", currency);
        hidden.required("price", price, Money.zero(currency));
        Optional<String> salt = hidden.word("salt",
                text -> Optional.of(text).filter(one -> one.matches(HEX)), "64 hexadecimal digits");
        hidden.required("salt", salt, "");
        Optional<String> commitment = hidden.text("commitment");
        hidden.done();
        if (price.isEmpty() || salt.isEmpty()) {
            return Optional.empty();
        }
        Reserve.Hidden reserve = new Reserve.Hidden(price.get(), salt.get());
        if (commitment.filter(given -> !given.equals(reserve.commitment())).isPresent()) {
            hidden.fault("commitment", "is not that of this price and salt.");
        }
        return Optional.of(reserve);
    }

    private Scoring scoring() {
        Optional<Fields> given = fields.object("scoring");
        if (given.isEmpty()) {
            return new Scoring.PriceAlone();
        }
        Fields scoring = given.get();
        Map<String, BigDecimal> weights = scoring.weights("quality");
        boolean cost = scoring.truth("lifeCycleCost").orElse(false);
        scoring.done();
        List<Criterion> criteria = weights.entrySet().stream()
                .map(weight -> new Criterion(weight.getKey(), weight.getValue())).toList();
        if (scoring.has("quality")) {
            return cost ? new Scoring.Mixed(criteria) : new Scoring.Quality(criteria);
        }
        return cost ? new Scoring.LifeCycleCost() : new Scoring.PriceAlone();
    }

    /** The format's phases with what is given for each laid over them; more may follow. */
    private List<Phase> phases(Optional<NamedFormat> format, PhaseReader.Basis basis) {
        List<Phase> usual = format.map(named -> named.phases(
                basis.direction(), basis.opening(), basis.reserve())).orElse(List.of());
        if (!fields.has("phases")) {
            if (format.isEmpty()) {
                fields.required("phases", Optional.empty(), List.of());
            }
            return usual;
        }
        List<Phase> phases = new ArrayList<>();
        int[] place = {0};
        fields.items("phases", item -> {
            int index = place[0]++;
            Optional<Phase> here =
                    index < usual.size() ? Optional.of(usual.get(index)) : Optional.empty();
            Optional<Fields> phase = item.object();
            if (phase.isEmpty()) {
                return item.fault("has to be an object.");
            }
            Optional<Phase> read = PhaseReader.read(phase.get(), basis, here);
            read.ifPresent(phases::add);
            return read;
        });
        phases.addAll(usual.subList(Math.min(place[0], usual.size()), usual.size()));
        return phases;
    }

    private Map<String, Terms> lots(Terms common) {
        Map<String, Terms> lots = new LinkedHashMap<>();
        if (!fields.has("lots")) {
            lots.put(AuctionFile.ONLY_LOT, common);
            return lots;
        }
        fields.items("lots", item -> {
            Optional<Fields> object = item.object();
            Optional<String> id = item.text()
                    .or(() -> object.flatMap(lot -> lot.text("id")))
                    .filter(text -> !text.isBlank());
            if (id.isEmpty()) {
                return item.fault("has to be the id of a lot, or an object with one.");
            }
            Terms terms = object.map(lot -> lot(lot, common)).orElse(common);
            if (lots.put(id.get(), terms) != null) {
                return item.fault("names lot “" + id.get() + "” twice.");
            }
            return id;
        });
        if (lots.isEmpty() || lots.size() > AuctionFile.MOST_LOTS) {
            fields.fault("lots", "has to name 1 to " + AuctionFile.MOST_LOTS + " lots.");
        }
        return lots;
    }

    /** What differs from lot to lot: the prices. */
    private Terms lot(Fields lot, Terms common) {
        Optional<Money> opening =
                lot.money("openingPrice", common.currency()).or(common::openingPrice);
        Optional<Reserve> reserve = reserve(lot, common.currency()).or(common::reserve);
        lot.text("title");
        lot.done();
        return new Terms(common.direction(), common.opensAt(), common.currency(), opening, reserve,
                common.scoring(), common.payment(), common.minimumParticipants(),
                common.phases());
    }

    private Lots.Order order(int lots) {
        Optional<Json> given = fields.value("lotOrder");
        if (given.isEmpty()) {
            return new Lots.Order.Parallel();
        }
        if (given.get() instanceof Json.Text(String text, int line) && text.equals("parallel")) {
            return new Lots.Order.Parallel();
        }
        Optional<Lots.Order> read = Optional.empty();
        if (given.get() instanceof Json.Members) {
            Fields order = fields.object("lotOrder").orElseThrow();
            read = order.has("staggered")
                    ? order.duration("staggered").map(Lots.Order.Staggered::new)
                    : order.duration("oneAfterAnother").map(Lots.Order.OneAfterAnother::new);
            order.done();
        }
        if (read.filter(TermsReader::sensible).isEmpty()) {
            fields.fault("lotOrder", "has to be \"parallel\", {\"staggered\": \"PT5M\"} or "
                    + "{\"oneAfterAnother\": \"PT1M\"}.");
        }
        return read.orElse(new Lots.Order.Parallel());
    }

    private static boolean sensible(Lots.Order order) {
        Duration duration = switch (order) {
            case Lots.Order.Parallel parallel -> Duration.ZERO;
            case Lots.Order.Staggered(Duration interval) -> interval;
            case Lots.Order.OneAfterAnother(Duration pause) -> pause;
        };
        return !duration.isNegative() && duration.toDays() <= 400
                && duration.getNano() % 1_000 == 0;
    }

    private List<Participant> participants(Currency currency) {
        int[] place = {0};
        return fields.items("participants", item -> {
            String number = Integer.toString(++place[0]);
            if (item.text().isPresent()) {
                return Optional.of(new Participant(item.text().get(), number, Scoring.Marks.NONE,
                        Optional.empty(), item.line()));
            }
            Optional<Fields> object = item.object();
            if (object.isEmpty()) {
                return item.fault("has to be the id of a participant, or an object with one.");
            }
            return Optional.of(participant(object.get(), "id", number, currency));
        });
    }

    /** Reads whom to admit, here and in an act. */
    static Participant participant(Fields fields, String id, String number, Currency currency) {
        Participant read = new Participant(
                fields.required(id, fields.text(id), ""),
                fields.text("alias").orElse(number),
                new Scoring.Marks(fields.weights("weights"), fields.money("cost", currency)),
                fields.money("position", currency), fields.line());
        if (id.equals("id")) {
            fields.done();
        }
        return read;
    }

    private List<Fault> contradictions(Terms terms) {
        return Contradictions.of(terms).stream()
                .map(one -> new Fault(line(one), ContradictionWords.sentence(one), one.place(),
                        ContradictionWords.words(one)))
                .filter(fault -> !faults.contains(fault)).toList();
    }

    /** The line of the innermost member that the file has of the place. */
    private int line(Contradiction contradiction) {
        Optional<Json> value = Optional.empty();
        int line = fields.line();
        for (String step : contradiction.place().split("[.\\[\\]]+")) {
            value = value.isEmpty() ? fields.value(step) : value.flatMap(in -> inside(in, step));
            if (value.isEmpty()) {
                return line;
            }
            line = value.get().line();
        }
        return line;
    }

    private static Optional<Json> inside(Json value, String step) {
        return switch (value) {
            case Json.Members(Map<String, Json> members, int line) ->
                    Optional.ofNullable(members.get(step));
            case Json.Items(List<Json> items, int line) when step.matches("[0-9]{1,4}")
                    && Integer.parseInt(step) < items.size() ->
                    Optional.of(items.get(Integer.parseInt(step)));
            default -> Optional.empty();
        };
    }
}
