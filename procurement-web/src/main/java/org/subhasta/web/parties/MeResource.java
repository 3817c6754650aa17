package org.subhasta.web.parties;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.subhasta.parties.Accounts;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.parties.PersonView;
import org.subhasta.parties.Role;

/** Whose token this is. */
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    @Inject
    Accounts accounts;
    @Inject
    OrganisationReports organisations;

    /**
     * The caller.
     *
     * @param organisation absent for those who belong to the platform itself
     */
    public record Me(String id, String name, String email, List<Role> roles,
            OrganisationView organisation) {
    }

    @GET
    @Operation(summary = "Who you are: the owner of the token, with roles and organisation")
    public Me me() {
        PersonView person = accounts.mine();
        return new Me(person.id(), person.name(), person.email(),
                person.roles().stream().sorted().toList(),
                organisations.find(person.organisation()).orElse(null));
    }
}
