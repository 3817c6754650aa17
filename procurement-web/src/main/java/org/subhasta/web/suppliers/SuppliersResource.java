package org.subhasta.web.suppliers;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.subhasta.parties.OrganisationView;
import org.subhasta.suppliers.Directory;
import org.subhasta.suppliers.DirectoryEntry;
import org.subhasta.suppliers.DirectoryList;
import org.subhasta.suppliers.DirectoryQuery;
import org.subhasta.suppliers.SupplierView;
import org.subhasta.suppliers.model.Profile;
import org.subhasta.tendering.model.Classification;
import org.subhasta.web.api.Problems;

/** The directory of suppliers, for everybody. */
@Path("/suppliers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Suppliers")
public class SuppliersResource {

    @EJB
    Directory directory;
    @Inject
    Problems problems;
    @Context
    UriInfo uri;

    /** A page of suppliers; {@code next} is the address of the one after it, where there is one. */
    public record Page(List<Item> items, long total, String next) {
    }

    /** As {@link DirectoryEntry}; {@code size} is null where it is not told. */
    public record Item(String id, String name, String country, String locality, String size,
            String keywords, List<String> categories, List<String> places) {

        static Item of(DirectoryEntry entry) {
            return new Item(entry.id(), entry.name(), entry.country(), entry.locality(),
                    entry.size().map(Enum::name).orElse(null), entry.keywords(),
                    entry.categories(), entry.places());
        }
    }

    /** One supplier with all that is public of it. */
    public record Supplier(OrganisationView organisation, String size, String contact,
            String email, String phone, String website, String keywords, String description,
            List<Classification> categories, List<String> places) {

        static Supplier of(SupplierView view) {
            Profile profile = view.profile();
            return new Supplier(view.organisation(), profile.size().map(Enum::name).orElse(null),
                    profile.contact(), profile.email(), profile.phone(), profile.website(),
                    profile.keywords(), profile.description(), view.categories(),
                    profile.places());
        }
    }

    @GET
    @Operation(summary = "Find approved suppliers, by name")
    public Response list(@QueryParam("q") String text, @QueryParam("cpv") String category,
            @QueryParam("place") String place, @QueryParam("size") String size,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @Context HttpServletRequest request) {
        int from = Math.clamp(offset, 0, DirectoryQuery.DEEPEST);
        int most = Math.clamp(limit, 1, DirectoryQuery.MOST);
        DirectoryList found = directory.search(
                DirectoryFilter.of(request.getParameterMap()).query(from, most));
        int next = from + found.items().size();
        boolean more = next < found.total() && next <= DirectoryQuery.DEEPEST;
        return Response.ok(new Page(found.items().stream().map(Item::of).toList(), found.total(),
                more ? uri.getRequestUriBuilder().replaceQueryParam("offset", next).build()
                        .toString() : null)).build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A supplier")
    public Response find(@PathParam("id") String id) {
        return directory.find(id).map(found -> Response.ok(Supplier.of(found)).build())
                .orElseGet(problems::notFound);
    }
}
