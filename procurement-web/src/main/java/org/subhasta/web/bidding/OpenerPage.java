package org.subhasta.web.bidding;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.subhasta.bidding.BoxReports;
import org.subhasta.bidding.BoxView;
import org.subhasta.bidding.Committees;
import org.subhasta.bidding.OpeningReports;
import org.subhasta.bidding.OpeningTask;
import org.subhasta.bidding.OpeningView;
import org.subhasta.bidding.Openings;
import org.subhasta.bidding.RehearsalTask;
import org.subhasta.bidding.Rehearsals;
import org.subhasta.bidding.model.Part;
import org.subhasta.journal.LogReports;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.LogProof;
import org.subhasta.signing.log.Malformed;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/**
 * Where an opener rehearses and later releases the shares of all bids: {@code
 * /desk/openings/{id}}. Keys are used in the browser only; what comes here is signed there.
 */
@Named
@RequestScoped
public class OpenerPage {

    @Inject
    OpeningReports reports;
    @Inject
    Openings openings;
    @Inject
    Rehearsals rehearsals;
    @Inject
    BoxReports boxes;
    @Inject
    TenderReports tenders;
    @Inject
    LogReports log;
    @Inject
    Callers callers;
    @Inject
    Messages messages;
    @Inject
    Visit visit;

    private OpeningView opening;
    private OpeningView.Member member;
    private BoxView box;
    private TenderView tender;
    private RehearsalTask rehearsal;
    private OpeningTask task;
    private String statement;
    private String signature;

    @PostConstruct
    void load() {
        String id = visit.parameter("id");
        callers.signedIn().filter(caller -> caller.is(Role.OPENER)).ifPresent(caller -> {
            opening = reports.find(id).orElse(null);
            member = opening == null ? null : opening.member(caller.person()).orElse(null);
        });
        if (member != null) {
            box = boxes.find(id).orElseThrow();
            tender = tenders.find(id).orElseThrow();
            task = toOpen().map(part -> openings.task(id, part))
                    .filter(Outcome.Done.class::isInstance)
                    .map(done -> ((Outcome.Done<OpeningTask>) done).value()).orElse(null);
        }
    }

    private Optional<Part> toOpen() {
        return opening.progress().map(OpeningView.Progress::part)
                .filter(part -> opening.endsAt().isPresent() && !member.acted().containsKey(part));
    }

    /** Leaves for the page that says there is nothing here, for all but members. */
    public void require() {
        if (member == null) {
            visit.notFound();
        }
    }

    /** Asks for a secret to tell back. */
    public void begin() {
        rehearsal = messages.value(rehearsals.begin(opening.box())).orElse(null);
    }

    /** Takes the secret told back. */
    public void rehearse() {
        finish(rehearsals.answer(opening.box(), decoded(statement), decoded(signature)),
                "bidding.opener.rehearsed");
    }

    /** Takes the shares released. */
    public void act() {
        finish(openings.act(opening.box(), decoded(statement), decoded(signature)),
                "bidding.opener.acted");
    }

    private void finish(Outcome<OpeningView> outcome, String done) {
        List<Refusal> refusals = outcome instanceof Outcome.Refused<OpeningView> refused
                ? refused.refusals() : List.of();
        if (refusals.isEmpty()) {
            messages.done(done);
            visit.go("/desk/openings/" + opening.box());
        } else {
            // Nothing of what was signed has an input of its own on the page.
            messages.show(refusals.stream().map(refusal ->
                    new Refusal(refusal.code(), "", refusal.details())).toList());
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return base64 == null ? new byte[0] : Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    public OpeningView getOpening() {
        return opening;
    }

    public OpeningView.Member getMember() {
        return member;
    }

    public BoxView getBox() {
        return box;
    }

    public TenderView getTender() {
        return tender;
    }

    /** Whether the rehearsal is still to be done. */
    public boolean isRehearsable() {
        return box.isOpen() && member.rehearsedAt().isEmpty();
    }

    /** The secret to tell back; null before it was asked for. */
    public RehearsalTask getRehearsal() {
        return rehearsal;
    }

    /** What is to be opened; null where there is nothing, or this opener has acted. */
    public OpeningTask getTask() {
        return task;
    }

    /** The envelopes to open, as a JSON array of texts. */
    public String getEnvelopes() {
        return Json.createArrayBuilder(task.envelopes()).build().toString();
    }

    /** The log's proof of the entry that allows the opening, base64; {@code ""} until it is there. */
    public String getProof() {
        try {
            return log.proof(Hash.hex(task.entry())).map(LogProof::bytes)
                    .map(Base64.getEncoder()::encodeToString).orElse("");
        } catch (Malformed e) {
            throw new IllegalStateException("an entry's hash is no hash", e);
        }
    }

    /** The key that checkpoints of the log are signed with: a verifier key. */
    public String getLogKey() {
        return log.verifierKey().toString();
    }

    /** The committee: canonical JSON, as the notice has it. */
    public String getCommittee() {
        return new String(Committees.published(opening.terms().committee()),
                StandardCharsets.UTF_8);
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
