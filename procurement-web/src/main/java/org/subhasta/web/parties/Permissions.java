package org.subhasta.web.parties;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.subhasta.parties.TokenPermission;

/** Which calls of the interface for programs need which permission of a token, in one place. */
final class Permissions {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    /** What is sent, but changes nothing or is everybody's to do. */
    private static final Pattern EVERYBODYS = Pattern.compile(
            "auctions/[^/]+/lots/[^/]+/watch|log/cosignatures|registrations");
    private static final Pattern LIVE =
            Pattern.compile("auctions/[^/]+/acts|auctions/[^/]+/lots/[^/]+/watch");
    private static final Pattern BID = Pattern.compile(
            "tenders/[^/]+/(bids|announcements)|auctions/[^/]+/(entries|acts)");
    private static final Pattern OPEN = Pattern.compile("tenders/[^/]+/opening(/.*)?");
    private static final Pattern TENDER = Pattern.compile("(drafts|imports|tenders|auctions)(/.*)?");

    private Permissions() {
    }

    /**
     * The permission that a call needs; empty where it only reads.
     *
     * @param path below {@code /api/v1/}
     */
    static Optional<TokenPermission> needed(String method, String path) {
        String plain = plain(path);
        if (READING.contains(method) || EVERYBODYS.matcher(plain).matches()) {
            return Optional.empty();
        }
        if (BID.matcher(plain).matches()) {
            return Optional.of(TokenPermission.BID);
        }
        if (OPEN.matcher(plain).matches()) {
            return Optional.of(TokenPermission.OPEN);
        }
        // What is not known here is nobody's to do by a token that was made for something else.
        return Optional.of(TENDER.matcher(plain).matches()
                ? TokenPermission.TENDER : TokenPermission.ADMINISTER);
    }

    /** Whether it belongs to a live auction, which counts acts itself, more closely. */
    static boolean isLive(String path) {
        return LIVE.matcher(plain(path)).matches();
    }

    /** Without matrix parameters, which choose no resource. */
    private static String plain(String path) {
        return path.replaceAll(";[^/]*", "").replaceAll("^/+|/+$", "");
    }
}
