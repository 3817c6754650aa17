package org.subhasta.web.page;

import com.ibm.icu.text.MessageFormat;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.subhasta.kernel.Refusal;

/**
 * Every text of every page, as {@code t}: {@code #{t['tendering.title']}}, with values
 * {@code #{t.of('tendering.bids', count)}}. In the reader's language where there is one, else in
 * English. A key without a text is shown as {@code [key]}; a test keeps that from happening.
 */
@Named("t")
@RequestScoped
public class Texts extends AbstractMap<String, String> {

    private static final Pattern COUNTED = Pattern.compile("\\{(\\d+), *plural");

    @Inject
    Sentences sentences;

    @Inject
    Visit visit;

    /** The text as it stands; a pattern's placeholders are left alone. */
    @Override
    public String get(Object key) {
        return all().getOrDefault(String.valueOf(key), "[" + key + "]");
    }

    @Override
    public boolean containsKey(Object key) {
        return all().containsKey(String.valueOf(key));
    }

    /** The text with values in place of <code>{0}</code>, <code>{1}</code>, by ICU's rules. */
    public String of(String key, Object... values) {
        return format(get(key), locale(), values);
    }

    /** Refusals tell everything as text: what is counted becomes a number again. */
    public static String format(String pattern, Locale locale, Object... values) {
        Object[] told = values.clone();
        COUNTED.matcher(pattern).results().mapToInt(found -> Integer.parseInt(found.group(1)))
                .filter(i -> i < told.length && told[i] instanceof String)
                .forEach(i -> told[i] = new BigDecimal((String) told[i]));
        return new MessageFormat(pattern, locale).format(told, new StringBuffer(), null)
                .toString();
    }

    /** The sentence that tells a person why something was refused. */
    public String of(Refusal refusal) {
        return of(refusal.code().messageKey(), refusal.details().toArray());
    }

    /** All texts whose keys start so, as a JSON object, for our scripts to speak the language. */
    public String starting(String prefix) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        all().forEach((key, text) -> {
            if (key.startsWith(prefix)) {
                json.add(key, text);
            }
        });
        return json.build().toString();
    }

    public Locale locale() {
        return visit.locale();
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return all().entrySet();
    }

    private Map<String, String> all() {
        return sentences.in(locale());
    }
}
