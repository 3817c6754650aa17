package org.subhasta.web.page;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;
import java.util.Map;

/** Forms post back to the address the reader sees, query included, not to the view's file. */
public class CleanAddresses extends ViewHandlerWrapper {

    public CleanAddresses(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        Map<String, Object> request = context.getExternalContext().getRequestMap();
        Object address = request.get(RequestDispatcher.FORWARD_REQUEST_URI);
        boolean here = context.getViewRoot() == null
                || viewId.equals(context.getViewRoot().getViewId());
        if (address == null || !here) {
            return super.getActionURL(context, viewId);
        }
        Object query = request.get(RequestDispatcher.FORWARD_QUERY_STRING);
        return query == null ? address.toString() : address + "?" + query;
    }
}
