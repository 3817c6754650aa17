package org.subhasta.web.suppliers;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.subhasta.kernel.Outcome;
import org.subhasta.suppliers.BankAccount;
import org.subhasta.suppliers.ProfileForm;
import org.subhasta.suppliers.Profiles;
import org.subhasta.suppliers.model.Profile;
import org.subhasta.web.api.Problems;

/** The own profile of a supplier, and its bank account. */
@Path("/profile")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Suppliers")
public class ProfileResource {

    @EJB
    Profiles profiles;
    @Inject
    Problems problems;

    /** A profile; {@code size} is MICRO, SMALL, MEDIUM, LARGE or null, lists are of codes. */
    public record ProfileData(String size, String contact, String email, String phone,
            String website, String keywords, String description, List<String> categories,
            List<String> places) {

        static ProfileData of(Profile profile) {
            return new ProfileData(profile.size().map(Enum::name).orElse(null),
                    profile.contact(), profile.email(), profile.phone(), profile.website(),
                    profile.keywords(), profile.description(), profile.categories(),
                    profile.places());
        }

        ProfileForm form() {
            return new ProfileForm(size, contact, email, phone, website, keywords, description,
                    joined(categories), joined(places));
        }

        private static String joined(List<String> codes) {
            return codes == null ? "" : String.join(" ", codes);
        }
    }

    /** A bank account; an empty number for none. */
    public record AccountData(String iban) {

        @Override
        public String toString() {
            return "a bank account";
        }
    }

    @GET
    @Operation(summary = "What your organisation tells of itself")
    public ProfileData mine() {
        return ProfileData.of(profiles.mine());
    }

    @PUT
    @Operation(summary = "Change what your organisation tells of itself (who administers it)")
    public Response keep(ProfileData asked) {
        if (asked == null) {
            throw new BadRequestException();
        }
        return switch (profiles.keep(asked.form())) {
            case Outcome.Done<Profile>(Profile kept) -> Response.ok(ProfileData.of(kept)).build();
            case Outcome.Refused<Profile> refused -> problems.of(refused);
        };
    }

    @GET
    @Path("/bank-account")
    @Operation(summary = "Your organisation's bank account (who administers it or sees to the money)")
    public Response account() {
        return answer(profiles.account());
    }

    @PUT
    @Path("/bank-account")
    @Operation(summary = "Change your organisation's bank account (who sees to the money)")
    public Response keepAccount(AccountData asked) {
        if (asked == null) {
            throw new BadRequestException();
        }
        return answer(profiles.keepAccount(asked.iban()));
    }

    private Response answer(Outcome<BankAccount> outcome) {
        return switch (outcome) {
            case Outcome.Done<BankAccount>(BankAccount account) ->
                    Response.ok(new AccountData(account.iban())).build();
            case Outcome.Refused<BankAccount> refused -> problems.of(refused);
        };
    }
}
