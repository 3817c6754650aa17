package org.subhasta.web.parties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import org.subhasta.parties.CertificateReports;
import org.subhasta.parties.CertificateView;
import org.subhasta.parties.NearName;
import org.subhasta.parties.NearNames;
import org.subhasta.parties.RegistrationReports;
import org.subhasta.parties.RegistrationView;
import org.subhasta.parties.Registrations;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** {@code /desk}: how far a supplier is and what comes next; {@code /desk/registration} corrects. */
@Named
@RequestScoped
public class DeskPage {

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
    private List<CertificateView> certificates;
    private List<NearName> near;
    private OrganisationFields organisation;

    public RegistrationView getRegistration() {
        if (registration == null) {
            registration = reports.mine().orElseThrow();
        }
        return registration;
    }

    public boolean isApproved() {
        return is("approved");
    }

    public boolean isReturned() {
        return is("returned");
    }

    /** What may be corrected is corrected until it is approved. */
    public boolean isOpen() {
        return !isApproved();
    }

    private boolean is(String state) {
        return getRegistration().state().equals(state);
    }

    /** The approved certificate that is valid longest from now, or null. */
    public CertificateView getUsable() {
        return certificates().stream()
                .filter(c -> c.state().equals("approved") && c.validUntil().isAfter(visit.getNow()))
                .max(Comparator.comparing(CertificateView::validUntil))
                .orElse(null);
    }

    /** The latest certificate that an officer has not decided about, or null. */
    public CertificateView getWaiting() {
        return certificates().stream().filter(c -> c.state().equals("enrolled")).findFirst()
                .orElse(null);
    }

    /** The latest, where it was refused; otherwise null. */
    public CertificateView getRefused() {
        return certificates().stream().findFirst().filter(c -> c.state().equals("refused"))
                .orElse(null);
    }

    public boolean isReady() {
        return isApproved() && getUsable() != null;
    }

    public void correct() {
        messages.value(registrations.registerAgain(getOrganisation().form())).ifPresent(again -> {
            messages.done("parties.desk.correct.done");
            visit.go("/desk");
        });
    }

    /** Approved organisations whose name can be taken for the own one. */
    public List<NearName> getNear() {
        if (near == null) {
            near = nearNames.approved(getRegistration().organisation().name(),
                    getRegistration().organisation().id());
        }
        return near;
    }

    public OrganisationFields getOrganisation() {
        if (organisation == null) {
            organisation = new OrganisationFields(getRegistration().organisation());
        }
        return organisation;
    }

    private List<CertificateView> certificates() {
        if (certificates == null) {
            certificates = certificateReports.mine();
        }
        return certificates;
    }
}
