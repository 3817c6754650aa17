package org.subhasta.auction.format;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import org.subhasta.auction.model.Fact;
import org.subhasta.auction.model.Result;

/** Writes facts and results as outcomes have them. */
public final class FactWriter {

    private static final JsonProvider JSON = JsonProvider.provider();

    private FactWriter() {
    }

    /** Facts in their order. */
    public static JsonArray write(List<Fact> facts) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        facts.forEach(fact -> array.add(RecordJson.write("fact", fact)));
        return array.build();
    }

    /** Facts in their order, as the text of an object's member {@code facts}. */
    public static String text(List<Fact> facts) {
        return JSON.createObjectBuilder().add("facts", write(facts)).build().toString();
    }

    /** A result. */
    public static JsonObject write(Result result) {
        return RecordJson.write("result", result);
    }
}
