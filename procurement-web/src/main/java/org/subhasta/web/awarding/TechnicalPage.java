package org.subhasta.web.awarding;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.subhasta.awarding.AwardingRefusal;
import org.subhasta.awarding.TechnicalEvaluationView;
import org.subhasta.awarding.TechnicalEvaluations;
import org.subhasta.awarding.model.TechnicalVerdict;
import org.subhasta.bidding.OpenedBid;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Viewer;
import org.subhasta.web.page.Visit;

/**
 * Which bids of a two-envelope tender pass, said and signed before any price is known:
 * {@code /office/tenders/{id}/technical}.
 */
@Named
@RequestScoped
public class TechnicalPage {

    @Inject
    TechnicalEvaluations evaluations;
    @Inject
    Callers callers;
    @Inject
    Messages messages;
    @Inject
    Viewer viewer;
    @Inject
    Visit visit;

    private TechnicalEvaluationView evaluation;
    private boolean sealed;
    private final List<Row> rows = new ArrayList<>();
    private String text;
    private String statement;
    private String signature;

    /** A bid, and what is typed about it. */
    public static class Row {

        private final TechnicalEvaluationView.Bid bid;
        private String verdict = "";
        private String reason = "";

        Row(TechnicalEvaluationView.Bid bid) {
            this.bid = bid;
        }

        public TechnicalEvaluationView.Bid getBid() {
            return bid;
        }

        public String getVerdict() {
            return verdict;
        }

        public void setVerdict(String verdict) {
            this.verdict = verdict == null ? "" : verdict;
        }

        public String getReason() {
            return reason;
        }

        public void setReason(String reason) {
            this.reason = reason == null ? "" : reason;
        }

        TechnicalVerdict verdict() {
            return new TechnicalVerdict(bid.bid().id().toString(), verdict.equals("passed"),
                    reason);
        }
    }

    @PostConstruct
    void load() {
        Optional<Caller> caller = callers.signedIn();
        if (caller.filter(c -> c.is(Role.OFFICER) || c.is(Role.AUDITOR)).isEmpty()) {
            return;
        }
        Outcome<TechnicalEvaluationView> found = evaluations.find(visit.parameter("id"));
        if (found instanceof Outcome.Done<TechnicalEvaluationView>(TechnicalEvaluationView view)) {
            evaluation = view;
            view.bids().stream().filter(bid -> bid.bid().invalid().isEmpty())
                    .forEach(bid -> rows.add(new Row(bid)));
        } else {
            sealed = found instanceof Outcome.Refused<TechnicalEvaluationView> refused
                    && refused.first().code() == AwardingRefusal.TECHNICAL_NOT_OPENED;
        }
    }

    /** Leaves where there is nothing to see. */
    public void require() {
        if (sealed) {
            visit.go("/tenders/" + visit.parameter("id") + "/opening");
        } else if (evaluation == null && callers.signedIn().isEmpty()) {
            visit.go("/sign-in?next=" + visit.getAddress());
        } else if (evaluation == null) {
            visit.notFound();
        }
    }

    /** Judges what was typed, and shows what is to be signed. */
    public void prepare() {
        // Nothing chosen is nothing said; the door then tells that a bid is missing.
        List<TechnicalVerdict> verdicts = rows.stream()
                .filter(row -> !row.getVerdict().isEmpty()).map(Row::verdict).toList();
        text = messages.value(evaluations.statement(evaluation.tender(), verdicts)).orElse(null);
    }

    public void sign() {
        messages.value(evaluations.sign(evaluation.tender(), decoded(statement),
                decoded(signature))).ifPresent(signed -> {
                    messages.done("awarding.technical.signed");
                    visit.go("/office/tenders/" + evaluation.tender() + "/technical");
                });
    }

    private static byte[] decoded(String base64) {
        try {
            return base64 == null ? new byte[0] : Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    public TechnicalEvaluationView getEvaluation() {
        return evaluation;
    }

    public List<Row> getRows() {
        return rows;
    }

    /** Those that were invalid when they were opened: nothing is said about them. */
    public List<TechnicalEvaluationView.Bid> getInvalid() {
        return evaluation.bids().stream().filter(bid -> bid.bid().invalid().isPresent()).toList();
    }

    /** What was said about a bid; null where nothing was. */
    public TechnicalVerdict said(OpenedBid bid) {
        return evaluation.signed().stream().flatMap(signed -> signed.verdicts().stream())
                .filter(verdict -> verdict.bid().equals(bid.id().toString()))
                .findFirst().orElse(null);
    }

    /** Whether the reader may say something, and nothing was said yet. */
    public boolean isDeciding() {
        return viewer.isOfficer() && evaluation.signed().isEmpty();
    }

    /** The text to sign; null until what was typed is complete. */
    public String getText() {
        return text;
    }

    public String getStatement() {
        return statement;
    }

    public void setStatement(String statement) {
        this.statement = statement;
    }

    public String getSignature() {
        return signature;
    }

    public void setSignature(String signature) {
        this.signature = signature;
    }
}
