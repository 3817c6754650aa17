package org.subhasta.awarding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That an auction, or still a draft of one, follows the opening of a lot's bids. */
@Entity
@Table(schema = "awarding", name = "lot_auction")
class LotAuctionRow {

    @Id
    private String auction;
    @Column(updatable = false)
    private String tender;
    @Column(updatable = false)
    private String lot;
    @Column(name = "begun_by", updatable = false)
    private String begunBy;
    @Column(name = "begun_at", updatable = false)
    private Instant begunAt;

    protected LotAuctionRow() {
    }

    LotAuctionRow(String auction, String tender, String lot, String begunBy, Instant begunAt) {
        this.auction = auction;
        this.tender = tender;
        this.lot = lot;
        this.begunBy = begunBy;
        this.begunAt = begunAt;
    }

    String auction() {
        return auction;
    }

    String tender() {
        return tender;
    }

    String lot() {
        return lot;
    }
}
