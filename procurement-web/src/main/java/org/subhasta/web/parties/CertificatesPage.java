package org.subhasta.web.parties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.CertificateReports;
import org.subhasta.parties.CertificateView;
import org.subhasta.parties.Certificates;
import org.subhasta.parties.Enrolment;
import org.subhasta.parties.KeyRequest;
import org.subhasta.parties.KeyRequestReports;
import org.subhasta.parties.KeyRequestView;
import org.subhasta.parties.KeyRequests;
import org.subhasta.parties.OwnCertificate;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.signing.KeyUse;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Viewer;
import org.subhasta.web.page.Visit;

/** {@code /certificates}: somebody's certificates, and the three ways to another. */
@Named
@RequestScoped
public class CertificatesPage {

    /** Beyond this a file is no certificate, and is not read further. */
    private static final int MOST_BYTES = 20_000;

    @EJB
    Certificates certificates;

    @EJB
    CertificateReports reports;

    @EJB
    KeyRequests keys;

    @EJB
    KeyRequestReports keyReports;

    @Inject
    Viewer viewer;

    @Inject
    Messages messages;

    @Inject
    Visit visit;

    private Part file;
    private String fromKey;
    private String statement;
    private String signature;
    private String keyRequests;
    private Map<String, String> usable;
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

    /** Keys that the browser has made and keeps; each becomes a request of its own. */
    public void requestKeys() {
        List<KeyRequest> asked = asked();
        if (asked.isEmpty()) {
            messages.show(List.of(Refusal.at("request", PartiesRefusal.REQUEST_UNREADABLE)));
            return;
        }
        for (KeyRequest one : asked) {
            if (messages.value(keys.request(one)).isEmpty()) {
                return;
            }
        }
        messages.done("parties.keys.asked");
        visit.go("/certificates");
    }

    private List<KeyRequest> asked() {
        String text = Objects.requireNonNullElse(keyRequests, "");
        if (text.length() > 4 * MOST_BYTES) {
            return List.of();
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream().limit(2)
                    .map(one -> new KeyRequest(KeyUse.valueOf(one.getString("use")),
                            decoded(one.getString("pkcs10")),
                            Objects.requireNonNullElse(statement, "")))
                    .toList();
        } catch (JsonException | IllegalArgumentException | NullPointerException
                | ClassCastException e) {
            // Not what our script writes: the answer is the same as to any other nonsense.
            return List.of();
        }
    }

    public void takeBack(String id) {
        messages.value(keys.withdraw(id)).ifPresent(done -> {
            messages.done("parties.keys.withdrawn");
            visit.go("/certificates");
        });
    }

    /** The requests that are not certificates by now. */
    public List<KeyRequestView> getRequests() {
        return keyReports.mine().stream().filter(one -> !one.state().equals("approved")).toList();
    }

    /** The certificate itself in base64, for the page to tell whether its key is at hand. */
    public String der(String id) {
        if (usable == null) {
            usable = reports.usable().stream().collect(Collectors.toMap(OwnCertificate::id,
                    one -> Base64.getEncoder().encodeToString(one.der())));
        }
        return usable.get(id);
    }

    /** Where the person's own things are: {@code desk}, {@code keys} or {@code office}. */
    public String getSide() {
        return viewer.isSupplier() ? "desk" : viewer.isOpener() ? "keys" : "office";
    }

    public String getBack() {
        return switch (getSide()) {
            case "desk" -> "/desk";
            case "keys" -> "/account";
            default -> "/office";
        };
    }

    public String getKeyRequests() {
        return keyRequests;
    }

    public void setKeyRequests(String keyRequests) {
        this.keyRequests = keyRequests;
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
