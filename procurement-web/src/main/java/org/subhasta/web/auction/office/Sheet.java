package org.subhasta.web.auction.office;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** Inputs that belong together, as typed, by the names of their fields. */
public class Sheet implements Serializable {

    private static final long serialVersionUID = 1L;

    private final HashMap<String, String> typed = new HashMap<>();

    /** For pages: {@code #{form.typed['title']}}. */
    public Map<String, String> getTyped() {
        return typed;
    }

    /** What was typed there; "" where nothing was. */
    String text(String field) {
        String text = typed.get(field);
        return text == null ? "" : text.strip();
    }

    boolean is(String field, String value) {
        return text(field).equals(value);
    }

    void put(String field, String text) {
        typed.put(field, text);
    }
}
