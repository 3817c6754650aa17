package org.subhasta.tendering;

import static org.subhasta.tendering.JsonText.objects;
import static org.subhasta.tendering.JsonText.text;
import static org.subhasta.tendering.JsonText.texts;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.subhasta.tendering.model.Draft;
import org.subhasta.tendering.model.TenderDocument;

/**
 * A draft as JSON: how it is stored, and what programs send and get. Members that are missing are
 * empty, since drafts are unfinished; members that are unknown are not kept.
 */
public final class DraftJson {

    private DraftJson() {
    }

    public static JsonObject write(Draft draft) {
        return Json.createObjectBuilder()
                .add("title", draft.title())
                .add("description", draft.description())
                .add("place", draft.place())
                .add("classification", draft.classification())
                .add("additionalClassifications", Json.createArrayBuilder(draft.additional()))
                .add("prices", draft.prices())
                .add("partialBids", draft.partialBids())
                .add("currency", draft.currency())
                .add("closesOn", draft.closesOn())
                .add("closesAt", draft.closesAt())
                .add("zone", draft.zone())
                .add("lots", lots(draft.lots()))
                .add("documents", documents(draft.documents()))
                .add("opening", Json.createObjectBuilder()
                        .add("openers", Json.createArrayBuilder(draft.opening().openers()))
                        .add("threshold", draft.opening().threshold())
                        .add("envelopes", draft.opening().envelopes())
                        .add("graceMinutes", draft.opening().graceMinutes())
                        .add("periodDays", draft.opening().periodDays()))
                .build();
    }

    public static Draft read(JsonObject json) {
        return new Draft(text(json, "title"), text(json, "description"), text(json, "place"),
                text(json, "classification"), texts(json, "additionalClassifications"),
                text(json, "prices"), json.get("partialBids") == JsonValue.TRUE,
                text(json, "currency"), text(json, "closesOn"), text(json, "closesAt"),
                text(json, "zone"), objects(json, "lots").map(DraftJson::lot).toList(),
                readDocuments(json), opening(json));
    }

    /** Drafts from before bids were sealed have none yet: they begin with the usual. */
    private static Draft.Opening opening(JsonObject json) {
        if (!(json.get("opening") instanceof JsonObject opening)) {
            return Draft.Opening.usual();
        }
        return new Draft.Opening(texts(opening, "openers"), text(opening, "threshold"),
                text(opening, "envelopes"), text(opening, "graceMinutes"),
                text(opening, "periodDays"));
    }

    static JsonArrayBuilder documents(List<TenderDocument> documents) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        documents.forEach(document -> array.add(Json.createObjectBuilder()
                .add("sha256", document.sha256())
                .add("name", document.name())
                .add("title", document.title())
                .add("size", document.size())
                .add("mediaType", document.mediaType())));
        return array;
    }

    static List<TenderDocument> readDocuments(JsonObject json) {
        return objects(json, "documents").map(document -> new TenderDocument(
                text(document, "sha256"), text(document, "name"), text(document, "title"),
                document.get("size") instanceof JsonNumber size ? size.longValue() : 0,
                text(document, "mediaType"))).toList();
    }

    private static JsonArrayBuilder lots(List<Draft.DraftLot> lots) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Draft.DraftLot lot : lots) {
            JsonObjectBuilder object = Json.createObjectBuilder()
                    .add("id", lot.id())
                    .add("title", lot.title())
                    .add("description", lot.description())
                    .add("quantity", lot.quantity())
                    .add("unit", lot.unit())
                    .add("classification", lot.classification())
                    .add("estimatedValue", lot.estimatedValue())
                    .add("auction", lot.auction());
            array.add(object);
        }
        return array;
    }

    private static Draft.DraftLot lot(JsonObject json) {
        return new Draft.DraftLot(text(json, "id"), text(json, "title"),
                text(json, "description"), text(json, "quantity"), text(json, "unit"),
                text(json, "classification"), text(json, "estimatedValue"),
                json.get("auction") == JsonValue.TRUE);
    }
}
