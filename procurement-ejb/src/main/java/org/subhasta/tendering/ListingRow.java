package org.subhasta.tendering;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.subhasta.kernel.Money;
import org.subhasta.tendering.model.Classification;
import org.subhasta.tendering.model.Origin;
import org.subhasta.tendering.model.Phase;

/** A public tender as lists show it: a view over what was written here and what was imported. */
@Entity
@Immutable
@Table(schema = "tendering", name = "listing")
class ListingRow {

    @Id
    private String id;
    private String ocid;
    private String origin;
    private String status;
    private String title;
    private String summary;
    private String organisation;
    @Column(name = "buyer_name")
    private String buyerName;
    private String classification;
    @Column(name = "classification_label")
    private String classificationLabel;
    @Column(name = "value_amount")
    private BigDecimal valueAmount;
    @Column(name = "value_currency")
    private String valueCurrency;
    @Column(name = "closes_at")
    private Instant closesAt;
    private String zone;
    @Column(name = "published_at")
    private Instant publishedAt;
    private int lots;

    protected ListingRow() {
    }

    TenderSummary summary(Instant now) {
        Optional<Instant> closing = Optional.ofNullable(closesAt);
        Origin from = Origin.valueOf(origin);
        return new TenderSummary(id, ocid, from, Phase.at(now, from, status, closing), title,
                summary, buyerName,
                Optional.ofNullable(classification).map(code -> new Classification(
                        code, classificationLabel == null ? "" : classificationLabel)),
                Optional.ofNullable(valueAmount).map(amount -> new Money(
                        amount, Currency.getInstance(valueCurrency))),
                closing, zone, publishedAt, lots);
    }
}
