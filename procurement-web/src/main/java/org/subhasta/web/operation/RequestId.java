package org.subhasta.web.operation;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.subhasta.kernel.Identifier;

/**
 * Gives each request an id: in every line of the log that it causes ({@code mdc.request}), in the
 * answer's {@code X-Request-Id}, and thereby on error pages as the reference to quote. An id that
 * a reverse proxy has given is kept when it is harmless in a log.
 */
@WebFilter(filterName = "RequestId", urlPatterns = "/*",
        dispatcherTypes = DispatcherType.REQUEST, asyncSupported = true)
public class RequestId extends HttpFilter {

    /** Header in requests and answers. */
    public static final String HEADER = "X-Request-Id";

    /** Request attribute that holds the id. */
    public static final String ATTRIBUTE = "org.subhasta.request";

    private static final long serialVersionUID = 1L;
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = idOf(request);
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        MDC.put("request", id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove("request");
        }
    }

    private static String idOf(HttpServletRequest request) {
        String given = request.getHeader(HEADER);
        return given != null && HARMLESS.matcher(given).matches()
                ? given : Identifier.next();
    }
}
