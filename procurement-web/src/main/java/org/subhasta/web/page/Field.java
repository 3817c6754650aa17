package org.subhasta.web.page;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.primefaces.component.api.InputHolder;

/**
 * A labelled input: label, hint, what is wrong, then the input itself, tied together for people
 * who listen to pages ({@code aria-describedby}, {@code aria-invalid}). Written
 * {@code <s:field label="…" hint="…"><h:inputText id="title" …/></s:field>}.
 *
 * <p>With {@code group="true"} it is a fieldset with a legend, for radio buttons, check boxes or
 * several inputs that are one answer.
 */
@FacesComponent(Field.TYPE)
public class Field extends UIComponentBase {

    public static final String TYPE = "org.subhasta.Field";
    static final String INPUT_OF = "org.subhasta.input:";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public boolean getRendersChildren() {
        return false;
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        Optional<UIComponent> input = input(this);
        String id = input.orElse(this).getClientId(context);
        List<String> wrong = wrong(context, input);
        ResponseWriter out = context.getResponseWriter();
        boolean group = Boolean.parseBoolean(attribute("group"));

        out.startElement(group ? "fieldset" : "div", this);
        out.writeAttribute("class", classes(wrong), null);
        String focus = input.map(i -> focusable(i, context)).orElse(id);
        if (group) {
            // The summary at the top leads to the legend where there is no single input.
            out.writeAttribute("id", getClientId(context), null);
            out.writeAttribute("tabindex", "-1", null);
        }
        writeLabel(out, group, focus);
        String hint = attribute("hint");
        if (hint != null) {
            write(out, "p", "hint", id + "-hint", hint);
        }
        for (int i = 0; i < wrong.size(); i++) {
            write(out, "p", "wrong", i == 0 ? id + "-wrong" : null, wrong.get(i));
        }
        input.ifPresent(i -> describe(i, id, hint != null, !wrong.isEmpty(), group));
        if (input.isPresent()) {
            context.getAttributes().put(INPUT_OF + id, focus);
        }
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        boolean group = Boolean.parseBoolean(attribute("group"));
        context.getResponseWriter().endElement(group ? "fieldset" : "div");
    }

    private void writeLabel(ResponseWriter out, boolean group, String focus) throws IOException {
        out.startElement(group ? "legend" : "label", null);
        if (!group) {
            out.writeAttribute("for", focus, null);
        }
        out.writeText(Optional.ofNullable(attribute("label")).orElse(""), null);
        String optional = attribute("optional");
        if (optional != null) {
            out.writeText(" ", null);
            out.startElement("span", null);
            out.writeAttribute("class", "muted", null);
            out.writeText(optional, null);
            out.endElement("span");
        }
        out.endElement(group ? "legend" : "label");
    }

    private static void write(ResponseWriter out, String element, String style, String id,
            String text) throws IOException {
        out.startElement(element, null);
        out.writeAttribute("class", style, null);
        if (id != null) {
            out.writeAttribute("id", id, null);
        }
        out.writeText(text, null);
        out.endElement(element);
    }

    private String classes(List<String> wrong) {
        String own = attribute("styleClass");
        return "field" + (wrong.isEmpty() ? "" : " is-wrong") + (own == null ? "" : " " + own);
    }

    private List<String> wrong(FacesContext context, Optional<UIComponent> input) {
        List<String> wrong = new ArrayList<>();
        List<FacesMessage> messages = new ArrayList<>(
                context.getMessageList(getClientId(context)));
        input.ifPresent(i -> messages.addAll(context.getMessageList(i.getClientId(context))));
        for (FacesMessage message : messages) {
            if (message.getSeverity() != FacesMessage.SEVERITY_INFO) {
                wrong.add(message.getSummary());
            }
        }
        return wrong;
    }

    private static void describe(UIComponent input, String id, boolean hint, boolean wrong,
            boolean group) {
        String by = (hint ? id + "-hint " : "") + (wrong ? id + "-wrong" : "");
        if (!group && !by.isBlank()) {
            input.getPassThroughAttributes().put("aria-describedby", by.trim());
        } else {
            input.getPassThroughAttributes().remove("aria-describedby");
        }
        // PrimeFaces writes aria-invalid itself, and twice is one time too many.
        if (!input.getClass().getName().startsWith("org.primefaces.")) {
            if (wrong && !group) {
                input.getPassThroughAttributes().put("aria-invalid", "true");
            } else {
                input.getPassThroughAttributes().remove("aria-invalid");
            }
        }
    }

    /** Components made of several elements name the one that takes the focus. */
    private static String focusable(UIComponent input, FacesContext context) {
        return input instanceof InputHolder holder
                ? holder.getInputClientId()
                : input.getClientId(context);
    }

    private static Optional<UIComponent> input(UIComponent parent) {
        for (UIComponent child : parent.getChildren()) {
            if (child instanceof EditableValueHolder && child.isRendered()) {
                return Optional.of(child);
            }
            Optional<UIComponent> deeper = input(child);
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }

    private String attribute(String name) {
        Object value = getAttributes().get(name);
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }
}
