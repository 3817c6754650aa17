package org.subhasta.web.tendering;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.subhasta.tendering.model.Draft;

/** The inputs about sealing: who opens the bids, and how. */
public class OpeningForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private List<String> openers;
    private String threshold;
    private String envelopes;
    private String graceMinutes;
    private String periodDays;

    OpeningForm(Draft.Opening opening) {
        openers = new ArrayList<>(opening.openers());
        threshold = opening.threshold();
        envelopes = opening.envelopes();
        graceMinutes = opening.graceMinutes();
        periodDays = opening.periodDays();
    }

    Draft.Opening opening() {
        return new Draft.Opening(openers, LotForm.text(threshold), LotForm.text(envelopes),
                LotForm.text(graceMinutes), LotForm.text(periodDays));
    }

    public List<String> getOpeners() {
        return openers;
    }

    public void setOpeners(List<String> openers) {
        this.openers = openers == null ? new ArrayList<>() : new ArrayList<>(openers);
    }

    public String getThreshold() {
        return threshold;
    }

    public void setThreshold(String threshold) {
        this.threshold = threshold;
    }

    public String getEnvelopes() {
        return envelopes;
    }

    public void setEnvelopes(String envelopes) {
        this.envelopes = envelopes;
    }

    public String getGraceMinutes() {
        return graceMinutes;
    }

    public void setGraceMinutes(String graceMinutes) {
        this.graceMinutes = graceMinutes;
    }

    public String getPeriodDays() {
        return periodDays;
    }

    public void setPeriodDays(String periodDays) {
        this.periodDays = periodDays;
    }
}
