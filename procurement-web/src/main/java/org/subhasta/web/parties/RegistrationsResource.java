package org.subhasta.web.parties;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.subhasta.parties.OrganisationForm;
import org.subhasta.parties.NearName;
import org.subhasta.parties.NearNames;
import org.subhasta.parties.PersonForm;
import org.subhasta.parties.RegistrationReports;
import org.subhasta.parties.RegistrationView;
import org.subhasta.parties.Registrations;
import org.subhasta.web.access.Visitors;

/** Registrations of suppliers: made by anybody, decided by officers. */
@Path("registrations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RegistrationsResource {

    @Inject
    Registrations registrations;
    @Inject
    RegistrationReports reports;
    @Inject
    NearNames nearNames;
    @Inject
    Answers answers;
    @Inject
    HttpServletRequest request;

    /** An organisation, and the person who acts for it with a password of their own. */
    public record NewRegistration(Organisation organisation, Person person) {
    }

    /** As {@link OrganisationForm}; the time zone is UTC where none is said. */
    public record Organisation(String name, String scheme, String identifier, String country,
            String street, String postalCode, String locality, String email, String phone,
            String zone) {

        OrganisationForm form() {
            return new OrganisationForm(name, scheme, identifier, country, street, postalCode,
                    locality, email, phone, zone == null ? "UTC" : zone);
        }
    }

    /** Who registers. */
    public record Person(String name, String email, String password) {
    }

    /** Why something is given back or refused. */
    public record Reason(String reason) {
    }

    /** A list under a name of its own, so that more can be said beside it later. */
    public record RegistrationList(List<RegistrationView> registrations) {
    }

    /** Organisations with names that can be taken for another's. */
    public record NearList(List<NearName> organisations) {
    }

    @POST
    @Operation(summary = "Register an organisation and a person who acts for it; needs no token")
    public Response register(NewRegistration asked) {
        if (asked == null || asked.organisation() == null || asked.person() == null) {
            throw new BadRequestException();
        }
        Person person = asked.person();
        return answers.created(registrations.register(asked.organisation().form(),
                new PersonForm(person.name(), person.email(), person.password(),
                        person.password()), Visitors.of(request)));
    }

    @GET
    @Path("mine")
    @Operation(summary = "How far the registration of your organisation has come")
    public Response mine() {
        return answers.found(reports.mine());
    }

    @PUT
    @Path("mine")
    @Operation(summary = "Correct the details of your organisation and send them again")
    public Response again(Organisation asked) {
        if (asked == null) {
            throw new BadRequestException();
        }
        return answers.of(registrations.registerAgain(asked.form()));
    }

    @GET
    @Operation(summary = "Registrations that wait for an officer, the longest waiting first")
    public RegistrationList waiting() {
        return new RegistrationList(reports.waiting());
    }

    @GET
    @Path("near")
    @Operation(summary = "Approved organisations with almost this name; needs no token")
    public NearList near(@QueryParam("name") String name) {
        return new NearList(nearNames.approved(name, ""));
    }

    @GET
    @Path("{organisation}/near")
    @Operation(summary = "Organisations with almost its name, for officers and auditors")
    public NearList nearOne(@PathParam("organisation") String organisation) {
        return new NearList(nearNames.of(organisation));
    }

    @GET
    @Path("{organisation}")
    @Operation(summary = "One registration, for officers and auditors")
    public Response one(@PathParam("organisation") String organisation) {
        return answers.found(reports.find(organisation));
    }

    @POST
    @Path("{organisation}/approval")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Approve: the organisation may bid from now on")
    public Response approve(@PathParam("organisation") String organisation) {
        return answers.of(registrations.approve(organisation));
    }

    @POST
    @Path("{organisation}/return")
    @Operation(summary = "Give back with what is to be put right")
    public Response giveBack(@PathParam("organisation") String organisation, Reason why) {
        return answers.of(registrations.giveBack(organisation, why == null ? null : why.reason()));
    }
}
