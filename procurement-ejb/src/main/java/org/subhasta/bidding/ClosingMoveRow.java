package org.subhasta.bidding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.subhasta.bidding.model.ClosingMove;
import org.subhasta.kernel.Period;

/** A move of a closing as stored; never changed. */
@Entity
@Table(schema = "bidding", name = "closing_move")
class ClosingMoveRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String box;
    @Column(name = "moved_from")
    private Instant movedFrom;
    @Column(name = "moved_to")
    private Instant movedTo;
    @Column(name = "outage_from")
    private Instant outageFrom;
    @Column(name = "outage_until")
    private Instant outageUntil;
    private String reason;

    protected ClosingMoveRow() {
    }

    ClosingMoveRow(String box, ClosingMove move) {
        this.box = box;
        movedFrom = move.from();
        movedTo = move.to();
        outageFrom = move.outage().from();
        outageUntil = move.outage().until();
        reason = "outage";
    }

    ClosingMove move() {
        return new ClosingMove(movedFrom, movedTo, new Period(outageFrom, outageUntil));
    }
}
