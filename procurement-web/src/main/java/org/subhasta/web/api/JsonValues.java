package org.subhasta.web.api;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import org.subhasta.kernel.Money;

/** How values look: money as {@code {"amount":"12.50","currency":"EUR"}}, never a JSON number. */
@Provider
public class JsonValues implements ContextResolver<Jsonb> {

    private final Jsonb jsonb = JsonbBuilder.create(
            new JsonbConfig().withAdapters(new MoneyAdapter()).withNullValues(false));

    @Override
    public Jsonb getContext(Class<?> type) {
        return jsonb;
    }

    /** Money as an object of two strings. */
    public static class MoneyAdapter implements JsonbAdapter<Money, Map<String, String>> {

        @Override
        public Map<String, String> adaptToJson(Money money) {
            return Map.of("amount", money.decimal(), "currency", money.currency().getCurrencyCode());
        }

        @Override
        public Money adaptFromJson(Map<String, String> json) {
            return Money.of(json.getOrDefault("amount", ""), json.getOrDefault("currency", ""));
        }
    }
}
