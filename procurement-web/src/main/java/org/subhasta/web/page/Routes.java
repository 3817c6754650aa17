package org.subhasta.web.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Leads clean addresses to their views ({@code /tenders/x1} to
 * {@code /views/tendering/tender.xhtml} with {@code id=x1}) and hides the views themselves: the
 * path of a file is nobody's address.
 *
 * <p>The table is the lines of {@code /WEB-INF/routes/*.properties}, one file per capability.
 */
public final class Routes extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final String FOLDER = "/WEB-INF/routes/";
    private static final String RESOURCES = "/jakarta.faces.resource/";

    private transient RouteTable table;

    @Override
    public void init(FilterConfig config) throws ServletException {
        super.init(config);
        table = new RouteTable(read(config.getServletContext()));
    }

    private static Map<String, String> read(ServletContext context) throws ServletException {
        Map<String, String> views = new HashMap<>();
        Set<String> files = context.getResourcePaths(FOLDER);
        for (String file : files == null ? Set.<String>of() : files) {
            Properties lines = new Properties();
            try (Reader reader = new InputStreamReader(context.getResourceAsStream(file),
                    StandardCharsets.UTF_8)) {
                lines.load(reader);
            } catch (IOException e) {
                throw new ServletException(file + " cannot be read", e);
            }
            for (String address : lines.stringPropertyNames()) {
                String other = views.put(address, lines.getProperty(address));
                if (other != null) {
                    throw new ServletException(address + " leads to two views, one in " + file);
                }
            }
        }
        return views;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response,
            FilterChain chain) throws IOException, ServletException {
        String path = path(request);
        Optional<RouteTable.Match> match = table.match(path);
        if (match.isPresent()) {
            Headers.page(request, response);
            forward(request, response, match.get());
        } else if (isOneSlashTooMany(path) && isGet(request)) {
            // Two addresses for one page split bookmarks and caches: one of them leads to the other.
            String query = request.getQueryString();
            response.setHeader("Location",
                    path.substring(0, path.length() - 1) + (query == null ? "" : "?" + query));
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        } else if (isView(path) && request.getDispatcherType() == DispatcherType.REQUEST) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, Headers.other(response, path));
        }
    }

    private static void forward(HttpServletRequest request, HttpServletResponse response,
            RouteTable.Match match) throws IOException, ServletException {
        try {
            request.getRequestDispatcher(match.view())
                    .forward(new WithParts(request, match.parameters()), response);
        } catch (RuntimeException e) {
            // The server wraps what a forward throws, and then no error page fits the cause.
            throw e.getClass() == RuntimeException.class
                    && e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    private boolean isOneSlashTooMany(String path) {
        return path.length() > 1 && path.endsWith("/")
                && table.match(path.substring(0, path.length() - 1)).isPresent();
    }

    private static boolean isGet(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    }

    private static boolean isView(String path) {
        return path.startsWith("/views/") || path.startsWith("/resources/")
                || path.endsWith(".xhtml") && !path.startsWith(RESOURCES);
    }

    /**
     * The request with the address's parts as parameters. They win over the query, so that
     * {@code /tenders/a?id=b} is about {@code a}.
     */
    private static final class WithParts extends HttpServletRequestWrapper {

        private final Map<String, String> parts;

        WithParts(HttpServletRequest request, Map<String, String> parts) {
            super(request);
            this.parts = parts;
        }

        @Override
        public String getParameter(String name) {
            String part = parts.get(name);
            return part == null ? super.getParameter(name) : part;
        }

        @Override
        public String[] getParameterValues(String name) {
            String part = parts.get(name);
            return part == null ? super.getParameterValues(name) : new String[] {part};
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> all = new HashMap<>(super.getParameterMap());
            parts.forEach((name, part) -> all.put(name, new String[] {part}));
            return Collections.unmodifiableMap(all);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }
    }
}
