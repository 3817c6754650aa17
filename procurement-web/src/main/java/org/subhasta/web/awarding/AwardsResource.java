package org.subhasta.web.awarding;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.subhasta.awarding.AwardDocument;
import org.subhasta.awarding.AwardReports;
import org.subhasta.awarding.AwardSearch;
import org.subhasta.awarding.NoticeFile;
import org.subhasta.documents.Documents;
import org.subhasta.signing.Sha256;
import org.subhasta.web.api.Problems;

/** Published awards: for everybody, without an account. */
@Path("")
public class AwardsResource {

    private static final String CSV = "text/csv";
    private static final int MOST = 200;

    @Inject
    AwardReports awards;
    @Inject
    Documents documents;
    @Inject
    Problems problems;
    @Context
    HttpServletRequest request;

    @GET
    @Path("awards")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Awards, the newest first",
            description = "Decided here, and recorded by imports; next leads to the following page.")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "Words that all occur")
    @Parameter(name = "outcome", in = ParameterIn.QUERY,
            description = "complete, unsuccessful, cancelled or pending")
    @Parameter(name = "source", in = ParameterIn.QUERY, description = "decided or recorded")
    @Parameter(name = "buyer", in = ParameterIn.QUERY, description = "The buyer's name, exactly")
    @Parameter(name = "order", in = ParameterIn.QUERY,
            description = "newest, oldest, highest, lowest or title")
    @Parameter(name = "page", in = ParameterIn.QUERY, description = "As next has it")
    public AwardsAsData all(@QueryParam("limit") @DefaultValue("50") int limit,
            @Context UriInfo here) {
        AwardSearch search = AwardFilter.of(
                request.getParameterMap(), Math.clamp(limit, 1, MOST));
        return AwardsAsData.of(awards.search(search), here.getRequestUriBuilder());
    }

    @GET
    @Path("awards.csv")
    @Produces(CSV)
    @Operation(summary = "The same as a table (RFC 4180), as many as are found")
    public Response table() {
        StreamingOutput table = out -> AwardsTable.write(out, page -> {
            AwardSearch asked = AwardFilter.of(
                    request.getParameterMap(), AwardSearch.MAXIMUM_SIZE);
            return awards.search(asked.onPage(page)).lines();
        });
        return Response.ok(table, CSV + ";charset=utf-8;header=present")
                .header("Content-Disposition", "attachment; filename=\"awards.csv\"").build();
    }

    @GET
    @Path("awards/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "One award",
            description = "With the bids received, the ranking of every lot, disqualifications and"
                    + " reasons: format subhasta-award-1, the same bytes for ever.")
    public Response one(@PathParam("id") String id, @Context Request conditions) {
        Optional<AwardDocument> found = awards.document(id);
        if (found.isEmpty()) {
            return problems.notFound();
        }
        byte[] json = found.get().json().getBytes(StandardCharsets.UTF_8);
        EntityTag tag = new EntityTag(Sha256.hex(json));
        Response.ResponseBuilder unchanged = conditions.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).build();
        }
        Response.ResponseBuilder answer =
                Response.ok(json, MediaType.APPLICATION_JSON_TYPE).tag(tag);
        found.get().notice().ifPresent(notice -> answer.header("Link",
                "</api/v1/awards/" + id + "/notice.pdf>; rel=\"alternate\";"
                        + " type=\"application/pdf\""));
        return answer.build();
    }

    @GET
    @Path("awards/{id}/notice.pdf")
    @Produces("application/pdf")
    @Operation(summary = "The signed award notice",
            description = "PDF/A-3u and PDF/UA-1 with a PAdES signature; its entity tag is its"
                    + " SHA-256.")
    public Response notice(@PathParam("id") String id, @Context Request conditions) {
        Optional<NoticeFile> notice = awards.document(id).flatMap(AwardDocument::notice);
        if (notice.isEmpty()) {
            return problems.notFound();
        }
        EntityTag tag = new EntityTag(notice.get().sha256());
        Response.ResponseBuilder unchanged = conditions.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).build();
        }
        StreamingOutput content = out -> documents.copy(notice.get().sha256(), out);
        return Response.ok(content, "application/pdf").tag(tag)
                .header("Content-Length", notice.get().size())
                .header("Content-Disposition",
                        "attachment; filename=\"award-notice-" + id + ".pdf\"")
                .build();
    }
}
