package org.subhasta.web.page;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows from the first moment which views keep no state: those in the template for reading. Faces
 * finds out only when it builds the view, and by then PrimeFaces has put its nonce into a session,
 * so that every reader and every crawler would get one, and a cookie.
 */
public class StatelessViews extends ViewHandlerWrapper {

    private static final String TEMPLATE = "template=\"/WEB-INF/templates/page.xhtml\"";

    private final Map<String, Boolean> stateless = new ConcurrentHashMap<>();

    public StatelessViews(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public UIViewRoot createView(FacesContext context, String viewId) {
        UIViewRoot view = super.createView(context, viewId);
        if (view != null && stateless.computeIfAbsent(view.getViewId(), id -> read(context, id))) {
            view.setTransient(true);
        }
        return view;
    }

    private static boolean read(FacesContext context, String viewId) {
        try (InputStream view = context.getExternalContext().getResourceAsStream(viewId)) {
            return view != null
                    && new String(view.readAllBytes(), StandardCharsets.UTF_8).contains(TEMPLATE);
        } catch (IOException e) {
            throw new UncheckedIOException(viewId, e);
        }
    }
}
