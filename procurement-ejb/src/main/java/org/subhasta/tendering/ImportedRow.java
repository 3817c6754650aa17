package org.subhasta.tendering;

import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import org.subhasta.kernel.Money;
import org.subhasta.tendering.model.Classification;

/** A compiled process of somebody else, and what lists need of it. */
@Entity
@Table(schema = "tendering", name = "imported")
class ImportedRow {

    @Id
    private String id;
    private String ocid;
    private String status;
    private String content;
    private String source;
    private String licence;
    private int releases;
    @Column(name = "published_at")
    private Instant publishedAt;
    @Column(name = "imported_at")
    private Instant importedAt;
    @Version
    private long version;
    private String title;
    private String description;
    @Column(name = "buyer_name")
    private String buyerName;
    private String words;
    private String classification;
    @Column(name = "value_amount")
    private BigDecimal valueAmount;
    @Column(name = "value_currency")
    private String valueCurrency;
    @Column(name = "closes_at")
    private Instant closesAt;
    private int lots;

    protected ImportedRow() {
    }

    ImportedRow(String id, String ocid) {
        this.id = id;
        this.ocid = ocid;
    }

    void write(ImportedTender imported, ImportedReading reading, Instant now) {
        this.content = imported.compiled().toString();
        this.source = imported.source();
        this.licence = imported.licence();
        this.releases = imported.releases();
        this.publishedAt = imported.publishedAt();
        this.importedAt = now;
        this.status = reading.status();
        this.title = reading.title();
        this.description = reading.description();
        this.buyerName = reading.buyerName();
        this.words = reading.words();
        this.classification = reading.classification().map(Classification::code).orElse(null);
        this.valueAmount = reading.value().map(Money::amount).orElse(null);
        this.valueCurrency =
                reading.value().map(v -> v.currency().getCurrencyCode()).orElse(null);
        this.closesAt = reading.closesAt().orElse(null);
        this.lots = reading.lots().size();
    }

    String id() {
        return id;
    }

    String ocid() {
        return ocid;
    }

    String status() {
        return status;
    }

    String source() {
        return source;
    }

    String licence() {
        return licence;
    }

    int releases() {
        return releases;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    JsonObject content() {
        return JsonText.parse(content);
    }
}
