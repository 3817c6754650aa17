package org.subhasta.web.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which view answers at which address. Where two patterns fit, the one that is literal further to
 * the left wins: {@code /tenders/new} before {@code /tenders/{id}}.
 */
final class RouteTable {

    /** A part of a path that may stand for a name in braces: identifiers, never a slash. */
    private static final String PART = "([A-Za-z0-9._~-]{1,100})";
    private static final Pattern BRACES = Pattern.compile("\\{([a-zA-Z]+)}");

    /**
     * What was found.
     *
     * @param view       path of the view, from the root of the application
     * @param parameters the address's parts in braces, by name
     */
    record Match(String view, Map<String, String> parameters) {
    }

    private record Route(String pattern, Pattern shape, List<String> names, String view) {

        static Route of(String pattern, String view) {
            StringBuilder shape = new StringBuilder();
            Matcher braces = BRACES.matcher(pattern);
            int end = 0;
            while (braces.find()) {
                shape.append(Pattern.quote(pattern.substring(end, braces.start()))).append(PART);
                end = braces.end();
            }
            shape.append(Pattern.quote(pattern.substring(end)));
            List<String> names = BRACES.matcher(pattern).results().map(r -> r.group(1)).toList();
            return new Route(pattern, Pattern.compile(shape.toString()), names, "/views/" + view);
        }
    }

    private final List<Route> routes;

    /** @param views addresses (patterns) and the views, relative to {@code /views/} */
    RouteTable(Map<String, String> views) {
        // A brace sorts after every letter, digit and dash, so literal parts come first.
        routes = views.entrySet().stream()
                .map(entry -> Route.of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Route::pattern))
                .toList();
    }

    Optional<Match> match(String path) {
        for (Route route : routes) {
            Matcher matcher = route.shape().matcher(path);
            if (matcher.matches()) {
                Map<String, String> parameters = new HashMap<>();
                for (int i = 0; i < route.names().size(); i++) {
                    parameters.put(route.names().get(i), matcher.group(i + 1));
                }
                return Optional.of(new Match(route.view(), Map.copyOf(parameters)));
            }
        }
        return Optional.empty();
    }
}
