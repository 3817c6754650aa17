package org.subhasta.web.auction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.subhasta.auction.AuctionSearch;
import org.subhasta.auction.AuctionSearches;
import org.subhasta.web.api.Csv;

/** The list of auctions as a table for spreadsheets. */
@Path("/auctions.csv")
@RequestScoped
@Tag(name = "Auctions")
public class AuctionTable {

    private static final int MOST = 1_000;

    @Inject
    private AuctionSearches auctions;

    @GET
    @Produces("text/csv;charset=UTF-8")
    @Operation(summary = "Find auctions, as CSV (RFC 4180), at most 1000",
            description = "With the filters of the page: `q`, `status`, `organisation`, `order`.")
    public Response table(@Context HttpServletRequest request) {
        AuctionFilter filter = new AuctionFilter(request);
        List<AuctionSearch.Line> found = new ArrayList<>();
        List<AuctionSearch.Line> more;
        int page = 1;
        do {
            more = auctions.search(filter.search("", page++, AuctionSearch.MAXIMUM_SIZE)).lines();
            found.addAll(more);
        } while (more.size() == AuctionSearch.MAXIMUM_SIZE && found.size() < MOST);
        String table = Stream.concat(
                Stream.of(Csv.row(Stream.of("id", "organisation", "title", "status",
                        "publishedAt", "dueAt", "lots"))),
                found.stream().map(AuctionTable::row)).collect(Collectors.joining());
        return Response.ok(table).header(
                "Content-Disposition", "attachment; filename=\"auctions.csv\"").build();
    }

    private static String row(AuctionSearch.Line line) {
        return Csv.row(Stream.of(line.id(), line.organisation(), line.title(), line.status(),
                line.publishedAt().toString(), line.dueAt().map(Object::toString).orElse(""),
                Integer.toString(line.lots())));
    }
}
