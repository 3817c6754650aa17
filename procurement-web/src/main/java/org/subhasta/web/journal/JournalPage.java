package org.subhasta.web.journal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.subhasta.journal.Alarms;
import org.subhasta.journal.JournalRefusal;
import org.subhasta.journal.LogCheck;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.JournalAdministration;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.Malformed;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** What administrators do about the journal: check, stop, go on, end alarms, erase. */
@Named
@RequestScoped
public class JournalPage {

    private static final String HERE = "/administration/journal";

    @Inject
    Alarms alarms;
    @Inject
    JournalAdministration administration;
    @Inject
    AlarmState state;
    @Inject
    Messages messages;
    @Inject
    Visit visit;

    private String reason;
    private String alarmReason;
    private String eraseReason;
    private String leaf;

    public List<Alarms.Alarm> getStanding() {
        return alarms.standing();
    }

    public boolean isStopped() {
        return alarms.areActsStopped();
    }

    public void check() {
        LogCheck.Result result = administration.checkNow();
        state.forget();
        if (result.mismatches().isEmpty()) {
            messages.done("journal.check.right", result.size());
        } else {
            messages.done("journal.check.wrong", result.mismatches().size());
        }
        visit.go(HERE);
    }

    public void stop() {
        done("journal.stop.done", administration.stopActs(reason));
    }

    public void resume() {
        done("journal.resume.done", administration.resumeActs(reason));
    }

    public void end(long alarm) {
        Outcome<?> outcome = administration.endAlarm(alarm, alarmReason);
        done("journal.alarm.ended", outcome, "alarmReason");
    }

    public void erase() {
        try {
            done("journal.erase.done",
                    administration.erasePayload(Hash.hex(leaf == null ? "" : leaf.strip()),
                            eraseReason), "eraseReason");
        } catch (Malformed e) {
            messages.show(List.of(Refusal.at("leaf", JournalRefusal.JOURNAL_NOT_FOUND)));
        }
    }

    private void done(String key, Outcome<?> outcome) {
        done(key, outcome, "reason");
    }

    /** @param field the field for the reason in the form that was sent */
    private void done(String key, Outcome<?> outcome, String field) {
        if (outcome instanceof Outcome.Refused<?>(List<Refusal> refusals)) {
            messages.show(refusals.stream().map(refusal -> refusal.field().isEmpty() ? refusal
                    : new Refusal(refusal.code(), field, refusal.details())).toList());
            return;
        }
        state.forget();
        messages.done(key);
        visit.go(HERE);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getAlarmReason() {
        return alarmReason;
    }

    public void setAlarmReason(String alarmReason) {
        this.alarmReason = alarmReason;
    }

    public String getEraseReason() {
        return eraseReason;
    }

    public void setEraseReason(String eraseReason) {
        this.eraseReason = eraseReason;
    }

    public String getLeaf() {
        return leaf;
    }

    public void setLeaf(String leaf) {
        this.leaf = leaf;
    }
}
