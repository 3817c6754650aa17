package org.subhasta.web.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A request without files. No text that somebody types holds the character NUL, and PostgreSQL keeps
 * none: whoever sends one finds the sign for an unreadable character in its place.
 */
final class PlainForm extends HttpServletRequestWrapper {

    private static final char NUL = '\0';
    private static final char UNREADABLE = '\uFFFD';

    PlainForm(HttpServletRequest request) {
        super(request);
    }

    /** The text with what can be read of it. */
    static String legible(String text) {
        return text == null ? null : text.replace(NUL, UNREADABLE);
    }

    @Override
    public String getParameter(String name) {
        return legible(super.getParameter(name));
    }

    @Override
    public String[] getParameterValues(String name) {
        String[] values = super.getParameterValues(name);
        return values == null ? null
                : Stream.of(values).map(PlainForm::legible).toArray(String[]::new);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> all = new LinkedHashMap<>();
        super.getParameterMap().keySet()
                .forEach(name -> all.put(name, getParameterValues(name)));
        return all;
    }

    /** None: asked for those of such a form, the server fails. */
    @Override
    public Collection<Part> getParts() {
        return List.of();
    }

    @Override
    public Part getPart(String name) {
        return null;
    }
}
