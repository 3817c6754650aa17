package org.subhasta.web.tendering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.subhasta.kernel.Outcome;
import org.subhasta.publication.OcdsReleases;
import org.subhasta.signing.Sha256;
import org.subhasta.tendering.TenderList;
import org.subhasta.tendering.TenderQuery;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderSummary;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.Tenders;
import org.subhasta.web.api.Problems;

/** Published and imported tenders, for everybody. */
@Path("/tenders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenders")
public class TenderResource {

    private static final int MOST = 200;

    @Inject
    private TenderReports tenders;
    @Inject
    private Tenders door;
    @Inject
    private OcdsReleases releases;
    @Inject
    private Problems problems;
    @Context
    private UriInfo uri;

    /** A page of tenders; {@code next} is the address of the one after it, where there is one. */
    public record Page(List<TenderItem> items, long total, String next) {
    }

    /** The reason of a cancellation. */
    public record Cancellation(String reason) {
    }

    @GET
    @Operation(summary = "Find tenders, the newest first")
    public Response list(@QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @Context HttpServletRequest request) {
        Optional<TenderQuery.After> after = Optional.empty();
        if (cursor != null) {
            after = after(cursor);
            if (after.isEmpty()) {
                return problems.of(Response.Status.BAD_REQUEST, "CURSOR_UNKNOWN");
            }
        }
        int size = Math.clamp(limit, 1, MOST);
        // One more than is shown tells whether there is a next page.
        TenderList found = tenders.search(
                TenderFilter.of(request.getParameterMap(), false).page(after, size + 1));
        List<TenderSummary> shown = found.items().subList(0, Math.min(size, found.items().size()));
        String next = found.items().size() <= size ? null : uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", cursor(shown.getLast())).build().toString();
        return Response.ok(new Page(shown.stream().map(TenderItem::of).toList(),
                found.total(), next)).build();
    }

    private static String cursor(TenderSummary last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(
                (last.publishedAt() + " " + last.id()).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<TenderQuery.After> after(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor),
                    StandardCharsets.UTF_8).split(" ");
            return parts.length != 2 ? Optional.empty()
                    : Optional.of(new TenderQuery.After(Instant.parse(parts[0]), parts[1]));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A tender")
    public Response find(@PathParam("id") String id, @Context Request request) {
        return tenders.find(id).map(tender -> tagged(request, tender))
                .orElseGet(problems::notFound);
    }

    /** The tag changes with whatever is told: phase and closing, since the notice never does. */
    private static Response tagged(Request request, TenderView tender) {
        EntityTag tag = new EntityTag(Sha256.hex(tender.toString().getBytes(
                StandardCharsets.UTF_8)).substring(0, 32));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged != null ? unchanged.build()
                : Response.ok(TenderData.of(tender)).tag(tag).build();
    }

    @GET
    @Path("/{id}/notice")
    @Operation(summary = "The notice as published, byte for byte: canonical JSON (RFC 8785)")
    public Response notice(@PathParam("id") String id) {
        CacheControl forEver = CacheControl.valueOf("public, max-age=31536000, immutable");
        return tenders.notice(id)
                .map(bytes -> Response.ok(bytes).tag(Sha256.hex(bytes)).cacheControl(forEver)
                        .build())
                .orElseGet(problems::notFound);
    }

    @GET
    @Path("/{id}/ocds")
    @Operation(summary = "The tender as an OCDS 1.1 release package")
    public Response ocds(@PathParam("id") String id) {
        return releases.releasePackage(id, address()).map(found -> Response.ok(found).build())
                .orElseGet(problems::notFound);
    }

    private String address() {
        String configured = System.getProperty("subhasta.address", "");
        String base = configured.isEmpty()
                ? uri.getBaseUri().resolve("/").toString() : configured;
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    @POST
    @Path("/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Cancel a published tender (officers of its buyer)")
    public Response cancel(@PathParam("id") String id, JsonObject cancellation) {
        JsonValue reason = cancellation.getOrDefault("reason", Json.createValue(""));
        return switch (door.cancel(id, reason instanceof jakarta.json.JsonString text
                ? text.getString() : "")) {
            case Outcome.Done<TenderView>(TenderView tender) ->
                    Response.ok(TenderData.of(tender)).build();
            case Outcome.Refused<TenderView> refused ->
                    Refusals.answer(problems, refused);
        };
    }
}
