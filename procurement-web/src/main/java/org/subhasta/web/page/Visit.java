package org.subhasta.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.ServerClock;
import org.subhasta.web.operation.RequestId;

/** This request, in words pages and their beans use: where we are, where to go next. */
@Named
@RequestScoped
public class Visit {

    @Inject
    ServerClock clock;

    @Inject
    HttpServletRequest request;

    private Instant now;
    private String reference;

    /** The server's time, the same wherever it stands on one page. */
    public Instant getNow() {
        if (now == null) {
            now = clock.now();
        }
        return now;
    }

    /** The address the reader sees, without the query: {@code /tenders/x1}. */
    public String getAddress() {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        if (failed != null && !failed.toString().startsWith("/views/")) {
            return failed.toString();
        }
        return forwarded == null ? request.getRequestURI() : forwarded.toString();
    }

    /** The address with its query, to come back to after signing in. */
    public String getAddressAndQuery() {
        Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        return query == null ? getAddress() : getAddress() + "?" + query;
    }

    /** A parameter of the query, or a part in braces of the address; null where absent. */
    public String parameter(String name) {
        // The injected request is the one that came in; the parts are those of the forwarded one.
        FacesContext faces = FacesContext.getCurrentInstance();
        return faces == null ? request.getParameter(name)
                : faces.getExternalContext().getRequestParameterMap().get(name);
    }

    /**
     * This address with one parameter of its query changed, for links to another page of a list or
     * another order: {@code #{visit.with('page', 2)}}; null or empty leaves the parameter out.
     */
    public String with(String name, Object value) {
        StringBuilder query = new StringBuilder();
        Object here = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        for (String pair : here == null ? new String[0] : here.toString().split("&")) {
            if (!pair.isEmpty() && !pair.equals(name) && !pair.startsWith(name + "=")) {
                query.append(query.isEmpty() ? '?' : '&').append(pair);
            }
        }
        if (value != null && !value.toString().isEmpty()) {
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
        return getAddress() + query;
    }

    /** Ends this request by sending the browser to another of our addresses. */
    public void go(String address) {
        if (!address.startsWith("/") || address.startsWith("//")) {
            throw new IllegalArgumentException("not one of our addresses: " + address);
        }
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        try {
            external.getFlash().setKeepMessages(true);
            external.redirect(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends this request with the page that says there is no such thing here. */
    public void notFound() {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For an error page: this status, unless a more exact one of the caller's fault is known. */
    public void setStatus(int status) {
        Object known = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        boolean exact = status >= 500 && known instanceof Integer code && code >= 400 && code < 500;
        FacesContext.getCurrentInstance().getExternalContext()
                .setResponseStatus(exact ? (Integer) known : status);
    }

    /** What to tell support; the same stands in the server's log. */
    public String getReference() {
        if (reference == null) {
            Object given = request.getAttribute(RequestId.ATTRIBUTE);
            reference = given == null ? Identifier.next() : given.toString();
        }
        return reference;
    }

    public Locale locale() {
        FacesContext faces = FacesContext.getCurrentInstance();
        return faces == null || faces.getViewRoot() == null || faces.getViewRoot().getLocale() == null
                ? Locale.ENGLISH
                : faces.getViewRoot().getLocale();
    }

    /** The authority's zone, in which instants are written unless a tender names its own. */
    public ZoneId zone() {
        String configured = System.getProperty("subhasta.zone", System.getenv("SUBHASTA_ZONE"));
        return configured == null || configured.isBlank()
                ? ZoneId.systemDefault()
                : ZoneId.of(configured);
    }
}
