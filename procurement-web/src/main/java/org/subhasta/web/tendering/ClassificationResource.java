package org.subhasta.web.tendering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.subhasta.tendering.Classifications;
import org.subhasta.tendering.model.Classification;

/** The Common Procurement Vocabulary by word or code. */
@Path("/classifications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenders")
public class ClassificationResource {

    private static final int LONGEST_QUERY = 100;

    @Inject
    private Classifications classifications;

    /** Classes found, the widest first. */
    public record Found(List<Classification> items) {
    }

    @GET
    @Operation(summary = "Find classes of the CPV by words or by the beginning of a code")
    public Response search(@QueryParam("q") @DefaultValue("") String text,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        String asked = text.replace("\u0000", "");
        return Response.ok(new Found(classifications.search(
                        asked.substring(0, Math.min(asked.length(), LONGEST_QUERY)),
                        Math.clamp(limit, 1, 100))))
                .cacheControl(CacheControl.valueOf("public, max-age=86400")).build();
    }
}
