package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.Duty;
import org.subhasta.parties.Invitation;
import org.subhasta.parties.Invitations;
import org.subhasta.parties.IssuedToken;
import org.subhasta.parties.Role;
import org.subhasta.parties.TokenPermission;
import org.subhasta.parties.TokenUse;
import org.subhasta.parties.TokenView;
import org.subhasta.parties.Tokens;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.system.DoorTest;

/** What programs may do with a token, how often, and what is listed of it. */
class TokensDoorIT extends DoorTest {

    private static final String PASSWORD = "seven quiet harbours";

    private String person;

    @BeforeEach
    void supplier() throws Exception {
        person = Bidder.registerOnly("Token Works").person();
    }

    @Test
    void a_token_does_what_it_was_made_for_and_reads() throws Exception {
        IssuedToken reads = issue(Set.of());
        assertEquals(Set.of(), reads.token().permissions());
        assertEquals(200, Api.get("tokens", reads.secret()).statusCode());
        lacks("BID", Api.post("auctions/000000000000/acts", reads.secret(), "{}"));
        lacks("BID", Api.post("tenders/000000000000/bids", reads.secret(), "{}"));
        lacks("TENDER", Api.post("drafts", reads.secret(), "{}"));
        lacks("OPEN", Api.post("tenders/000000000000/opening/rehearsals", reads.secret()));
        lacks("OPEN", Api.post("tenders/000000000000/opening;a=b/rehearsals", reads.secret()));
        lacks("ADMINISTER", Api.delete("tokens/" + reads.token().id(), reads.secret()));
        lacks("ADMINISTER",
                Api.post("certificates/000000000000/withdrawal", reads.secret()));

        IssuedToken administers = issue(EnumSet.of(TokenPermission.ADMINISTER));
        lacks("TENDER", Api.post("drafts", administers.secret(), "{}"));
        Api.parsed(200, Api.delete("tokens/" + reads.token().id(), administers.secret()));
        assertEquals(401, Api.get("tokens", reads.secret()).statusCode());
    }

    @Test
    void a_permission_gives_nothing_that_its_owner_may_not_do() throws Exception {
        IssuedToken all = issue(EnumSet.allOf(TokenPermission.class));
        HttpResponse<byte[]> answer = Api.post("drafts", all.secret(), "{}");
        assertEquals(403, answer.statusCode());
        assertEquals("FORBIDDEN", Api.parsed(answer).getString("code"));
    }

    @Test
    void whoever_calls_too_often_is_told_to_wait_and_others_are_not() throws Exception {
        IssuedToken busy = issue(Set.of());
        HttpResponse<byte[]> answer = Api.flood("me", busy.secret(), 5_000);
        assertEquals(429, answer.statusCode());
        assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
        assertEquals("TOKEN_TOO_OFTEN", Api.parsed(answer).getString("code"));
        assertEquals(200, Api.get("me", issue(Set.of()).secret()).statusCode());
        Thread.sleep(1_000);
        assertEquals(200, Api.get("me", busy.secret()).statusCode());
    }

    @Test
    void its_last_hundred_calls_are_listed_without_what_was_asked() throws Exception {
        IssuedToken token = issue(Set.of());
        for (int i = 0; i < 99; i++) {
            Api.get("me", token.secret());
        }
        Api.get("suppliers?q=secret", token.secret());
        assertEquals(400, Api.get("tenders/%00", token.secret()).statusCode());
        assertEquals(404, Api.get("no/such/thing", token.secret()).statusCode());
        lacks("TENDER", Api.post("drafts", token.secret(), "{}"));
        TokenUse use = as(person, Role.SUPPLIER,
                () -> door(Tokens.class).find(token.token().id()).orElseThrow());
        List<String> calls = use.calls().stream().map(call ->
                call.method() + " " + call.path() + " " + call.status()).toList();
        assertEquals(100, calls.size());
        assertEquals(List.of("POST drafts 403", "GET no/such/thing 404",
                "GET tenders/%00 400", "GET suppliers 200", "GET me 200"), calls.subList(0, 5));
        for (int i = 0; i < 3; i++) {
            Api.get("tokens", token.secret());
        }
        JsonObject told = Api.parsed(200,
                Api.get("tokens/" + token.token().id(), token.secret()));
        assertEquals(100, told.getJsonArray("calls").size());
        assertEquals("tokens", told.getJsonArray("calls").getJsonObject(0).getString("path"));
        assertEquals("me", told.getJsonArray("calls").getJsonObject(99).getString("path"));
    }

    @Test
    void who_administers_the_organisation_sees_and_revokes_its_tokens() throws Exception {
        String colleague = colleague();
        IssuedToken token = as(colleague, Role.SUPPLIER,
                () -> done(door(Tokens.class).issue("nightly", 30, Set.of())));
        String id = token.token().id();
        List<TokenView> seen = as(person, Role.SUPPLIER, () -> door(Tokens.class).ofColleagues());
        assertEquals(List.of(id), seen.stream().map(TokenView::id).toList());
        assertEquals("Second Person", seen.getFirst().owner());
        IssuedToken administrators = issue(EnumSet.allOf(TokenPermission.class));
        assertEquals(id, Api.parsed(200, Api.get("tokens/colleagues", administrators.secret()))
                .getJsonArray("tokens").getJsonObject(0).getString("id"));

        String other = Bidder.registerOnly("Other Works").person();
        assertEquals(List.of(), as(other, Role.SUPPLIER, () -> door(Tokens.class).ofColleagues()));
        assertTrue(as(other, Role.SUPPLIER, () -> door(Tokens.class).find(id)).isEmpty());
        assertRefused(PartiesRefusal.PARTY_NOT_FOUND,
                as(other, Role.SUPPLIER, () -> door(Tokens.class).revoke(id)));
        assertEquals(List.of(),
                as(colleague, Role.SUPPLIER, () -> door(Tokens.class).ofColleagues()));
        assertRefused(PartiesRefusal.PARTY_NOT_FOUND, as(colleague, Role.SUPPLIER,
                () -> door(Tokens.class).revoke(administrators.token().id())));

        assertEquals(200, Api.get("me", token.secret()).statusCode());
        Api.parsed(200, Api.delete("tokens/" + id, administrators.secret()));
        assertEquals(401, Api.get("me", token.secret()).statusCode());
        assertEquals(List.of(), as(person, Role.SUPPLIER, () -> door(Tokens.class).ofColleagues()));
    }

    /** Somebody who bids, and administers nothing. */
    private String colleague() throws Exception {
        String email = Identifier.next() + "@token-works.example";
        Invitation invitation = as(person, Role.SUPPLIER, () -> done(door(Invitations.class)
                .inviteColleague("Second Person", email, Set.of(Duty.BID))));
        return done(door(Invitations.class).accept(invitation.token(), PASSWORD, PASSWORD))
                .person();
    }

    private IssuedToken issue(Set<TokenPermission> permissions) throws Exception {
        return as(person, Role.SUPPLIER,
                () -> done(door(Tokens.class).issue("nightly", 30, permissions)));
    }

    private static void assertRefused(PartiesRefusal code, Outcome<?> outcome) {
        assertEquals(code, assertInstanceOf(Outcome.Refused.class, outcome).first().code());
    }

    private static void lacks(String permission, HttpResponse<byte[]> answer) {
        assertEquals(403, answer.statusCode(), Api.text(answer));
        assertEquals("TOKEN_LACKS_PERMISSION", Api.parsed(answer).getString("code"));
        assertTrue(Api.parsed(answer).getString("detail").contains(permission + ","),
                Api.text(answer));
    }
}
