package org.subhasta.auction.format;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import org.subhasta.auction.model.AudienceView;
import org.subhasta.auction.model.Bid;
import org.subhasta.auction.model.Reserve;

/**
 * Writes what an audience may see: {@code docs/reference/auction-live.md}. What is not there is not
 * to be seen, or does not apply. Standing bids are members by their number, so that the difference
 * of two views (RFC 7396) names those alone that changed.
 */
public final class ViewWriter {

    /** Kept, since looking it up for each view would take most of the time. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private ViewWriter() {
    }

    /** All of a view. */
    public static JsonObject write(AudienceView view) {
        JsonObjectBuilder json = JSON.createObjectBuilder().add("number", view.facts())
                .add("status", Words.of(view.status())).add("phase", view.phase());
        view.deadline().ifPresent(at -> json.add("deadline", at.toString()));
        view.pausedAt().ifPresent(at -> json.add("pausedAt", at.toString()));
        view.clockPrice().ifPresent(price -> json.add("clockPrice", price.decimal()));
        view.best().ifPresent(best -> json.add("best",
                JSON.createObjectBuilder().add("price", best.decimal())));
        if (!view.standings().isEmpty()) {
            JsonObjectBuilder standings = JSON.createObjectBuilder();
            view.standings().forEach(line -> standings.add(line.name(), JSON.createObjectBuilder()
                    .add("rank", line.rank()).add("amount", line.amount().decimal())
                    .add("own", line.own())));
            json.add("standings", standings);
        }
        view.turn().ifPresent(name -> json.add("turn", name));
        view.own().ifPresent(own -> json.add("own", own(own)));
        view.reserve().ifPresent(reserve -> json.add("reserve", reserve(reserve)));
        view.result().ifPresent(result -> json.add("result", FactWriter.write(result)));
        return json.build();
    }

    /** Own bids without their sequence, which would count the others'. */
    private static JsonObjectBuilder own(AudienceView.Own own) {
        JsonObjectBuilder json = JSON.createObjectBuilder().add("number", own.alias())
                .add("in", own.in()).add("mayAct", own.mayAct());
        own.standing().ifPresent(amount -> json.add("standing", amount.decimal()));
        own.rank().ifPresent(rank -> json.add("rank", rank));
        own.waiting().ifPresent(amount -> json.add("waiting", amount.decimal()));
        own.next().ifPresent(amount -> json.add("next", amount.decimal()));
        JsonArrayBuilder bids = JSON.createArrayBuilder();
        for (Bid bid : own.bids()) {
            bids.add(JSON.createObjectBuilder().add("id", bid.id())
                    .add("act", ActWriter.word(bid.kind())).add("amount", bid.amount().decimal()));
        }
        return json.add("bids", bids);
    }

    private static JsonObjectBuilder reserve(Reserve reserve) {
        JsonObjectBuilder json =
                JSON.createObjectBuilder().add("price", reserve.price().decimal());
        if (reserve instanceof Reserve.Hidden hidden) {
            json.add("salt", hidden.salt()).add("commitment", hidden.commitment());
        }
        return json;
    }
}
