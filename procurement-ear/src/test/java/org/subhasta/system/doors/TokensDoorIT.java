package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.parties.IssuedToken;
import org.subhasta.parties.Role;
import org.subhasta.parties.TokenPermission;
import org.subhasta.parties.Tokens;
import org.subhasta.system.DoorTest;

/** What programs may do with a token, how often, and what is listed of it. */
class TokensDoorIT extends DoorTest {

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
        HttpResponse<byte[]> answer = Api.post("drafts", all.secret());
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

    private IssuedToken issue(Set<TokenPermission> permissions) throws Exception {
        return as(person, Role.SUPPLIER,
                () -> done(door(Tokens.class).issue("nightly", 30, permissions)));
    }

    private static void lacks(String permission, HttpResponse<byte[]> answer) {
        assertEquals(403, answer.statusCode(), Api.text(answer));
        assertEquals("TOKEN_LACKS_PERMISSION", Api.parsed(answer).getString("code"));
        assertTrue(Api.parsed(answer).getString("detail").contains(permission + ","),
                Api.text(answer));
    }
}
