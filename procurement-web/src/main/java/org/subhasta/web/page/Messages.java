package org.subhasta.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

/**
 * What the page tells its reader: refusals beside their fields and at the top, and what was done.
 *
 * <p>A refusal's field finds the input by its id: {@code title} the input {@code title} in any
 * form, {@code lots[1].price} the input {@code price} in row 1 of the repetition {@code lots}.
 * Where there is no such input the sentence stands at the top only.
 */
@Named
@RequestScoped
public class Messages {

    @Inject
    Texts texts;

    /**
     * One line of the summary at the top.
     *
     * @param sentence what is wrong and how to put it right
     * @param target   id of the element to go to; empty where the whole is concerned
     */
    public record Problem(String sentence, String target) {
    }

    public void show(List<Refusal> refusals) {
        FacesContext faces = FacesContext.getCurrentInstance();
        for (Refusal refusal : refusals) {
            String sentence = texts.of(refusal);
            faces.addMessage(clientId(faces, refusal.field()),
                    new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
        }
    }

    /** The thing that came of it; where it was refused, nothing, and the reasons are shown. */
    public <T> Optional<T> value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> Optional.of(value);
            case Outcome.Refused<T>(List<Refusal> refusals) -> {
                show(refusals);
                yield Optional.empty();
            }
        };
    }

    /** Something went well; shown on this page or, after {@link Visit#go}, on the next. */
    public void done(String key, Object... values) {
        String sentence = texts.of(key, values);
        FacesContext.getCurrentInstance().addMessage(null,
                new FacesMessage(FacesMessage.SEVERITY_INFO, sentence, sentence));
    }

    /** What must be put right, in the order of the page. */
    public List<Problem> getProblems() {
        FacesContext faces = FacesContext.getCurrentInstance();
        List<Problem> problems = new ArrayList<>();
        Iterator<String> ids = faces.getClientIdsWithMessages();
        while (ids.hasNext()) {
            String id = ids.next();
            for (FacesMessage message : faces.getMessageList(id)) {
                if (message.getSeverity() != FacesMessage.SEVERITY_INFO) {
                    problems.add(problem(faces, id, message.getSummary()));
                }
            }
        }
        return problems;
    }

    /** In the summary a sentence stands far from its field, so it begins with the field's label. */
    private Problem problem(FacesContext faces, String id, String sentence) {
        if (id == null) {
            return new Problem(sentence, "");
        }
        String label = label(faces, id);
        return new Problem(label == null ? sentence : texts.of("page.problem.field", label, sentence),
                target(id));
    }

    private static String label(FacesContext faces, String id) {
        Object[] found = new Object[1];
        faces.getViewRoot().invokeOnComponent(faces, id, (context, component) -> {
            UIComponent at = component;
            while (at != null && !(at instanceof Field)) {
                at = at.getParent();
            }
            found[0] = at == null ? null : at.getAttributes().get("label");
        });
        return found[0] == null ? null : found[0].toString();
    }

    /** What went well. */
    public List<String> getSuccesses() {
        return FacesContext.getCurrentInstance().getMessageList().stream()
                .filter(message -> message.getSeverity() == FacesMessage.SEVERITY_INFO)
                .map(FacesMessage::getSummary)
                .toList();
    }

    private static String target(String clientId) {
        Map<Object, Object> inputs = FacesContext.getCurrentInstance().getAttributes();
        Object input = inputs.get(Field.INPUT_OF + clientId);
        return input == null ? clientId : input.toString();
    }

    /** The input a refusal is about, or null. */
    private static String clientId(FacesContext faces, String field) {
        if (field.isEmpty() || faces.getViewRoot() == null) {
            return null;
        }
        String path = field.replace('[', ':').replace("]", "").replace('.', ':');
        String[] found = new String[1];
        faces.getViewRoot().visitTree(VisitContext.createVisitContext(faces), (context, target) -> {
            if (isNamed(target, faces, path)) {
                found[0] = target.getClientId(faces);
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
        return found[0];
    }

    private static boolean isNamed(UIComponent component, FacesContext faces, String path) {
        if (component instanceof EditableValueHolder || component instanceof Field) {
            String id = component.getClientId(faces);
            return id.equals(path) || id.endsWith(":" + path);
        }
        return false;
    }
}
