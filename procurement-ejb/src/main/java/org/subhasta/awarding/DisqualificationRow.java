package org.subhasta.awarding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.awarding.model.Disqualification;
import org.subhasta.kernel.Identifier;

/** A disqualification as stored, with its taking back where there was one. */
@Entity
@Table(schema = "awarding", name = "disqualification")
class DisqualificationRow {

    @Id
    private String id;
    @Column(updatable = false)
    private String tender;
    @Column(updatable = false)
    private UUID bid;
    @Column(updatable = false)
    private String lot;
    @Column(updatable = false)
    private String reason;
    @Column(name = "made_by", updatable = false)
    private String madeBy;
    @Column(name = "made_at", updatable = false)
    private Instant madeAt;
    @Column(name = "reinstated_reason")
    private String reinstatedReason;
    @Column(name = "reinstated_by")
    private String reinstatedBy;
    @Column(name = "reinstated_at")
    private Instant reinstatedAt;

    protected DisqualificationRow() {
    }

    DisqualificationRow(
            String tender, UUID bid, Optional<String> lot, String reason, String by, Instant at) {
        this.id = Identifier.next();
        this.tender = tender;
        this.bid = bid;
        this.lot = lot.orElse(null);
        this.reason = reason;
        this.madeBy = by;
        this.madeAt = at;
    }

    void reinstate(String why, String by, Instant at) {
        reinstatedReason = why;
        reinstatedBy = by;
        reinstatedAt = at;
    }

    boolean is(UUID someBid, Optional<String> someLot) {
        return bid.equals(someBid) && Optional.ofNullable(lot).equals(someLot);
    }

    boolean concerns(String someBid, String someLot) {
        return asModel().concerns(someBid, someLot);
    }

    boolean isWholeBid() {
        return lot == null;
    }

    String bid() {
        return bid.toString();
    }

    Disqualification asModel() {
        return new Disqualification(bid.toString(), Optional.ofNullable(lot), reason);
    }

    EvaluationView.Exclusion view() {
        return new EvaluationView.Exclusion(reason, madeBy, madeAt);
    }
}
