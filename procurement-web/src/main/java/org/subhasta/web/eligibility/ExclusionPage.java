package org.subhasta.web.eligibility;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import org.subhasta.eligibility.ExclusionReports;
import org.subhasta.eligibility.ExclusionView;
import org.subhasta.eligibility.Exclusions;
import org.subhasta.eligibility.model.Appeal;
import org.subhasta.eligibility.model.EligibilityRefusal;
import org.subhasta.kernel.Outcome;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** {@code /office/exclusions/{id}}: one, to confirm, lift, and note appeals. */
@Named
@RequestScoped
public class ExclusionPage {

    @EJB
    ExclusionReports reports;
    @EJB
    Exclusions exclusions;
    @Inject
    Messages messages;
    @Inject
    Visit visit;

    private ExclusionView view;
    private String reason;
    private String on;
    private String note;

    /** Finds it, or says that there is none. */
    public void load() {
        if (getView() == null) {
            visit.notFound();
        }
    }

    public ExclusionView getView() {
        if (view == null) {
            view = reports.find(visit.parameter("id")).orElse(null);
        }
        return view;
    }

    public boolean isRunning() {
        return getView().stage().equals("in-force") || getView().stage().equals("future");
    }

    public boolean isAppealed() {
        return getView().exclusion().appeal()
                .filter(one -> one.outcome() == Appeal.Outcome.OPEN).isPresent();
    }

    public void confirm() {
        finish(exclusions.confirm(id()), "eligibility.confirmed");
    }

    public void decline() {
        finish(Renamed.fields(exclusions.decline(id(), reason), Map.of("reason", "why")),
                "eligibility.declined");
    }

    public void lift() {
        finish(exclusions.lift(id(), reason), "eligibility.lifted");
    }

    public void appeal() {
        messages.value(Days.read("on", on, EligibilityRefusal.APPEAL_DAY)).ifPresent(day ->
                finish(exclusions.appeal(id(), day.orElse(null), note),
                        "eligibility.appeal.noted"));
    }

    public void uphold() {
        finish(exclusions.uphold(id(), note), "eligibility.appeal.upheld");
    }

    private void finish(Outcome<ExclusionView> outcome, String done) {
        Optional<ExclusionView> value = messages.value(outcome);
        if (value.isPresent()) {
            messages.done(done);
            visit.go("/office/exclusions/" + value.get().id());
        }
    }

    private String id() {
        return visit.parameter("id");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getOn() {
        return on;
    }

    public void setOn(String on) {
        this.on = on;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
