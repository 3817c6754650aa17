package org.subhasta.bidding;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.hibernate.annotations.DynamicUpdate;
import org.subhasta.bidding.model.BoxLot;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.BoxTerms;
import org.subhasta.bidding.model.ClosingMove;
import org.subhasta.bidding.model.PriceBasis;

/**
 * A box as stored. Updates name only the columns that changed: the application's role may not touch
 * the terms.
 */
@Entity
@DynamicUpdate
@Table(schema = "bidding", name = "box")
class BoxRow {

    @Embeddable
    record LotColumns(@Column(name = "lot") String lot, @Column(name = "title") String title) {
    }

    @Id
    private String id;
    private String organisation;
    private String notice;
    private Instant originally;
    @Column(name = "closes_at")
    private Instant closesAt;
    private String zone;
    private String currency;
    @Enumerated(EnumType.STRING)
    private PriceBasis prices;
    private boolean partial;
    private String state;
    @Column(name = "state_at")
    private Instant stateAt;
    @Version
    private int version;

    @ElementCollection
    @CollectionTable(schema = "bidding", name = "box_lot", joinColumns = @JoinColumn(name = "box"))
    @OrderColumn(name = "position")
    private List<LotColumns> lots = new ArrayList<>();

    protected BoxRow() {
    }

    BoxRow(BoxTerms terms, Instant openedAt) {
        id = terms.id();
        organisation = terms.organisation();
        notice = terms.notice();
        originally = terms.closesAt();
        closesAt = terms.closesAt();
        zone = terms.zone().getId();
        currency = terms.currency().getCurrencyCode();
        prices = terms.prices();
        partial = terms.partial();
        state = "open";
        stateAt = openedAt;
        terms.lots().forEach(lot -> lots.add(new LotColumns(lot.id(), lot.title())));
    }

    String id() {
        return id;
    }

    String organisation() {
        return organisation;
    }

    Instant closesAt() {
        return closesAt;
    }

    BoxTerms terms() {
        return new BoxTerms(id, organisation, notice, originally, ZoneId.of(zone),
                Currency.getInstance(currency), prices,
                lots.stream().map(lot -> new BoxLot(lot.lot(), lot.title())).toList(), partial);
    }

    BoxState state() {
        return switch (state) {
            case "open" -> new BoxState.Open();
            case "closed" -> new BoxState.Closed(stateAt);
            case "abandoned" -> new BoxState.Abandoned(stateAt);
            default -> throw new IllegalStateException("box " + id + " is " + state);
        };
    }

    void state(BoxState next) {
        switch (next) {
            case BoxState.Open() -> throw new IllegalArgumentException("no box opens again");
            case BoxState.Closed(Instant at) -> {
                state = "closed";
                stateAt = at;
            }
            case BoxState.Abandoned(Instant at) -> {
                state = "abandoned";
                stateAt = at;
            }
        }
    }

    void move(ClosingMove move) {
        closesAt = move.to();
    }

    BoxView view(List<ClosingMove> moves) {
        return new BoxView(id, terms(), closesAt, moves, state());
    }
}
