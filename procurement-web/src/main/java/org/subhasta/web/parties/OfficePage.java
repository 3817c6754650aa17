package org.subhasta.web.parties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.net.MalformedURLException;
import java.util.List;
import org.subhasta.parties.CertificateReports;
import org.subhasta.parties.CertificateView;
import org.subhasta.parties.KeyRequestReports;
import org.subhasta.parties.KeyRequestView;
import org.subhasta.parties.RegistrationReports;
import org.subhasta.parties.RegistrationView;

/** {@code /office} and {@code /office/registrations}: what waits for an officer. */
@Named
@RequestScoped
public class OfficePage {

    @EJB
    RegistrationReports registrations;

    @EJB
    CertificateReports certificates;

    @EJB
    KeyRequestReports keys;

    private List<RegistrationView> waiting;
    private List<KeyRequestView> waitingKeys;
    private List<CertificateView> waitingCertificates;
    private List<RegistrationView> decided;

    public List<RegistrationView> getWaiting() {
        if (waiting == null) {
            waiting = registrations.waiting();
        }
        return waiting;
    }

    public List<CertificateView> getWaitingCertificates() {
        if (waitingCertificates == null) {
            waitingCertificates = certificates.waiting();
        }
        return waitingCertificates;
    }

    public List<KeyRequestView> getWaitingKeys() {
        if (waitingKeys == null) {
            waitingKeys = keys.waiting();
        }
        return waitingKeys;
    }

    public List<RegistrationView> getDecided() {
        if (decided == null) {
            decided = registrations.decided();
        }
        return decided;
    }

    /** Whether another capability has a part to show here. */
    public boolean has(String view) {
        try {
            return FacesContext.getCurrentInstance().getExternalContext().getResource(view) != null;
        } catch (MalformedURLException e) {
            return false;
        }
    }
}
