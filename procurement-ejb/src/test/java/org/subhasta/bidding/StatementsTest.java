package org.subhasta.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subhasta.bidding.model.BidAttachment;
import org.subhasta.bidding.model.BidKind;
import org.subhasta.bidding.model.BidStatement;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.Part;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

class StatementsTest {

    private static final String DIGEST = "ab".repeat(32);
    private static final String OPENERS = "cd".repeat(32);
    private static final String GOOD = "{\"attachments\":[{\"digest\":\"" + DIGEST
            + "\",\"name\":\"plan.pdf\",\"size\":4096}],\"bidder\":\"s00000000000\",\"currency\":\"EUR\","
            + "\"format\":\"subhasta-bid-1\",\"id\":\"0c7ddc4e-6b9f-4b56-9b6a-0d4f6f7f0001\","
            + "\"kind\":\"submit\",\"lots\":[{\"lot\":\"1\",\"price\":\"12.50\"}],"
            + "\"madeAt\":\"2026-11-22T10:00:00Z\",\"notice\":\"" + DIGEST + "\","
            + "\"openers\":\"" + OPENERS + "\",\"part\":\"bid\",\"prices\":\"net\",\"tender\":\"t00000000000\"}";

    @Test
    void a_statement_in_the_format_is_read_as_it_stands() {
        assertEquals(Outcome.done(new BidStatement(
                UUID.fromString("0c7ddc4e-6b9f-4b56-9b6a-0d4f6f7f0001"), "t00000000000", DIGEST,
                "s00000000000", OPENERS, BidKind.SUBMIT, Optional.empty(), Part.BID, "EUR", "net",
                List.of(new BidStatement.LotOffer("1", "12.50")),
                List.of(new BidAttachment("plan.pdf", 4096, DIGEST)),
                Instant.parse("2026-11-22T10:00:00Z"))), read(GOOD));
    }

    @Test
    void a_replacement_names_what_it_replaces() {
        String replacing = GOOD.replace("\"kind\":\"submit\"", "\"kind\":\"replace\"");
        assertRefused("replaces", BiddingRefusal.BID_MALFORMED, replacing);
        String whole = replacing.replace(",\"tender\"",
                ",\"replaces\":\"0c7ddc4e-6b9f-4b56-9b6a-0d4f6f7f0002\",\"tender\"");
        assertInstanceOf(Outcome.Done.class, read(whole));
        assertRefused("replaces", BiddingRefusal.BID_MALFORMED,
                whole.replace("\"kind\":\"replace\"", "\"kind\":\"submit\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "format               | subhasta-bid-1       | subhasta-bid-2",
        "id                   | 7f0001\"             | 7F0001\"",
        "id                   | 0c7ddc4e-            | c7ddc4e-",
        "kind                 | submit               | offer",
        "surprise             | \"tender\":          | \"surprise\":1,\"tender\":",
        "lots[0].tax          | \"price\":\"12.50\"  | \"price\":\"12.50\",\"tax\":\"1\"",
        "lots[0].price        | \"12.50\"            | 12.5",
        "attachments[0].digest| abab\",\"name        | abaz\",\"name",
        "kind                 | submit               | withdraw",
        "part                 | \"part\":\"bid\"     | \"part\":\"all\"",
        "attachments[0].size  | 4096                 | -1",
        "attachments[0].size  | 4096                 | 1.5",
        "madeAt               | T10:00:00Z           | 10:00",
        "lots                 | [{\"lot\":\"1\",\"price\":\"12.50\"}] | {}",
    })
    void a_statement_that_departs_from_the_format_is_refused_at_its_member(
            String member, String written, String instead) {
        String changed = GOOD.replace(written, instead);
        if (changed.equals(GOOD)) {
            throw new AssertionError("nothing was changed");
        }
        assertRefused(member, BiddingRefusal.BID_MALFORMED, changed);
    }

    @Test
    void white_space_other_order_and_doubled_members_are_refused() {
        assertRefused("statement", BiddingRefusal.STATEMENT_NOT_CANONICAL, " " + GOOD);
        assertRefused("statement", BiddingRefusal.STATEMENT_NOT_CANONICAL,
                "{\"tender\":\"t00000000000\"," + GOOD.substring(1));
        assertRefused("statement", BiddingRefusal.STATEMENT_NOT_CANONICAL, "<bid/>");
        assertRefused("statement", BiddingRefusal.STATEMENT_NOT_CANONICAL, "");
    }

    @Test
    void an_array_is_no_statement() {
        assertRefused("statement", BiddingRefusal.BID_MALFORMED, "[]");
    }

    @Test
    void a_statement_larger_than_taken_is_refused_unread() {
        assertRefused("statement", BiddingRefusal.STATEMENT_TOO_LARGE,
                "[".repeat(BidStatement.MAXIMUM_BYTES + 1));
    }

    private static Outcome<BidStatement> read(String json) {
        return Statements.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String field, BiddingRefusal code, String json) {
        Refusal refusal = assertInstanceOf(Outcome.Refused.class, read(json)).first();
        assertEquals(code, refusal.code());
        assertEquals(field, refusal.field());
    }
}
