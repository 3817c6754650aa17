package org.subhasta.web.auction.office;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;

/** Reads one phase of terms that {@link PhaseWriter} or the domain wrote in full. */
final class PhaseReader {

    private final JsonObject json;
    private final PhaseForm phase;

    private PhaseReader(JsonObject json) {
        this.json = json;
        phase = new PhaseForm(json.getString("mechanism"));
    }

    static PhaseForm read(JsonObject json) {
        return new PhaseReader(json).read();
    }

    private PhaseForm read() {
        for (String field : new String[] {"first", "last", "step", "against", "mustBeat",
            "rounds", "keepsBest"}) {
            phase.put(field, text(json.get(field)));
        }
        for (String field : new String[] {"length", "turn", "roundPause", "tick", "pause"}) {
            phase.put(field, duration(json.get(field)));
        }
        if (phase.is("pause", Typed.words(Duration.ZERO))) {
            phase.put("pause", "");
        }
        who();
        if (phase.asks("soft")) {
            phase.put("automatic", json.getBoolean("automatic", false) ? "yes" : "no");
            boolean soft = json.get("softClose") instanceof JsonObject;
            phase.put("soft", soft ? "soft" : "none");
            if (soft) {
                JsonObject close = json.getJsonObject("softClose");
                phase.put("window", duration(close.get("window")));
                phase.put("extension", duration(close.get("extension")));
                phase.put("most", text(close.get("most")));
            }
        }
        JsonObject visibility = json.getJsonObject("visibility");
        phase.put("participants", visibility.getString("participants"));
        phase.put("officer", visibility.getString("officer"));
        phase.put("everyone", visibility.getString("public"));
        return phase;
    }

    /** Those named one by one are not offered here: nobody is admitted yet. */
    private void who() {
        if (json.get("who") instanceof JsonObject best) {
            phase.put("who", "best");
            phase.put("best", text(best.get("best")));
        } else {
            phase.put("who", text(json.get("who")));
        }
    }

    static String text(JsonValue value) {
        return switch (value) {
            case JsonString text -> text.getString();
            case JsonNumber number -> number.toString();
            case null, default -> "";
        };
    }

    /** As people write it; what is none as it was typed. */
    static String duration(JsonValue value) {
        String text = text(value);
        return text.startsWith("P") ? Typed.duration(text).map(Typed::words).orElse(text) : text;
    }
}
