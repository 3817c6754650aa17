package org.subhasta.awarding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.subhasta.kernel.Money;

/** An award decided here: its content as published, and what lists need of it. Never updated. */
@Entity
@Immutable
@Table(schema = "awarding", name = "award")
class AwardRow {

    @Id
    private String id;
    private String tender;
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
    private int lots;
    @Column(name = "lots_awarded")
    private int lotsAwarded;
    private int bids;
    private String suppliers;
    private String words;
    @Column(name = "notice_sha256")
    private String noticeSha256;
    @Column(name = "notice_size")
    private long noticeSize;

    protected AwardRow() {
    }

    AwardRow(AwardView award, String content) {
        id = award.id();
        tender = award.tender().id();
        this.content = content;
        title = award.tender().title();
        reference = award.reference();
        buyer = award.buyer().name();
        outcome = award.outcome();
        decidedAt = award.decidedAt();
        total = award.total().map(Money::amount).orElse(null);
        currency = award.total().map(t -> t.currency().getCurrencyCode()).orElse(null);
        lots = award.lots().size();
        lotsAwarded = (int) award.lots().stream()
                .filter(lot -> lot.result() == AwardView.LotResult.AWARDED).count();
        bids = award.bids().size();
        suppliers = suppliers(award);
        words = words(award);
        noticeSha256 = award.notice().orElseThrow().sha256();
        noticeSize = award.notice().orElseThrow().size();
    }

    /** Names one per line: none has a line break, since names are judged when they are given. */
    static String suppliers(AwardView award) {
        return award.winners().stream().map(winner -> oneLine(winner.supplier().name()))
                .collect(Collectors.joining("\n"));
    }

    /** What a search looks through. */
    static String words(AwardView award) {
        return String.join("\n", award.tender().title(), award.reference(), award.buyer().name(),
                award.description(), suppliers(award)).toLowerCase(Locale.ROOT);
    }

    private static String oneLine(String name) {
        return name.replaceAll("\\s+", " ").strip();
    }
}
