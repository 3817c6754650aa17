package org.subhasta.web.tendering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.subhasta.kernel.Money;
import org.subhasta.tendering.TenderQuery;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderSummary;
import org.subhasta.web.api.Csv;

/** The list of tenders as a table for spreadsheets. */
@Path("/tenders.csv")
@RequestScoped
@Tag(name = "Tenders")
public class TenderTable {

    @Inject
    private TenderReports tenders;

    @GET
    @Produces("text/csv;charset=UTF-8")
    @Operation(summary = "Find tenders, as CSV (RFC 4180), at most 1000")
    public Response table(@Context HttpServletRequest request) {
        List<TenderSummary> found = tenders.search(TenderFilter.of(
                request.getParameterMap(), false).query(0, TenderQuery.MOST)).items();
        String table = Stream.concat(
                Stream.of(Csv.row(Stream.of("id", "ocid", "origin", "phase", "title", "buyer",
                        "classification", "subject", "value", "currency", "closesAt",
                        "publishedAt", "lots"))),
                found.stream().map(TenderTable::line)).collect(Collectors.joining());
        return Response.ok(table)
                .header("Content-Disposition", FileName.attachment("tenders.csv")).build();
    }

    private static String line(TenderSummary tender) {
        return Csv.row(Stream.of(tender.id(), tender.ocid(), tender.origin().name().toLowerCase(
                java.util.Locale.ROOT), tender.phase().word(), tender.title(),
                tender.buyerName(), tender.classification().map(c -> c.code()).orElse(""),
                tender.classification().map(c -> c.label()).orElse(""),
                tender.value().map(Money::decimal).orElse(""),
                tender.value().map(v -> v.currency().getCurrencyCode()).orElse(""),
                tender.closesAt().map(Object::toString).orElse(""),
                tender.publishedAt().toString(), Integer.toString(tender.lots())));
    }
}
