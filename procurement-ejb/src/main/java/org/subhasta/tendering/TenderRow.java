package org.subhasta.tendering;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.subhasta.kernel.Money;
import org.subhasta.signing.Sha256;
import org.subhasta.tendering.model.Draft;
import org.subhasta.tendering.model.Notice;
import org.subhasta.tendering.model.TenderState;

/** A tender written here: first its draft, then its notice and what lists need of it. */
@Entity
@Table(schema = "tendering", name = "tender")
class TenderRow {

    @Id
    private String id;
    private String organisation;
    private String status;
    private String draft;
    @Column(name = "taken_from")
    private String takenFrom;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Column(name = "changed_by")
    private String changedBy;
    @Version
    private long version;
    private byte[] notice;
    @Column(name = "notice_sha256")
    private String noticeSha256;
    @Column(name = "published_at")
    private Instant publishedAt;
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
    private String zone;
    private int lots;
    @Column(name = "ended_at")
    private Instant endedAt;
    private String reason;

    protected TenderRow() {
    }

    TenderRow(String id, String organisation, Draft draft, String takenFrom, String person,
            Instant now) {
        this.id = id;
        this.organisation = organisation;
        this.status = new TenderState.Planning().status();
        this.takenFrom = takenFrom;
        this.createdAt = now;
        this.description = "";
        this.buyerName = "";
        this.words = "";
        write(draft, person, now);
    }

    void write(Draft draft, String person, Instant now) {
        this.draft = DraftJson.write(draft).toString();
        this.title = draft.title().strip();
        this.lots = draft.lots().size();
        this.changedAt = now;
        this.changedBy = person;
    }

    void publish(Notice notice, byte[] bytes, String person) {
        this.status = "active";
        this.notice = bytes.clone();
        this.noticeSha256 = Sha256.hex(bytes);
        this.publishedAt = notice.publishedAt();
        this.changedAt = notice.publishedAt();
        this.changedBy = person;
        this.title = notice.title();
        this.description = notice.description();
        this.buyerName = notice.buyer().name();
        this.words = notice.lots().stream().map(lot -> lot.title() + " " + lot.description())
                .collect(Collectors.joining("\n"));
        this.classification = notice.classification().code();
        this.valueAmount = notice.value().map(Money::amount).orElse(null);
        this.valueCurrency = notice.value().map(v -> v.currency().getCurrencyCode()).orElse(null);
        this.closesAt = notice.deadline().instant();
        this.zone = notice.deadline().zone().getId();
        this.lots = notice.lots().size();
    }

    void end(TenderState state, Instant at, String reason, String person) {
        this.status = state.status();
        this.endedAt = at;
        this.reason = reason;
        this.changedAt = at;
        this.changedBy = person;
    }

    String id() {
        return id;
    }

    String organisation() {
        return organisation;
    }

    long version() {
        return version;
    }

    Instant changedAt() {
        return changedAt;
    }

    Draft draft() {
        return DraftJson.read(JsonText.parse(draft));
    }

    DraftView draftView() {
        return new DraftView(id, version, draft(), changedAt, Optional.ofNullable(takenFrom));
    }

    TenderState state() {
        return switch (status) {
            case "planning" -> new TenderState.Planning();
            case "active" -> new TenderState.Active(publishedAt);
            case "complete" -> new TenderState.Complete(endedAt);
            case "unsuccessful" -> new TenderState.Unsuccessful(endedAt, reason);
            case "cancelled" -> new TenderState.Cancelled(endedAt, reason);
            default -> throw new IllegalStateException("no such status: " + status);
        };
    }

    /** The bytes published; null while it is a draft. */
    byte[] noticeBytes() {
        return notice == null ? null : notice.clone();
    }

    String noticeDigest() {
        return noticeSha256;
    }
}
