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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.subhasta.bidding.model.Admission;
import org.subhasta.bidding.model.BoxLot;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.BoxTerms;
import org.subhasta.bidding.model.ClosingMove;
import org.subhasta.bidding.model.Committee;
import org.subhasta.bidding.model.CoverPlan;
import org.subhasta.bidding.model.Opener;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.Part;
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

    @Embeddable
    record OpenerColumns(@Column(name = "person") String person, @Column(name = "name") String name,
            @Column(name = "organisation") String organisation,
            @Column(name = "certificate") String certificate) {
    }

    @Id
    private String id;
    private String organisation;
    private String notice;
    private Instant originally;
    @Column(name = "closes_at")
    private Instant closesAt;
    @Column(name = "grace_moved_to")
    private Instant graceMovedTo;
    private String zone;
    private String currency;
    @Enumerated(EnumType.STRING)
    private PriceBasis prices;
    private boolean partial;
    private String state;
    @Column(name = "state_at")
    private Instant stateAt;
    private Integer threshold;
    @Column(name = "openers")
    private String fingerprint;
    @Column(name = "two_envelopes")
    private boolean twoEnvelopes;
    @Column(name = "grace_minutes")
    private Integer graceMinutes;
    @Column(name = "period_days")
    private Integer periodDays;
    @Column(name = "closed_at")
    private Instant closedAt;
    private String entry;
    @Column(name = "opening_ends_at")
    private Instant openingEndsAt;
    @Column(name = "given_up_at")
    private Instant givenUpAt;
    @Column(name = "warned_at")
    private Instant warnedAt;
    @Column(name = "cover_pace")
    private Integer coverPace;
    @Column(name = "cover_due")
    private Instant coverDue;
    @Version
    private int version;

    @ElementCollection
    @CollectionTable(schema = "bidding", name = "box_lot", joinColumns = @JoinColumn(name = "box"))
    @OrderColumn(name = "position")
    private List<LotColumns> lots = new ArrayList<>();

    @ElementCollection
    @CollectionTable(schema = "bidding", name = "box_opener",
            joinColumns = @JoinColumn(name = "box"))
    @OrderColumn(name = "position")
    private List<OpenerColumns> openers = new ArrayList<>();

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
        terms.opening().ifPresent(this::opening);
    }

    private void opening(OpeningTerms terms) {
        threshold = terms.committee().threshold();
        fingerprint = terms.committee().fingerprint();
        twoEnvelopes = terms.twoEnvelopes();
        graceMinutes = Math.toIntExact(terms.grace().toMinutes());
        periodDays = Math.toIntExact(terms.period().toDays());
        terms.committee().openers().forEach(opener -> openers.add(new OpenerColumns(
                opener.person(), opener.name(), opener.organisation(), opener.certificate())));
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
                lots.stream().map(lot -> new BoxLot(lot.lot(), lot.title())).toList(), partial,
                opening());
    }

    Optional<OpeningTerms> opening() {
        return threshold == null ? Optional.empty() : Optional.of(new OpeningTerms(
                new Committee(threshold, openers.stream().map(one -> new Opener(one.person(),
                        one.name(), one.organisation(), one.certificate())).toList(), fingerprint),
                twoEnvelopes, Duration.ofMinutes(graceMinutes), Duration.ofDays(periodDays)));
    }

    /** The box as the rules of admission judge it. */
    Admission.Box forAdmission(Instant lastBeat) {
        return new Admission.Box(terms(), closesAt, graceEndsAt(), state(), lastBeat);
    }

    BoxState state() {
        return switch (state) {
            case "open" -> new BoxState.Open();
            case "closed" -> new BoxState.Closed(stateAt);
            case "technical" -> new BoxState.TechnicalOpened(stateAt);
            case "released" -> new BoxState.Released(stateAt);
            case "opened" -> new BoxState.Opened(stateAt);
            case "abandoned" -> new BoxState.Abandoned(stateAt);
            default -> throw new IllegalStateException("box " + id + " is " + state);
        };
    }

    /** @param entry leaf hash of the act, where the openers act on it next; otherwise null */
    void state(BoxState next, String entry) {
        switch (next) {
            case BoxState.Open() -> throw new IllegalArgumentException("no box opens again");
            case BoxState.Closed(Instant at) -> {
                closedAt = at;
                become("closed", at);
            }
            case BoxState.TechnicalOpened(Instant at) -> become("technical", at);
            case BoxState.Released(Instant at) -> become("released", at);
            case BoxState.Opened(Instant at) -> become("opened", at);
            case BoxState.Abandoned(Instant at) -> become("abandoned", at);
        }
        this.entry = entry;
        openingEndsAt = opening().filter(terms -> next.opening(terms).isPresent())
                .map(terms -> stateAt.plus(terms.period())).orElse(null);
    }

    /** @param end later than the one that stood */
    void opensUntil(Instant end) {
        openingEndsAt = end;
    }

    private void become(String state, Instant at) {
        this.state = state;
        stateAt = at;
    }

    /** The entry of the journal that allows what the openers do now. */
    Optional<String> entry() {
        return Optional.ofNullable(entry);
    }

    /** Until when the openers act in the state it is in now, if they may. */
    Optional<Instant> openingEndsAt() {
        return Optional.ofNullable(openingEndsAt).filter(end -> givenUpAt == null);
    }

    /** Whatever is sealed still stays so. */
    void giveUp(Instant at) {
        givenUpAt = at;
    }

    /** When its opening was given up; one that never closed is in a state of its own. */
    Optional<Instant> givenUpAt() {
        return Optional.ofNullable(givenUpAt);
    }

    /** The part that its openers act on now. */
    Optional<Part> opens() {
        return opening().filter(terms -> givenUpAt == null)
                .flatMap(terms -> state().opening(terms));
    }

    Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    boolean isWarned() {
        return warnedAt != null;
    }

    void warned(Instant at) {
        warnedAt = at;
    }

    /** Empty until one is drawn, soon after the box is opened. */
    Optional<CoverPlan> coverPlan() {
        return Optional.ofNullable(coverDue).map(due -> new CoverPlan(coverPace, due));
    }

    void coverPlan(CoverPlan plan) {
        coverPace = plan.pace();
        coverDue = plan.due();
    }

    void move(ClosingMove move) {
        closesAt = move.to();
    }

    /** Until when a bid that was announced before the closing may arrive. */
    Instant graceEndsAt() {
        return graceMovedTo == null ? closesAt.plus(terms().grace()) : graceMovedTo;
    }

    void moveGrace(ClosingMove move) {
        graceMovedTo = move.to();
    }

    BoxView view(List<ClosingMove> moves) {
        return new BoxView(id, terms(), closesAt, moves, Optional.ofNullable(graceMovedTo),
                state(), Optional.ofNullable(closedAt));
    }
}
