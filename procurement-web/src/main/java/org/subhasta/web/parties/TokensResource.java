package org.subhasta.web.parties;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.subhasta.parties.TokenView;
import org.subhasta.parties.Tokens;

/**
 * The caller's tokens. They are made on the account page only, so that a token that leaked cannot
 * make itself another life.
 */
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

    @Inject
    Tokens tokens;
    @Inject
    Answers answers;

    /** A list under a name of its own, so that more can be said beside it later. */
    public record TokenList(List<TokenView> tokens) {
    }

    @GET
    @Operation(summary = "Your tokens, the latest first; never their secrets")
    public TokenList mine() {
        return new TokenList(tokens.mine());
    }

    @GET
    @Path("colleagues")
    @Operation(summary = "Your colleagues' tokens in use, for who administers the organisation")
    public TokenList ofColleagues() {
        return new TokenList(tokens.ofColleagues());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A token and its last hundred calls, the latest first",
            description = "Acts in live auctions are not among them; they have receipts.")
    public Response find(@PathParam("id") String id) {
        return answers.found(tokens.find(id));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Revoke a token at once: yours, this one included, or a colleague's"
            + " where you administer the organisation")
    public Response revoke(@PathParam("id") String id) {
        return answers.of(tokens.revoke(id));
    }
}
