package org.subhasta.web.parties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.List;
import org.subhasta.parties.CertificateReports;
import org.subhasta.parties.OwnCertificate;
import org.subhasta.parties.Role;

/** What the component {@code s:key} has to know of whoever looks: which keys count as theirs. */
@Named
@RequestScoped
public class OwnKeys {

    private static final List<String> HOLDERS =
            List.of(Role.Names.SUPPLIER, Role.Names.OFFICER, Role.Names.OPENER);

    @EJB
    CertificateReports reports;

    @Inject
    HttpServletRequest request;

    /** The person's identifier; keys made in a browser are kept under it. */
    public String getPerson() {
        return request.getUserPrincipal() == null ? "" : request.getUserPrincipal().getName();
    }

    /** The approved certificates as JSON: {@code [{"id":…,"use":"SIGNING","der":base64}]}. */
    public String getCertificates() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        if (HOLDERS.stream().anyMatch(request::isUserInRole)) {
            for (OwnCertificate own : reports.usable()) {
                all.add(Json.createObjectBuilder()
                        .add("id", own.id())
                        .add("use", own.use().name())
                        .add("der", Base64.getEncoder().encodeToString(own.der())));
            }
        }
        return all.build().toString();
    }
}
