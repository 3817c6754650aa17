package org.subhasta.web.tendering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.publication.ImportRefusal;
import org.subhasta.publication.ImportReport;
import org.subhasta.publication.ImportReports;
import org.subhasta.publication.OcdsImports;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** Takes an OCDS file from an officer and goes on to its report. */
@Named
@RequestScoped
public class ImportPage {

    @Inject
    private OcdsImports imports;
    @Inject
    private ImportReports reports;
    @Inject
    private Messages messages;
    @Inject
    private Visit visit;

    private Part file;
    private List<ImportReport> recent;

    public void load() {
        recent = reports.recent(20);
    }

    public void upload() throws IOException {
        if (file == null || file.getSize() == 0) {
            messages.show(List.of(Refusal.at("file", ImportRefusal.IMPORT_EMPTY)));
            return;
        }
        try (InputStream content = file.getInputStream()) {
            switch (imports.importPackage(FileName.of(file), content)) {
                case Outcome.Refused<ImportReport>(List<Refusal> refusals) ->
                        messages.show(refusals.stream().map(refusal -> new Refusal(
                                refusal.code(), "file", refusal.details())).toList());
                case Outcome.Done<ImportReport>(ImportReport report) ->
                        visit.go("/office/import/" + report.id());
            }
        }
    }

    public List<ImportReport> getRecent() {
        return recent;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
