package org.subhasta.web.awarding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.subhasta.awarding.AuctionOfLot;
import org.subhasta.awarding.EvaluationView;
import org.subhasta.awarding.LotAuctions;
import org.subhasta.awarding.Proposal;

/** A lot on the evaluation page: its ranking, and what is typed about it. */
public class LotRow {

    static final String NO_AWARD = "none";

    private EvaluationView.Lot lot;
    private String choice;
    private String reason;

    /** @param typed the choice as the form sent it, null where no form was sent */
    LotRow(EvaluationView.Lot lot, String typed) {
        this.lot = lot;
        this.choice = typed == null ? possible(lot) : typed;
        this.reason = lot.proposal().reason();
    }

    /** What others changed; what is typed stays. */
    void show(EvaluationView.Lot latest) {
        lot = latest;
    }

    Proposal proposal() {
        return switch (choice) {
            case "" -> Proposal.undecided(reason);
            case NO_AWARD -> Proposal.noAward(reason);
            default -> Proposal.award(choice, reason);
        };
    }

    /** The name of the lot's radio buttons. */
    static String name(EvaluationView.Lot lot) {
        return "choice-" + lot.number();
    }

    public String getName() {
        return name(lot);
    }

    public EvaluationView.Lot getLot() {
        return lot;
    }

    /** The bids that can be awarded: those with the lowest price. */
    public List<EvaluationView.Standing> getFirst() {
        return lot.ranking().stream()
                .filter(standing -> standing.rank().equals(Optional.of(1))).toList();
    }

    public boolean isTied() {
        return getFirst().size() > 1;
    }

    /** Whether an auction may be begun for it now. */
    public boolean isAuctionable() {
        return lot.auctioned() && lot.ranking().stream().filter(one -> one.rank().isPresent())
                .count() >= LotAuctions.FEWEST_BIDS && lot.auction().filter(one ->
                        one.stage() != AuctionOfLot.Stage.WITHOUT_WINNER).isEmpty();
    }

    /** Whether nothing is decided about it, since its auction has still to end. */
    public boolean isAuctioning() {
        return getStage().equals("under-way");
    }

    /** How far its auction is: {@code draft}, {@code under-way}, …; {@code ""} for none. */
    public String getStage() {
        return lot.auction().map(one -> one.stage().name().toLowerCase(Locale.ROOT)
                .replace('_', '-')).orElse("");
    }

    public boolean isNoAward() {
        return choice.equals(NO_AWARD);
    }

    public boolean chosen(String bid) {
        return choice.equals(bid);
    }

    /** Whether the reason is shown from the start, and not only once it is needed. */
    public boolean isReasoned() {
        return isTied() || isNoAward() || !reason.isBlank();
    }

    /** Whether somebody else saved another choice than the one typed here. */
    public boolean isOther() {
        Proposal saved = lot.proposal();
        return saved.kind() != Proposal.Kind.UNDECIDED && !possible(lot).equals(choice);
    }

    /** The bidder somebody saved as winner; empty where no award was saved. */
    public String getSavedName() {
        return lot.ranking().stream()
                .filter(s -> Optional.of(s.bid()).equals(lot.proposal().bid()))
                .map(EvaluationView.Standing::bidderName).findFirst().orElse("");
    }

    public String getChoice() {
        return choice;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }

    /** What was saved, unless a disqualification has made it impossible since. */
    private String possible(EvaluationView.Lot shown) {
        String saved = choice(shown.proposal());
        return saved.equals(NO_AWARD) || getFirst().stream().anyMatch(s -> s.bid().equals(saved))
                ? saved : "";
    }

    private static String choice(Proposal proposal) {
        return switch (proposal.kind()) {
            case UNDECIDED -> "";
            case NO_AWARD -> NO_AWARD;
            case AWARD -> proposal.bid().orElseThrow();
        };
    }
}
