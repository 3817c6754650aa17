package org.subhasta.awarding;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.awarding.model.Choice;

/** What the officers propose for a lot, as typed. */
@Entity
@Table(schema = "awarding", name = "proposal")
class ProposalRow {

    @Embeddable
    record Key(String tender, String lot) {
    }

    @EmbeddedId
    private Key id;
    @Enumerated(EnumType.STRING)
    private Proposal.Kind kind;
    private UUID bid;
    private String reason;

    protected ProposalRow() {
    }

    ProposalRow(String tender, String lot) {
        this.id = new Key(tender, lot);
    }

    void set(Proposal proposal) {
        kind = proposal.kind();
        bid = proposal.bid().map(UUID::fromString).orElse(null);
        reason = proposal.reason();
    }

    String lot() {
        return id.lot();
    }

    Proposal proposal() {
        return new Proposal(kind, Optional.ofNullable(bid).map(UUID::toString), reason);
    }

    /** What the rules judge; nothing where the officer has not made up the mind. */
    Optional<Choice> choice() {
        return switch (kind) {
            case UNDECIDED -> Optional.empty();
            case AWARD -> Optional.of(new Choice.AwardTo(bid.toString(), reason));
            case NO_AWARD -> Optional.of(new Choice.NoAward(reason));
        };
    }
}
