package org.subhasta.web.parties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.KeyRequestReports;
import org.subhasta.parties.KeyRequestView;
import org.subhasta.parties.KeyRequests;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** {@code /office/registrations/keys/{id}}: one request for a certificate, before an officer. */
@Named
@RequestScoped
public class KeyRequestPage {

    @EJB
    KeyRequestReports reports;

    @EJB
    OrganisationReports organisations;

    @EJB
    KeyRequests requests;

    @Inject
    Messages messages;

    @Inject
    Visit visit;

    private KeyRequestView asked;
    private String reason;

    /** Finds the request the address names, or says that there is none. */
    public void load() {
        if (getAsked() == null) {
            visit.notFound();
        }
    }

    public KeyRequestView getAsked() {
        if (asked == null) {
            asked = reports.find(visit.parameter("id")).orElse(null);
        }
        return asked;
    }

    public OrganisationView getOrganisation() {
        return organisations.find(getAsked().organisation()).orElseThrow();
    }

    public boolean isWaiting() {
        return getAsked().state().equals("enrolled");
    }

    public void approve() {
        show(requests.approve(visit.parameter("id")), "parties.keys.issued");
    }

    public void refuse() {
        show(requests.refuse(visit.parameter("id"), reason), "parties.certificate.refused");
    }

    private void show(Outcome<KeyRequestView> outcome, String done) {
        messages.value(outcome).ifPresent(view -> {
            messages.done(done);
            visit.go("/office/registrations");
        });
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
