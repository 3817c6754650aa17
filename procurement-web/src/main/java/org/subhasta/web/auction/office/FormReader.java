package org.subhasta.web.auction.office;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.auction.format.TermsWriter;
import org.subhasta.auction.model.Terms;

/** Fills the form from terms, finished or not. */
final class FormReader {

    private final JsonObject own;
    private final JsonObject full;
    private final ZoneId zone;
    private final AuctionForm form = new AuctionForm();

    private FormReader(JsonObject own, JsonObject full, ZoneId zone) {
        this.own = own;
        this.full = full;
        this.zone = zone;
    }

    /** Empty where the form cannot show these terms in full: then they are edited as text. */
    static Optional<AuctionForm> read(String terms, ZoneId zone) {
        Optional<LiveTerms> live = LiveTerms.read(terms).value();
        try {
            JsonObject own = object(terms);
            JsonObject full = live.map(LiveTerms::file).map(file -> TermsWriter.write(
                    file.lots().values().iterator().next())).orElse(own);
            AuctionForm form = new FormReader(own, full, zone).read();
            return live.isEmpty() || isAll(live.get(), own, form, zone)
                    ? Optional.of(form) : Optional.empty();
        } catch (JsonException | ClassCastException | NullPointerException otherwiseWritten) {
            return Optional.empty();
        }
    }

    /** Written again it has to be the same auction, word for word where people read it. */
    private static boolean isAll(LiveTerms terms, JsonObject own, AuctionForm form, ZoneId zone) {
        FormWriter.Written again = FormWriter.write(form, zone);
        JsonObject json = object(again.terms());
        return again.problems().isEmpty() && LiveTerms.read(again.terms()).value()
                .filter(read -> read.file().equals(terms.file())
                        && read.title().equals(terms.title())
                        && read.follows().equals(terms.follows())).isPresent()
                && titles(own).equals(titles(json));
    }

    private static String titles(JsonObject terms) {
        StringBuilder titles = new StringBuilder();
        if (terms.get("lots") instanceof JsonArray lots) {
            for (JsonValue lot : lots) {
                titles.append(lot instanceof JsonObject one
                        ? PhaseReader.text(one.get("title")) : "").append('\n');
            }
        }
        return titles.toString();
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private AuctionForm read() {
        LiveTerms.followsOf(own.toString()).ifPresent(form::follows);
        for (String field : new String[] {"title", "format", "currency", "openingPrice"}) {
            form.put(field, PhaseReader.text(own.get(field)));
        }
        for (String field : new String[] {"direction", "payment", "minimumParticipants"}) {
            form.put(field, PhaseReader.text(full.get(field)));
        }
        opening(PhaseReader.text(own.get("opensAt")));
        form.put("reserveKind", "none");
        reserve(form, "", own.get("reserve"));
        scoring();
        for (JsonValue phase : full.getJsonArray("phases")) {
            form.getPhases().add(PhaseReader.read(phase.asJsonObject()));
        }
        lots();
        return form;
    }

    /** An instant, or a date and a time as they were typed. */
    private void opening(String text) {
        String[] typed = text.split(" ", 2);
        try {
            LocalDateTime at = Instant.parse(text).atZone(zone).toLocalDateTime();
            typed = new String[] {at.toLocalDate().toString(), at.toLocalTime().toString()};
        } catch (DateTimeException e) {
            // As it was typed, then.
        }
        form.put("opensOn", typed[0]);
        form.put("opensAt", typed.length > 1 ? typed[1] : "");
    }

    private void reserve(Sheet sheet, String lot, JsonValue reserve) {
        if (reserve instanceof JsonObject hidden) {
            form.put("reserveKind", "hidden");
            form.salts().put(lot, hidden.getString("salt"));
            sheet.put("reserve", PhaseReader.text(hidden.get("price")));
        } else if (reserve != null) {
            form.put("reserveKind", "open");
            sheet.put("reserve", PhaseReader.text(reserve));
        }
    }

    private void scoring() {
        JsonObject scoring = full.getJsonObject("scoring");
        form.put("lifeCycleCost",
                scoring != null && scoring.getBoolean("lifeCycleCost", false) ? "yes" : "no");
        if (scoring != null && scoring.containsKey("quality")) {
            for (Map.Entry<String, JsonValue> one : scoring.getJsonObject("quality").entrySet()) {
                Sheet criterion = new Sheet();
                criterion.put("name", one.getKey());
                criterion.put("weight", PhaseReader.text(one.getValue()));
                form.getCriteria().add(criterion);
            }
        }
    }

    private void lots() {
        form.put("lotOrder", "parallel");
        if (own.get("lotOrder") instanceof JsonObject order) {
            String way = order.keySet().iterator().next();
            form.put("lotOrder", way);
            form.put("lotInterval", PhaseReader.duration(order.get(way)));
        }
        if (!own.containsKey("lots")) {
            return;
        }
        for (JsonValue one : own.getJsonArray("lots")) {
            JsonObject json = one.asJsonObject();
            Sheet lot = new Sheet();
            for (String field : new String[] {"id", "title", "openingPrice"}) {
                lot.put(field, PhaseReader.text(json.get(field)));
            }
            reserve(lot, lot.text("id"), json.get("reserve"));
            form.getLots().add(lot);
        }
    }

    /** The inputs of phases that are added or replace others, with what is usual. */
    static AuctionForm phasesOf(Terms terms) {
        JsonObject json = TermsWriter.write(terms);
        AuctionForm form = new AuctionForm();
        json.getJsonArray("phases").forEach(phase ->
                form.getPhases().add(PhaseReader.read(phase.asJsonObject())));
        return form;
    }
}
