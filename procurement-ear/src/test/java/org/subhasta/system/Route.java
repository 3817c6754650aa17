package org.subhasta.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A line of a routes file: an address and the view that shows it. */
record Route(String address, String view) {

    private static final Path ROUTES =
            Path.of("../procurement-web/src/main/webapp/WEB-INF/routes");

    private static Route of(String line) {
        String[] sides = line.split("\\s*=\\s*", 2);
        return new Route(sides[0].strip(), sides[1].strip());
    }

    /** What its pictures are called. */
    String name() {
        return "every-" + view.replace(".xhtml", "").replace('/', '-');
    }

    /** The files in reverse, for what takes time on the server to happen is in the first. */
    static List<Route> all() throws IOException {
        List<Route> routes = new ArrayList<>();
        try (Stream<Path> files = Files.list(ROUTES)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.readAllLines(file).stream().map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(Route::of).forEach(routes::add);
            }
        }
        assertTrue(routes.size() > 30, "the routes are not at " + ROUTES.toAbsolutePath());
        return routes;
    }
}
