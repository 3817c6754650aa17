package org.subhasta.web.tendering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.subhasta.kernel.Outcome;
import org.subhasta.publication.ImportReport;
import org.subhasta.publication.ImportReports;
import org.subhasta.publication.ImportedRelease;
import org.subhasta.publication.OcdsImports;
import org.subhasta.web.api.Problems;
import org.subhasta.web.page.Texts;

/** Imports of OCDS files, for officers. */
@Path("/imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ImportResource {

    private static final int MOST = 1_000;

    @Inject
    private OcdsImports imports;
    @Inject
    private ImportReports reports;
    @Inject
    private Problems problems;
    @Inject
    private Texts texts;

    /** A report, and where the account of each release is. */
    public record Report(String id, String fileName, String sha256, long size, String version,
                         Instant at, int releases, int imported, int duplicates, int refused,
                         int warned, int processes, String account) {

        static Report of(ImportReport report) {
            return new Report(report.id(), report.fileName(), report.sha256(), report.size(),
                    report.version(), report.at(), report.releases(), report.imported(),
                    report.duplicates(), report.refused(), report.warned(),
                    report.processes(), "/api/v1/imports/" + report.id() + "/releases");
        }
    }

    /** What became of one release. */
    public record Release(int number, String outcome, String ocid, String id, String title,
                          String tags, Instant date, List<Note> notes, String tender) {
    }

    /** A reason or a note, as a code and in words. */
    public record Note(String code, List<String> details, String detail) {
    }

    /** A page of releases. */
    public record Releases(List<Release> items, String next) {
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Import an OCDS file: the body is its content, ?name= its name")
    public Response begin(@QueryParam("name") @DefaultValue("import.json") String name,
            InputStream content) throws IOException {
        // Spooled first: a slow sender must not hold the import's transaction open.
        java.nio.file.Path spool = Files.createTempFile("subhasta-import-", ".json");
        try {
            try (OutputStream out = Files.newOutputStream(spool)) {
                copy(content, out);
            }
            try (InputStream file = Files.newInputStream(spool)) {
                return switch (imports.importPackage(name, file)) {
                    case Outcome.Done<ImportReport>(ImportReport report) -> Response.created(
                            URI.create("imports/" + report.id()))
                            .entity(Report.of(report)).build();
                    case Outcome.Refused<ImportReport> refused ->
                            Refusals.answer(problems, refused);
                };
            }
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    /** One byte more than the limit is enough to know that there is too much. */
    private static void copy(InputStream content, OutputStream out) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long left = OcdsImports.LIMIT_BYTES + 1;
        int read;
        while (left > 0 && (read = content.read(buffer, 0, (int) Math.min(buffer.length, left)))
                >= 0) {
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "The report of an import")
    public Response find(@PathParam("id") String id) {
        return reports.find(id).map(report -> Response.ok(Report.of(report)).build())
                .orElseGet(problems::notFound);
    }

    @GET
    @Path("/{id}/releases")
    @Operation(summary = "What became of each release, in the order of the file")
    public Response releases(@PathParam("id") String id,
            @QueryParam("outcome") @DefaultValue("") String outcome,
            @QueryParam("after") @DefaultValue("0") int after,
            @QueryParam("limit") @DefaultValue("1000") int limit) {
        if (reports.find(id).isEmpty()) {
            return problems.notFound();
        }
        int size = Math.clamp(limit, 1, MOST);
        int offset = Math.max(0, after);
        Optional<ImportedRelease.Outcome> only = outcome.matches("imported|duplicate|refused")
                ? Optional.of(ImportedRelease.Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)))
                : Optional.empty();
        List<Release> items = reports.releases(id, only, false, offset, size).stream()
                .map(this::release).toList();
        return Response.ok(new Releases(items, items.size() < size ? null
                : "/api/v1/imports/" + id + "/releases?outcome=" + outcome + "&after="
                        + (offset + size) + "&limit=" + size)).build();
    }

    private Release release(ImportedRelease release) {
        return new Release(release.number(),
                release.outcome().name().toLowerCase(Locale.ROOT), release.ocid(),
                release.releaseId(), release.title(), release.tags(),
                release.date().orElse(null), release.notes().stream()
                        .map(note -> new Note(note.code(), note.details(), texts.of(
                                note.messageKey(), note.details().toArray()))).toList(),
                release.tender().orElse(null));
    }
}
