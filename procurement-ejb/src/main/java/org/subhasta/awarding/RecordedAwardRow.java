package org.subhasta.awarding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.subhasta.kernel.Money;

/** An award decided elsewhere, as the latest import of its process found it. */
@Entity
@Table(schema = "awarding", name = "recorded_award")
class RecordedAwardRow {

    @Id
    private String id;
    private String tender;
    @Column(name = "key")
    private String sourceKey;
    private String content;
    private String title;
    private String reference;
    private String buyer;
    @Enumerated(EnumType.STRING)
    private AwardView.Outcome outcome;
    @Column(name = "decided_at")
    private Instant decidedAt;
    private BigDecimal total;
    private String currency;
    private String suppliers;
    private String words;

    protected RecordedAwardRow() {
    }

    RecordedAwardRow(String id, String tender, String key) {
        this.id = id;
        this.tender = tender;
        this.sourceKey = key;
    }

    String id() {
        return id;
    }

    String key() {
        return sourceKey;
    }

    void set(AwardView award, String content) {
        this.content = content;
        title = award.tender().title();
        reference = award.reference();
        buyer = award.buyer().name();
        outcome = award.outcome();
        decidedAt = award.decidedAt();
        total = award.total().map(Money::amount).orElse(null);
        currency = award.total().map(t -> t.currency().getCurrencyCode()).orElse(null);
        suppliers = AwardRow.suppliers(award);
        words = AwardRow.words(award);
    }
}
