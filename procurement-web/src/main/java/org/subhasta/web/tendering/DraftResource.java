package org.subhasta.web.tendering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.function.LongFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.subhasta.kernel.Outcome;
import org.subhasta.tendering.DraftJson;
import org.subhasta.tendering.DraftView;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.Tenders;
import org.subhasta.web.api.Problems;

/**
 * Drafts of the caller's organisation, for officers. Each answer bears the version as its entity
 * tag, and each change names it in {@code If-Match}: nobody overwrites what they have not seen.
 */
@Path("/drafts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class DraftResource {

    @Inject
    private Tenders tenders;
    @Inject
    private Problems problems;

    @GET
    @Operation(summary = "The drafts of your organisation")
    public JsonObject list() {
        JsonArrayBuilder items = Json.createArrayBuilder();
        tenders.drafts().forEach(draft -> items.add(Json.createObjectBuilder()
                .add("id", draft.id())
                .add("title", draft.draft().title())
                .add("changedAt", draft.changedAt().toString())));
        return Json.createObjectBuilder().add("items", items).build();
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(summary = "Begin a draft, blank, with content, or from an imported tender (?from=)")
    public Response begin(@QueryParam("from") String from, JsonObject content) {
        Outcome<DraftView> begun = from == null ? tenders.begin() : tenders.takeOver(from);
        if (begun instanceof Outcome.Done<DraftView>(DraftView draft) && content != null
                && !content.isEmpty()) {
            begun = tenders.save(draft.id(), draft.version(), DraftJson.read(content));
        }
        return switch (begun) {
            case Outcome.Done<DraftView>(DraftView draft) ->
                    answer(Response.created(URI.create("drafts/" + draft.id())), draft);
            case Outcome.Refused<DraftView> refused -> Refusals.answer(problems, refused);
        };
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A draft")
    public Response find(@PathParam("id") String id) {
        return tenders.draft(id).map(draft -> answer(Response.ok(), draft))
                .orElseGet(problems::notFound);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Save a draft, unfinished as it may be; its files stay as they are")
    public Response save(@PathParam("id") String id, @HeaderParam("If-Match") String match,
            JsonObject content) {
        return changed(match, version -> tenders.save(id, version, DraftJson.read(content)));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Throw a draft away")
    public Response discard(@PathParam("id") String id, @HeaderParam("If-Match") String match) {
        long version = version(match);
        if (version < 0) {
            return problems.of(Response.Status.PRECONDITION_REQUIRED, "IF_MATCH_MISSING");
        }
        return switch (tenders.discard(id, version)) {
            case Outcome.Done<String> done -> Response.noContent().build();
            case Outcome.Refused<String> refused -> Refusals.answer(problems, refused);
        };
    }

    @POST
    @Path("/{id}/documents")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Add a file: the body is its content, ?name= its name")
    public Response attach(@PathParam("id") String id, @HeaderParam("If-Match") String match,
            @QueryParam("name") @DefaultValue("") String name, InputStream content)
            throws IOException {
        long version = version(match);
        if (version < 0) {
            return problems.of(Response.Status.PRECONDITION_REQUIRED, "IF_MATCH_MISSING");
        }
        return answer(tenders.attach(id, version, name, content));
    }

    @DELETE
    @Path("/{id}/documents/{sha256}")
    @Operation(summary = "Take a file out of a draft")
    public Response detach(@PathParam("id") String id, @PathParam("sha256") String sha256,
            @HeaderParam("If-Match") String match) {
        return changed(match, version -> tenders.detach(id, version, sha256));
    }

    @POST
    @Path("/{id}/publish")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Publish a draft; refused with everything that is missing")
    public Response publish(@PathParam("id") String id, @HeaderParam("If-Match") String match) {
        long version = version(match);
        if (version < 0) {
            return problems.of(Response.Status.PRECONDITION_REQUIRED, "IF_MATCH_MISSING");
        }
        return switch (tenders.publish(id, version)) {
            case Outcome.Done<TenderView>(TenderView tender) ->
                    Response.created(URI.create("tenders/" + tender.id()))
                            .entity(TenderData.of(tender)).build();
            case Outcome.Refused<TenderView> refused -> Refusals.answer(problems, refused);
        };
    }

    private Response changed(String match, LongFunction<Outcome<DraftView>> change) {
        long version = version(match);
        return version < 0
                ? problems.of(Response.Status.PRECONDITION_REQUIRED, "IF_MATCH_MISSING")
                : answer(change.apply(version));
    }

    private Response answer(Outcome<DraftView> outcome) {
        return switch (outcome) {
            case Outcome.Done<DraftView>(DraftView draft) -> answer(Response.ok(), draft);
            case Outcome.Refused<DraftView> refused -> Refusals.answer(problems, refused);
        };
    }

    private static Response answer(Response.ResponseBuilder answer, DraftView draft) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("id", draft.id());
        DraftJson.write(draft.draft()).forEach(json::add);
        return answer.tag(new EntityTag(Long.toString(draft.version())))
                .entity(json.add("changedAt", draft.changedAt().toString()).build()).build();
    }

    /** The version in {@code If-Match: "7"}; -1 where there is none. */
    private static long version(String match) {
        String digits = match == null ? "" : match.replace("\"", "").strip();
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : -1;
    }
}
