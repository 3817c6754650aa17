package org.subhasta.auction.format;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.subhasta.auction.model.Result;
import org.subhasta.kernel.Money;

/**
 * Writes facts and results by their components, so that a new one is written in the moment it is
 * there; the schema of outcomes, against which tests hold all examples, says which there are.
 */
final class RecordJson {

    /** Kept, since looking it up for each fact would take most of the time. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private RecordJson() {
    }

    /** A record as an object whose member {@code kind} is its name: {@code standing-changed}. */
    static JsonObject write(String kind, Object record) {
        return members(JSON.createObjectBuilder().add(kind, Words.of(record.getClass())),
                (Record) record);
    }

    private static JsonObject members(JsonObjectBuilder json, Record value) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object member = read(component, value);
            if (!(member instanceof Optional<?> optional && optional.isEmpty())) {
                json.add(component.getName(), json(member));
            }
        }
        return json.build();
    }

    private static Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessors are public and plain", e);
        }
    }

    private static JsonValue json(Object member) {
        return switch (member) {
            case Optional<?> optional -> json(optional.orElseThrow());
            case Money money -> JSON.createValue(money.decimal());
            case Result result -> write("result", result);
            case Integer number -> JSON.createValue(number);
            case Long number -> JSON.createValue(number);
            case Enum<?> constant -> JSON.createValue(Words.of(constant));
            case List<?> list -> {
                JsonArrayBuilder array = JSON.createArrayBuilder();
                list.forEach(one -> array.add(json(one)));
                yield array.build();
            }
            default -> JSON.createValue(member.toString());
        };
    }
}
