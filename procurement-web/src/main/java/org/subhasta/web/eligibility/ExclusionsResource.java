package org.subhasta.web.eligibility;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.subhasta.eligibility.ExclusionReports;
import org.subhasta.eligibility.ExclusionView;
import org.subhasta.eligibility.model.Appeal;
import org.subhasta.eligibility.model.Exclusion;
import org.subhasta.parties.OrganisationView;
import org.subhasta.web.api.Problems;

/** Recorded exclusions as open data: for everybody, without an account. */
@Path("exclusions")
@Produces(MediaType.APPLICATION_JSON)
public class ExclusionsResource {

    @Inject
    ExclusionReports reports;
    @Inject
    Problems problems;

    /** An organisation by its register. */
    public record Organisation(String id, String name, String scheme, String identifier) {

        static Organisation of(OrganisationView view) {
            return new Organisation(view.id(), view.name(), view.scheme(), view.identifier());
        }
    }

    /** The latest appeal: {@code open}, {@code upheld} or {@code lifted}. */
    public record AppealData(LocalDate on, String outcome, String note) {
    }

    /** One; {@code until}, {@code appeal} and {@code ended} are null where there is none. */
    public record ExclusionData(String id, Organisation supplier, Organisation authority,
            String scope, String ground, String article, String law, String reason, Instant from,
            Instant until, Instant recorded, String stage, String endedBecause,
            AppealData appeal) {

        static ExclusionData of(ExclusionView view) {
            Exclusion one = view.exclusion();
            return new ExclusionData(view.id(), Organisation.of(view.supplier()),
                    Organisation.of(view.authority()), word(one.scope()), word(one.ground()),
                    one.ground().article(), one.law(), one.reason(), one.from(),
                    one.end().orElse(null), one.recordedAt().orElse(null), view.stage(),
                    view.endedBecause().orElse(null),
                    one.appeal().map(ExclusionData::appeal).orElse(null));
        }

        private static AppealData appeal(Appeal one) {
            return new AppealData(one.on(), word(one.outcome()), one.note());
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }

    /** A list under a name of its own, so that more can be said beside it later. */
    public record ExclusionList(List<ExclusionData> exclusions) {
    }

    @GET
    @Operation(summary = "Exclusions of suppliers, the latest first, at most 500",
            description = "q: a part of the supplier's name or number; force=true: only those in"
                    + " force now.")
    public ExclusionList all(@QueryParam("q") String text,
            @QueryParam("force") @DefaultValue("false") boolean force) {
        return new ExclusionList(reports.search(text, force).stream()
                .map(ExclusionData::of).toList());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One exclusion")
    public Response one(@PathParam("id") String id) {
        return reports.find(id).map(ExclusionData::of).map(found -> Response.ok(found).build())
                .orElseGet(problems::notFound);
    }
}
