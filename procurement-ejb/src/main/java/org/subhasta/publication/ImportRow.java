package org.subhasta.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The report of an import, written once. */
@Entity
@Table(schema = "publication", name = "import")
class ImportRow {

    @Id
    private String id;
    @Column(name = "file_name")
    private String fileName;
    private String sha256;
    private long size;
    private String version;
    private String source;
    private String licence;
    private Instant at;
    private String person;
    private int imported;
    private int duplicates;
    private int refused;
    private int warned;
    private int processes;

    protected ImportRow() {
    }

    ImportRow(ImportReport report, String person) {
        this.id = report.id();
        this.fileName = report.fileName();
        this.sha256 = report.sha256();
        this.size = report.size();
        this.version = report.version();
        this.source = report.source();
        this.licence = report.licence();
        this.at = report.at();
        this.person = person;
        this.imported = report.imported();
        this.duplicates = report.duplicates();
        this.refused = report.refused();
        this.warned = report.warned();
        this.processes = report.processes();
    }

    ImportReport report() {
        return new ImportReport(id, fileName, sha256, size, version, source, licence, at,
                imported, duplicates, refused, warned, processes);
    }
}
