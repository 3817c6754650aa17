package org.subhasta.web.page;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.Map;

/**
 * Lets a form be sent by the browser alone. PrimeFaces' script adds the page's nonce to what is
 * sent, and a post without it counts as forged; but a whole page is about to be written anew, so
 * it gets a fresh nonce. Ajax answers, which run in the page that is there, still need the old.
 */
public class FreshNonce implements PhaseListener {

    private static final long serialVersionUID = 1;
    private static final String NONCE = "primefaces.nonce";

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        // The view is not there yet.
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (faces.getViewRoot() == null || !faces.isPostback()
                || faces.getPartialViewContext().isAjaxRequest()) {
            return;
        }
        Map<String, Object> view = faces.getViewRoot().getViewMap(false);
        if (view != null && !faces.getExternalContext().getRequestParameterMap().containsKey(NONCE)) {
            view.remove(NONCE);
        }
    }
}
