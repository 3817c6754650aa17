package org.subhasta.web.tendering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.subhasta.publication.ImportReport;
import org.subhasta.publication.ImportReports;
import org.subhasta.publication.ImportedRelease;
import org.subhasta.web.page.Texts;
import org.subhasta.web.page.Visit;

/** What became of each release of an imported file. */
@Named
@RequestScoped
public class ImportReportPage {

    private static final int PER_PAGE = 100;

    @Inject
    private ImportReports reports;
    @Inject
    private Visit visit;
    @Inject
    private Texts texts;

    private String id;
    private ImportReport report;
    private List<ImportedRelease> releases = List.of();
    private String shown = "";
    private int page = 1;

    public void load() {
        Optional<ImportReport> found = reports.find(id);
        if (found.isEmpty()) {
            visit.notFound();
            return;
        }
        report = found.get();
        String show = visit.parameter("show");
        shown = show != null && show.matches("imported|duplicate|refused|warned") ? show : "";
        String asked = visit.parameter("page");
        page = asked != null && asked.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(asked) : 1;
        releases = reports.releases(id, outcome(), shown.equals("warned"),
                (page - 1) * PER_PAGE, PER_PAGE);
    }

    private Optional<ImportedRelease.Outcome> outcome() {
        return shown.isEmpty() || shown.equals("warned") ? Optional.empty()
                : Optional.of(ImportedRelease.Outcome.valueOf(shown.toUpperCase(Locale.ROOT)));
    }

    /** The reasons and notes of a release in words. */
    public List<String> sentences(ImportedRelease release) {
        return release.notes().stream()
                .map(note -> texts.of(note.messageKey(), note.details().toArray())).toList();
    }

    public int getPages() {
        int count = switch (shown) {
            case "imported" -> report.imported();
            case "duplicate" -> report.duplicates();
            case "refused" -> report.refused();
            case "warned" -> report.warned();
            default -> report.releases();
        };
        return (count + PER_PAGE - 1) / PER_PAGE;
    }

    public int getPage() {
        return page;
    }

    public ImportReport getReport() {
        return report;
    }

    public List<ImportedRelease> getReleases() {
        return releases;
    }

    public String getShown() {
        return shown;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
