package org.subhasta.web.auction.office;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** Writes one phase of the form as one of the terms. */
final class PhaseWriter {

    private final PhaseForm phase;
    private final String place;
    private final Fields fields;
    private final JsonObjectBuilder json = Json.createObjectBuilder();

    /** @param place before the names of its inputs, such as {@code phases[0].} */
    PhaseWriter(PhaseForm phase, String place, Fields fields) {
        this.phase = phase;
        this.place = place;
        this.fields = fields;
    }

    JsonObject write() {
        json.add("mechanism", phase.getMechanism());
        if (!phase.text("pause").isEmpty()) {
            duration("pause");
        }
        for (String field : new String[] {"first", "last"}) {
            if (phase.asks(field)) {
                json.add(field, fields.amount(place + field, phase.text(field)));
            }
        }
        if (phase.asks("step")) {
            json.add("step", phase.isClock()
                    ? fields.amount(place + "step", phase.text("step"))
                    : fields.step(place + "step", phase.text("step")));
        }
        for (String field : new String[] {"length", "turn", "roundPause", "tick"}) {
            if (phase.asks(field)) {
                duration(field);
            }
        }
        for (String field : new String[] {"against", "mustBeat"}) {
            if (phase.asks(field)) {
                json.add(field, phase.text(field));
            }
        }
        if (phase.asks("rounds")) {
            json.add("rounds", fields.count(place + "rounds", phase.text("rounds")));
        }
        if (phase.asks("keepsBest")) {
            count("keepsBest", json);
        }
        if (phase.asks("who")) {
            json.add("who", who());
        }
        if (phase.asks("soft")) {
            json.add("softClose", softClose()).add("automatic", phase.is("automatic", "yes"));
        }
        return json.add("visibility", Json.createObjectBuilder()
                .add("participants", phase.text("participants"))
                .add("officer", phase.text("officer"))
                .add("public", phase.text("everyone"))).build();
    }

    private void duration(String field) {
        json.add(field, fields.duration(place + field, phase.text(field)));
    }

    /** Left empty there is no such number. */
    private void count(String field, JsonObjectBuilder to) {
        if (!phase.text(field).isEmpty()) {
            to.add(field, fields.count(place + field, phase.text(field)));
        }
    }

    private JsonValue who() {
        return phase.is("who", "best") ? Json.createObjectBuilder()
                .add("best", fields.count(place + "best", phase.text("best"))).build()
                : Json.createValue(phase.text("who"));
    }

    private JsonValue softClose() {
        if (phase.is("soft", "none")) {
            return Json.createValue("none");
        }
        JsonObjectBuilder close = Json.createObjectBuilder()
                .add("window", fields.duration(place + "window", phase.text("window")))
                .add("extension", fields.duration(place + "extension", phase.text("extension")));
        count("most", close);
        return close.build();
    }
}
