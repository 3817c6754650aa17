package org.subhasta.web.parties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.CertificateReports;
import org.subhasta.parties.CertificateView;
import org.subhasta.parties.Certificates;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** {@code /office/registrations/certificates/{id}}: one certificate, decided about by an officer. */
@Named
@RequestScoped
public class CertificatePage {

    @EJB
    CertificateReports reports;

    @EJB
    OrganisationReports organisations;

    @EJB
    Certificates certificates;

    @Inject
    Messages messages;

    @Inject
    Visit visit;

    private CertificateView certificate;
    private String reason;

    /** Finds the certificate the address names, or says that there is none. */
    public void load() {
        if (getCertificate() == null) {
            visit.notFound();
        }
    }

    public CertificateView getCertificate() {
        if (certificate == null) {
            certificate = reports.find(visit.parameter("id")).orElse(null);
        }
        return certificate;
    }

    public boolean isWaiting() {
        return getCertificate().state().equals("enrolled");
    }

    public boolean isInUse() {
        return getCertificate().state().equals("approved");
    }

    /** Whether the organisation itself may bid already. */
    public boolean isOrganisationApproved() {
        return organisations.find(getCertificate().organisation())
                .map(OrganisationView::approved).orElse(false);
    }

    public void approve() {
        show(certificates.approve(visit.parameter("id")), "parties.certificate.approved");
    }

    public void refuse() {
        show(certificates.refuse(visit.parameter("id"), reason), "parties.certificate.refused");
    }

    public void withdraw() {
        show(certificates.withdraw(visit.parameter("id")), "parties.certificates.withdrawn");
    }

    private void show(Outcome<CertificateView> outcome, String done) {
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
