package org.subhasta.web.auction.office;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.subhasta.kernel.Refusal;

/**
 * Writes what was typed as terms. What cannot be read is a problem and stands in them as it was
 * typed, so that it is there again when the draft is opened.
 */
final class FormWriter {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 32;

    private final AuctionForm form;
    private final ZoneId zone;
    private final Fields fields;

    private FormWriter(AuctionForm form, ZoneId zone) {
        this.form = form;
        this.zone = zone;
        fields = new Fields(currency(form.text("currency")));
    }

    /**
     * Terms, and what keeps them from being any.
     *
     * @param problems each beside the input it is about
     */
    record Written(String terms, List<Refusal> problems) {
    }

    /** @param zone in which the opening was typed */
    static Written write(AuctionForm form, ZoneId zone) {
        FormWriter writer = new FormWriter(form, zone);
        String terms = writer.terms().build().toString();
        return new Written(terms, List.copyOf(writer.fields.problems()));
    }

    static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            return Currency.getInstance("EUR");
        }
    }

    private JsonObjectBuilder terms() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("title", fields.needed("title", form.text("title")));
        form.follows().ifPresent(follows -> json.add("follows", Json.createObjectBuilder()
                .add("tender", follows.tender()).add("lot", follows.lot())));
        if (!form.text("format").isEmpty()) {
            json.add("format", form.text("format"));
        }
        json.add("direction", form.text("direction")).add("currency", form.text("currency"))
                .add("opensAt", opensAt());
        fields.amount("openingPrice", form.text("openingPrice"), false)
                .ifPresent(price -> json.add("openingPrice", price));
        reserve("reserve", "", form.text("reserve"), lotsHaveReserves())
                .ifPresent(reserve -> json.add("reserve", reserve));
        scoring(json);
        json.add("payment", form.text("payment")).add("minimumParticipants",
                fields.count("minimumParticipants", form.text("minimumParticipants")));
        JsonArrayBuilder phases = Json.createArrayBuilder();
        for (int i = 0; i < form.getPhases().size(); i++) {
            phases.add(new PhaseWriter(form.getPhases().get(i), "phases[" + i + "].", fields)
                    .write());
        }
        json.add("phases", phases);
        lots(json);
        return json;
    }

    private String opensAt() {
        String typed = form.text("opensOn") + " " + form.text("opensAt");
        if (form.text("opensOn").isEmpty()) {
            fields.refuse("opensOn", FormRefusal.TYPED_NOTHING);
        } else if (form.text("opensAt").isEmpty()) {
            fields.refuse("opensAt", FormRefusal.TYPED_NOTHING);
        } else {
            try {
                LocalDateTime at = LocalDate.parse(form.text("opensOn"))
                        .atTime(LocalTime.parse(form.text("opensAt")));
                if (zone.getRules().getValidOffsets(at).size() == 1) {
                    return at.atZone(zone).toInstant().toString();
                }
                fields.refuse("opensAt", FormRefusal.TYPED_TIME_UNCLEAR);
            } catch (DateTimeException e) {
                fields.refuse("opensOn", FormRefusal.TYPED_NO_INSTANT);
            }
        }
        return typed;
    }

    private boolean lotsHaveReserves() {
        return !form.getLots().isEmpty()
                && form.getLots().stream().noneMatch(lot -> lot.text("reserve").isEmpty());
    }

    /** @param spared whether it may be left empty though there are reserves */
    private Optional<JsonValue> reserve(String field, String lot, String typed, boolean spared) {
        if (form.is("reserveKind", "none")) {
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            fields.refuse("reserveKind", FormRefusal.TYPED_RESERVE_UNDECIDED);
            return Optional.of(Json.createValue(typed));
        }
        Optional<String> price = fields.amount(field, typed, !spared);
        if (form.is("reserveKind", "open")) {
            return price.map(Json::createValue);
        }
        return price.map(hidden -> Json.createObjectBuilder().add("price", hidden)
                .add("salt", form.salts().computeIfAbsent(lot, key -> salt())).build());
    }

    private static String salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    private void scoring(JsonObjectBuilder json) {
        boolean costs = form.is("lifeCycleCost", "yes");
        if (form.getCriteria().isEmpty() && !costs) {
            return;
        }
        JsonObjectBuilder scoring = Json.createObjectBuilder();
        if (!form.getCriteria().isEmpty()) {
            Map<String, String> weights = new LinkedHashMap<>();
            for (int i = 0; i < form.getCriteria().size(); i++) {
                Sheet criterion = form.getCriteria().get(i);
                String place = "criteria[" + i + "].";
                weights.put(another(weights.keySet(), place + "name", fields.needed(
                                place + "name", criterion.text("name"))),
                        fields.weight(place + "weight", criterion.text("weight")));
            }
            JsonObjectBuilder quality = Json.createObjectBuilder();
            weights.forEach(quality::add);
            scoring.add("quality", quality);
        }
        json.add("scoring", scoring.add("lifeCycleCost", costs));
    }

    /** Terms take a name once: the second is refused, and kept with a mark beside the first. */
    private String another(Set<String> names, String field, String typed) {
        String name = typed;
        for (int i = 2; names.contains(name); i++) {
            name = typed + " (" + i + ")";
        }
        if (!name.equals(typed)) {
            fields.refuse(field, FormRefusal.TYPED_TWICE);
        }
        return name;
    }

    private void lots(JsonObjectBuilder json) {
        if (form.getLots().isEmpty()) {
            return;
        }
        JsonArrayBuilder lots = Json.createArrayBuilder();
        for (int i = 0; i < form.getLots().size(); i++) {
            Sheet lot = form.getLots().get(i);
            String place = "lots[" + i + "].";
            String id = lot.text("id");
            JsonObjectBuilder one = Json.createObjectBuilder().add("id", id)
                    .add("title", fields.needed(place + "title", lot.text("title")));
            fields.amount(place + "openingPrice", lot.text("openingPrice"), false)
                    .ifPresent(price -> one.add("openingPrice", price));
            reserve(place + "reserve", id, lot.text("reserve"), true)
                    .ifPresent(reserve -> one.add("reserve", reserve));
            lots.add(one);
        }
        json.add("lots", lots).add("lotOrder", order());
    }

    private JsonValue order() {
        if (form.is("lotOrder", "parallel")) {
            return Json.createValue("parallel");
        }
        return Json.createObjectBuilder().add(form.text("lotOrder"),
                fields.duration("lotInterval", form.text("lotInterval"))).build();
    }
}
