package org.subhasta.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.subhasta.parties.Role;

/** Which addresses are whose. Everything not named here is everybody's. */
public final class Places {

    private record Place(String prefix, Set<Role> roles) {

        boolean has(String path) {
            return path.equals(prefix) || path.startsWith(prefix + "/");
        }
    }

    private static final Set<Role> EVERYBODY_SIGNED_IN = EnumSet.allOf(Role.class);

    /** The first that fits. */
    private static final List<Place> PLACES = List.of(
            new Place("/office/registrations", Set.of(Role.OFFICER, Role.AUDITOR)),
            new Place("/office/exclusions", Set.of(Role.OFFICER, Role.ADMINISTRATOR)),
            new Place("/office", Set.of(Role.OFFICER)),
            new Place("/administration", Set.of(Role.ADMINISTRATOR)),
            new Place("/desk/openings", Set.of(Role.OPENER)),
            new Place("/desk", Set.of(Role.SUPPLIER)),
            new Place("/certificates", Set.of(Role.SUPPLIER, Role.OFFICER, Role.OPENER)),
            // Officers and auditors fetch the files of opened bids; /tenders/{id}/bid is everybody's
            // and says what is missing.
            new Place("/bids", Set.of(Role.SUPPLIER, Role.OFFICER, Role.AUDITOR)),
            new Place("/announcements", Set.of(Role.SUPPLIER)),
            new Place("/account", EVERYBODY_SIGNED_IN));

    /** Where people do what binds somebody, so that a password alone is not enough. */
    private static final List<Pattern> BINDING = Stream.of("/office(/.*)?",
                    "/administration(/.*)?", "/certificates(/.*)?", "/desk/openings(/.*)?",
                    "/desk/people(/.*)?", "/desk/profile",
                    "/tenders/[^/]+/bid", "/bids/[^/]+/withdraw")
            .map(Pattern::compile).toList();

    private Places() {
    }

    /** Whether the acts of a page need a second factor. */
    static boolean isBinding(String path) {
        return BINDING.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }

    /** The roles of which a caller needs one, or nothing where everybody may come. */
    static Optional<Set<Role>> roles(String path) {
        return PLACES.stream().filter(place -> place.has(path)).findFirst().map(Place::roles);
    }

    /** Whether programs are answered there. */
    public static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** Style sheets, scripts and the like, which need nobody's name. */
    static boolean isFile(String path) {
        return path.startsWith("/jakarta.faces.resource/");
    }

    /** The path within the application, decoded and normalised by the server. */
    public static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }
}
