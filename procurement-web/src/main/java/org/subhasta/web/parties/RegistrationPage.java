package org.subhasta.web.parties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.subhasta.parties.CertificateReports;
import org.subhasta.parties.CertificateView;
import org.subhasta.parties.NearName;
import org.subhasta.parties.NearNames;
import org.subhasta.parties.PersonView;
import org.subhasta.parties.RegistrationReports;
import org.subhasta.parties.RegistrationView;
import org.subhasta.parties.Registrations;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** {@code /office/registrations/{id}}: one organisation, looked at and decided about. */
@Named
@RequestScoped
public class RegistrationPage {

    @EJB
    RegistrationReports reports;

    @EJB
    CertificateReports certificateReports;

    @EJB
    NearNames nearNames;

    @EJB
    Registrations registrations;

    @Inject
    Messages messages;

    @Inject
    Visit visit;

    private RegistrationView registration;
    private List<NearName> near;
    private String reason;

    /** Finds the organisation the address names, or says that there is none. */
    public void load() {
        if (getRegistration() == null) {
            visit.notFound();
        }
    }

    public RegistrationView getRegistration() {
        if (registration == null) {
            registration = reports.find(visit.parameter("id")).orElse(null);
        }
        return registration;
    }

    public boolean isWaiting() {
        return getRegistration().state().equals("registered");
    }

    public List<PersonView> getPeople() {
        return reports.people(visit.parameter("id"));
    }

    public List<CertificateView> getCertificates() {
        return certificateReports.of(visit.parameter("id"));
    }

    /** Organisations whose name can be taken for this one's. */
    public List<NearName> getNear() {
        if (near == null) {
            near = nearNames.of(visit.parameter("id"));
        }
        return near;
    }

    public void approve() {
        messages.value(registrations.approve(visit.parameter("id"))).ifPresent(approved -> {
            messages.done("parties.registration.approved", approved.organisation().name());
            visit.go("/office/registrations");
        });
    }

    public void giveBack() {
        messages.value(registrations.giveBack(visit.parameter("id"), reason)).ifPresent(done -> {
            messages.done("parties.registration.returned");
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
