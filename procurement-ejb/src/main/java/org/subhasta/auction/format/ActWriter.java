package org.subhasta.auction.format;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.BidKind;
import org.subhasta.auction.model.Scoring.Marks;

/**
 * Writes acts as {@link ActsReader} reads them, with nothing left to defaults: an act read again is
 * the same act.
 */
public final class ActWriter {

    /** What acts are called. */
    public static final List<String> WORDS = List.of("bid", "limit", "confirm", "take-back",
            "pause", "resume", "cancel", "extend", "annul", "exclude", "admit", "interrupted",
            "set-opening");

    /** Kept, since looking it up for each act would take most of the time. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private ActWriter() {
    }

    /** The object of a line. */
    public static JsonObject write(Instant at, String lot, Act act) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("at", at.toString()).add("act", word(act)).add("lot", lot);
        members(json, act);
        return json.build();
    }

    /** What an act is called in files: {@code take-back}. */
    public static String word(Act act) {
        return act instanceof Act.PlaceBid bid ? word(bid.kind()) : Words.of(act.getClass());
    }

    static String word(BidKind kind) {
        return switch (kind) {
            case BID -> "bid";
            case LIMIT -> "limit";
            case CONFIRMATION -> "confirm";
        };
    }

    private static void members(JsonObjectBuilder json, Act act) {
        switch (act) {
            case Act.PlaceBid bid -> json.add("id", bid.id())
                    .add("participant", bid.participant()).add("amount", bid.amount())
                    .add("currency", bid.currency()).add("seen", bid.seen());
            case Act.TakeBack back ->
                    json.add("id", back.id()).add("participant", back.participant());
            case Act.Extend extend ->
                    json.add("by", extend.by().toString()).add("reason", extend.reason());
            case Act.Annul annul -> json.add("bid", annul.bid()).add("reason", annul.reason());
            case Act.Exclude exclude -> json.add("participant", exclude.participant())
                    .add("reason", exclude.reason());
            case Act.OfOfficer officer -> json.add("reason", officer.reason());
            case Act.Admit admit -> admit(json, admit);
            case Act.SetOpening opening -> json.add("opensAt", opening.at().toString());
            case Act.Interrupted interrupted -> json.add("from", interrupted.from().toString())
                    .add("until", interrupted.until().toString())
                    .add("cause", Words.of(interrupted.cause()));
        }
    }

    private static void admit(JsonObjectBuilder json, Act.Admit admit) {
        json.add("participant", admit.participant()).add("alias", admit.alias());
        Marks marks = admit.marks();
        if (!marks.weights().isEmpty()) {
            JsonObjectBuilder weights = JSON.createObjectBuilder();
            marks.weights().entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .forEach(weight ->
                            weights.add(weight.getKey(), weight.getValue().toPlainString()));
            json.add("weights", weights);
        }
        marks.cost().ifPresent(cost -> json.add("cost", cost.decimal()));
        admit.position().ifPresent(position -> json.add("position", position.decimal()));
    }
}
