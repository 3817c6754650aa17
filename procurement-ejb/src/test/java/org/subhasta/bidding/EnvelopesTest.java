package org.subhasta.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.SealedBid;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.OpeningAct;

class EnvelopesTest {

    @Test
    void a_box_holds_as_many_bids_as_an_opener_can_act_on_at_once() {
        assertEquals(OpeningAct.MOST_BIDS, SealedBid.MOST_IN_A_BOX);
    }

    @Test
    void an_envelope_beyond_the_limit_is_refused_unread() {
        assertEquals(Refusal.at("envelope", BiddingRefusal.ENVELOPE_TOO_LARGE,
                        Integer.toString(Envelope.MAXIMUM_BYTES)),
                refused(new byte[Envelope.MAXIMUM_BYTES + 1]));
    }

    @Test
    void what_is_no_canonical_json_is_no_envelope() {
        for (String text : new String[] {"", "a bid", "{ }", "{\"b\":1,\"a\":1}"}) {
            assertEquals(BiddingRefusal.ENVELOPE_NOT_CANONICAL, refused(bytes(text)).code(), text);
        }
    }

    @Test
    void an_envelope_has_its_format() {
        assertEquals(BiddingRefusal.ENVELOPE_MALFORMED, refused(bytes("{}")).code());
        assertEquals(Refusal.at("format", BiddingRefusal.ENVELOPE_MALFORMED, "format"),
                refused(bytes("{\"format\":\"subhasta-envelope-0\"}")));
    }

    @Test
    void a_signature_beyond_the_limit_or_without_a_byte_is_refused_unread() {
        assertEquals(Refusal.at("signature", BiddingRefusal.ENVELOPE_TOO_LARGE, "8"),
                Signatures.flaw(new byte[9], 8).orElseThrow());
        assertTrue(Signatures.flaw(new byte[8], 8).isEmpty());
        assertEquals(BiddingRefusal.ENVELOPE_MALFORMED,
                Signatures.flaw(new byte[0], 8).orElseThrow().code());
    }

    private static Refusal refused(byte[] envelope) {
        return assertInstanceOf(Outcome.Refused.class, Envelopes.read(envelope)).first();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
