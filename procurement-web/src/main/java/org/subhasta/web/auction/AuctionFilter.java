package org.subhasta.web.auction;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.subhasta.auction.AuctionSearch;

/** What an address asks of the list of auctions: the page's and the table's alike. */
final class AuctionFilter {

    private static final List<String> STATUSES = List.of("waiting", "running", "paused", "ended");

    private final HttpServletRequest request;

    AuctionFilter(HttpServletRequest request) {
        this.request = request;
    }

    /** @param participant to which that organisation was admitted; "" for all */
    AuctionSearch search(String participant, int page, int size) {
        String status = parameter("status");
        return new AuctionSearch(parameter("q"), STATUSES.contains(status) ? status : "",
                parameter("organisation"), participant, sort(), page, size);
    }

    private AuctionSearch.Sort sort() {
        return Stream.of(AuctionSearch.Sort.values())
                .filter(sort -> word(sort).equals(parameter("order"))).findFirst()
                .orElse(AuctionSearch.Sort.NEXT);
    }

    static String word(AuctionSearch.Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    String parameter(String name) {
        // PostgreSQL keeps no NUL in a text, and no title has one.
        return Optional.ofNullable(request.getParameter(name)).orElse("")
                .replace("\u0000", "").strip();
    }
}
