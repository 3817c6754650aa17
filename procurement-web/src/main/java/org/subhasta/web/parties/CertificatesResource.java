package org.subhasta.web.parties;

import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.subhasta.parties.CertificateReports;
import org.subhasta.parties.CertificateView;
import org.subhasta.parties.Certificates;
import org.subhasta.parties.Enrolment;

/** Certificates: enrolled by suppliers, decided by officers. */
@Path("certificates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CertificatesResource {

    @Inject
    Certificates certificates;
    @Inject
    CertificateReports reports;
    @Inject
    Answers answers;

    /**
     * A certificate to enrol.
     *
     * @param certificate one X.509 certificate, DER, in base64
     * @param statement   the statement that was signed, exactly as it was given; absent without
     *                    proof of possession
     * @param signature   detached CAdES B-B signature of the statement's UTF-8 bytes, in base64
     */
    public record NewCertificate(String certificate, String statement, String signature) {

        Enrolment enrolment() {
            return new Enrolment(decoded(certificate), Objects.requireNonNullElse(statement, ""),
                    decoded(signature));
        }

        private static byte[] decoded(String base64) {
            try {
                return base64 == null ? new byte[0] : Base64.getDecoder().decode(base64);
            } catch (IllegalArgumentException e) {
                throw new BadRequestException(e);
            }
        }
    }

    /** What is to be signed as proof of possession. */
    public record Statement(String statement) {
    }

    /** A list under a name of its own, so that more can be said beside it later. */
    public record CertificateList(List<CertificateView> certificates) {
    }

    @GET
    @Operation(summary = "Your certificates, the latest first")
    public CertificateList mine() {
        return new CertificateList(reports.mine());
    }

    @GET
    @Path("statement")
    @Operation(summary = "What to sign to prove that a key is yours; good for two hours")
    public Statement statement() {
        return new Statement(certificates.statement());
    }

    @POST
    @Operation(summary = "Enrol a certificate, best with proof that you hold its key")
    public Response enrol(NewCertificate asked) {
        if (asked == null) {
            throw new BadRequestException();
        }
        return answers.created(certificates.enrol(asked.enrolment()));
    }

    @GET
    @Path("waiting")
    @Operation(summary = "Certificates that wait for an officer, the longest waiting first")
    public CertificateList waiting() {
        return new CertificateList(reports.waiting());
    }

    @POST
    @Path("{id}/approval")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Approve: bids signed with its key count from now on")
    public Response approve(@PathParam("id") String id) {
        return answers.of(certificates.approve(id));
    }

    @POST
    @Path("{id}/refusal")
    @Operation(summary = "Refuse, with the reason")
    public Response refuse(@PathParam("id") String id, RegistrationsResource.Reason why) {
        return answers.of(certificates.refuse(id, why == null ? null : why.reason()));
    }

    @POST
    @Path("{id}/withdrawal")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Put out of use: your organisation's own, or any as an officer")
    public Response withdraw(@PathParam("id") String id) {
        return answers.of(certificates.withdraw(id));
    }
}
