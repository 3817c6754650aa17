package org.subhasta.web.parties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.CertificateReports;
import org.subhasta.parties.CertificateView;
import org.subhasta.parties.Certificates;
import org.subhasta.parties.Enrolment;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** {@code /certificates}: the supplier's certificates, and how another is enrolled. */
@Named
@RequestScoped
public class CertificatesPage {

    /** Beyond this a file is no certificate, and is not read further. */
    private static final int MOST_BYTES = 20_000;

    @EJB
    Certificates certificates;

    @EJB
    CertificateReports reports;

    @Inject
    Messages messages;

    @Inject
    Visit visit;

    private Part file;
    private String fromKey;
    private String statement;
    private String signature;
    private List<CertificateView> mine;

    /** What the browser signs to prove that the key is there. */
    public String getStatement() {
        if (statement == null) {
            statement = certificates.statement();
        }
        return statement;
    }

    public void setStatement(String statement) {
        this.statement = statement;
    }

    /** With proof: certificate and signature come from the browser, the key stays there. */
    public void enrolWithProof() {
        show(certificates.enrol(new Enrolment(decoded(fromKey),
                Objects.requireNonNullElse(statement, ""), decoded(signature))));
    }

    /** The certificate alone. */
    public void enrolFile() {
        show(certificates.enrol(Enrolment.of(content())));
    }

    public void withdraw(String id) {
        messages.value(certificates.withdraw(id)).ifPresent(done -> {
            messages.done("parties.certificates.withdrawn");
            visit.go("/certificates");
        });
    }

    private void show(Outcome<CertificateView> outcome) {
        messages.value(outcome).ifPresent(enrolled -> {
            messages.done("parties.certificates.enrolled");
            visit.go("/certificates");
        });
    }

    public List<CertificateView> getMine() {
        if (mine == null) {
            mine = reports.mine();
        }
        return mine;
    }

    private byte[] content() {
        if (file == null || file.getSize() > MOST_BYTES) {
            return new byte[0];
        }
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return base64 == null || base64.length() > 2 * MOST_BYTES
                    ? new byte[0] : Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public String getFromKey() {
        return fromKey;
    }

    public void setFromKey(String fromKey) {
        this.fromKey = fromKey;
    }

    public String getSignature() {
        return signature;
    }

    public void setSignature(String signature) {
        this.signature = signature;
    }
}
