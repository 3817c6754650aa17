package org.subhasta.web.parties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subhasta.parties.TokenPermission;

class PermissionsTest {

    @ParameterizedTest
    @CsvSource({
        "POST, tenders/x/bids, BID",
        "POST, tenders/x/announcements, BID",
        "POST, auctions/x/entries, BID",
        "POST, auctions/x/acts, BID",
        "POST, tenders/x/opening/acts, OPEN",
        "POST, tenders/x/opening/rehearsals/answer, OPEN",
        "POST, drafts, TENDER",
        "DELETE, drafts/x/documents/y, TENDER",
        "POST, imports, TENDER",
        "POST, tenders/x/cancellation, TENDER",
        "PUT, tenders/x/evaluation/proposals, TENDER",
        "POST, tenders/x/technical-evaluation, TENDER",
        "PUT, auctions/drafts/x, TENDER",
        "POST, auctions/x/lots/1/orders, TENDER",
        "POST, certificates/x/approval, ADMINISTER",
        "PUT, registrations/mine, ADMINISTER",
        "PUT, profile/bank-account, ADMINISTER",
        "DELETE, tokens/x, ADMINISTER",
    })
    void an_act_needs_the_permission_of_its_area(
            String method, String path, TokenPermission needed) {
        assertEquals(Optional.of(needed), Permissions.needed(method, path));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, bids",
        "HEAD, tenders/x/opening/record",
        "OPTIONS, tokens/x",
        "POST, auctions/x/lots/1/watch",
        "POST, registrations",
        "POST, log/cosignatures",
    })
    void reading_and_what_is_everybodys_needs_none(String method, String path) {
        assertEquals(Optional.empty(), Permissions.needed(method, path));
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, drafts/x, TENDER",
        "POST, whatever/comes/later, ADMINISTER",
        "POST, registrations/x, ADMINISTER",
        "POST, /tenders/x/opening;a=b/acts/, OPEN",
        "POST, tenders/x/openings, TENDER",
        "POST, bids, ADMINISTER",
    })
    void what_is_not_known_or_written_otherwise_is_not_let_through(
            String method, String path, TokenPermission needed) {
        assertEquals(Optional.of(needed), Permissions.needed(method, path));
    }

    @Test
    void acts_and_watches_of_live_auctions_are_counted_there() {
        assertTrue(Permissions.isLive("auctions/x/acts"));
        assertTrue(Permissions.isLive("/auctions/x/lots/1/watch"));
        assertFalse(Permissions.isLive("auctions/x/acts.jsonl"));
        assertFalse(Permissions.isLive("auctions/x/entries"));
        assertFalse(Permissions.isLive("tenders/x/bids"));
    }
}
