package org.subhasta.web.parties;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.subhasta.parties.SignedIn;
import org.subhasta.web.access.LocalAddress;

/** Where somebody goes who was led away to show who they are. */
final class Next {

    private Next() {
    }

    /** Where they wanted to go, or where they begin. */
    static String of(String next, SignedIn who) {
        return LocalAddress.orElse(next, Start.of(who.roles()));
    }

    /** Keeps it for the page after the next. */
    static String query(String next) {
        String kept = LocalAddress.orElse(next, "");
        return kept.isEmpty() ? ""
                : "?next=" + URLEncoder.encode(kept, StandardCharsets.UTF_8);
    }
}
