package org.subhasta.signing.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Envelopes, committees and acts are read in one way or not at all. */
class EnvelopeTest {

    private static final Bidding BIDDING = new Bidding(2, 3);
    private static final Envelope ENVELOPE = BIDDING.bid(new byte[10]).envelope();
    private static final String JSON =
            new String(ENVELOPE.canonicalJson(), StandardCharsets.UTF_8);

    private static Reading<Envelope> read(String json) {
        return Envelope.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("an envelope that was written is read as the same")
    void roundTrip() {
        Envelope read = read(JSON).orThrow();
        assertArrayEquals(ENVELOPE.canonicalJson(), read.canonicalJson());
        assertEquals(ENVELOPE.header(), read.header());
        assertTrue(read.isSealedTo(BIDDING.committee));
        assertFalse(read.isSealedTo(new Bidding(2, 3).committee));
        assertFalse(read.isSealedTo(new Committee(BIDDING.committee.openers(), 3)));
        assertFalse(read.isSealedTo(new Committee(BIDDING.committee.openers().reversed(), 2)));
    }

    @Test
    @DisplayName("a withdrawal has no parts, a two-envelope bid a technical part and a price")
    void parts() {
        Envelope.Header h = ENVELOPE.header();
        Envelope.Header withdrawal = new Envelope.Header(h.id(), h.tender(), h.notice(),
                h.bidder(), h.openers(), Envelope.Kind.WITHDRAW, Optional.of(UUID.randomUUID()),
                h.madeAt());
        Envelope none = new Envelope(withdrawal, List.of());
        assertEquals(none, Envelope.read(none.canonicalJson()).orThrow());
        Envelope.Part bid = ENVELOPE.parts().getFirst();
        Envelope.Part technical = named(bid, PartName.TECHNICAL);
        Envelope.Part price = named(bid, PartName.PRICE);
        assertEquals(2, Envelope.read(new Envelope(h, List.of(technical, price)).canonicalJson())
                .orThrow().parts().size());
        for (List<Envelope.Part> wrong : List.of(List.<Envelope.Part>of(), List.of(technical),
                List.of(price, technical), List.of(bid, price), List.of(bid, bid))) {
            assertThrows(IllegalArgumentException.class, () -> new Envelope(h, wrong));
        }
        assertThrows(IllegalArgumentException.class,
                () -> new Envelope(withdrawal, List.of(bid)));
    }

    private static Envelope.Part named(Envelope.Part part, PartName name) {
        return new Envelope.Part(name, part.threshold(), part.shares(), part.commitment(),
                part.texts());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"format\":\"subhasta-envelope-1\"|\"format\":\"subhasta-envelope-2\"|format",
        "\"kind\":\"submit\"|\"kind\":\"offer\"|kind",
        "\"kind\":\"submit\"|\"kind\":\"replace\"|replaces",
        "\"bidder\":\"bidder-1\"|\"bidder\":\"\"|bidder",
        "\"bidder\":\"bidder-1\"|\"bidder\":\"a b\"|bidder",
        "\"bidder\":\"bidder-1\"|\"bidder\":1|bidder",
        "\"bidder\":\"bidder-1\"|\"better\":\"bidder-1\"|bidder",
        "\"tender\":\"tender-1\"|\"tender\":\"tender-1\",\"tip\":1|tip",
        "\"madeAt\":\"2027-03-01T12:00:00Z\"|\"madeAt\":\"2027-03-01T12:00Z\"|madeAt",
        "\"madeAt\":\"2027-03-01T12:00:00Z\"|\"madeAt\":\"2027-02-30T12:00:00Z\"|madeAt",
        "\"name\":\"bid\"|\"name\":\"price\"|parts",
        "\"name\":\"bid\"|\"name\":\"box\"|parts[0].name",
        "\"opener\":\"opener-2\"|\"opener\":\"opener-1\"|parts[0].shares",
        "\"threshold\":2|\"threshold\":1|parts[0].threshold",
        "\"threshold\":2|\"threshold\":4|parts[0].threshold",
        "\"threshold\":2|\"threshold\":2.5|parts[0].threshold",
        "\"size\":4112|\"size\":4108|parts[0].texts[0].size",
        "\"size\":4112|\"size\":16|parts[0].texts[0].size",
        "\"size\":4112|\"size\":67112976|parts[0].texts[0].size"})
    @DisplayName("a member that is missing, unknown or out of its limits is told")
    void malformed(String was, String is, String member) {
        assertTrue(JSON.contains(was), was);
        Reading.Refused<Envelope> refused = assertInstanceOf(Reading.Refused.class,
                read(JSON.replaceFirst(java.util.regex.Pattern.quote(was), is)));
        assertEquals(Reading.Flaw.MALFORMED, refused.flaw());
        assertTrue(refused.member().startsWith(member), refused.member());
    }

    @Test
    @DisplayName("a share with a short tag is refused")
    void shortTag() {
        Envelope.Share share = ENVELOPE.parts().getFirst().shares().getFirst();
        String sealed = Json.base64(share.sealed());
        String shorter = Json.base64(java.util.Arrays.copyOf(share.sealed(), 45));
        assertEquals("parts[0].shares[0].sealed", assertInstanceOf(Reading.Refused.class,
                read(JSON.replace(sealed, shorter))).member());
    }

    @Test
    @DisplayName("base 64 in another spelling, other than canonical JSON, and too much are refused")
    void otherSpellings() {
        String enc = Json.base64(ENVELOPE.parts().getFirst().shares().getFirst().enc());
        // 65 bytes: the last character before the padding has two bits that say nothing.
        String spelt = enc.substring(0, 86) + (char) (enc.charAt(86) + 1) + "=";
        assertEquals(Reading.Flaw.MALFORMED, assertInstanceOf(Reading.Refused.class,
                read(JSON.replace(enc, spelt))).flaw());
        assertEquals(Reading.Flaw.NOT_CANONICAL, assertInstanceOf(Reading.Refused.class,
                read(JSON + " ")).flaw());
        assertEquals(Reading.Flaw.TOO_LARGE, assertInstanceOf(Reading.Refused.class,
                Envelope.read(new byte[Envelope.MAXIMUM_BYTES + 1])).flaw());
        assertEquals(Reading.Flaw.MALFORMED, assertInstanceOf(Reading.Refused.class,
                read("[]")).flaw());
    }

    @Test
    @DisplayName("a committee is read as it was written, and its fingerprint tells any change")
    void committee() {
        Committee committee = BIDDING.committee;
        assertEquals(committee, Committee.read(committee.canonicalJson()).orThrow());
        assertFalse(committee.fingerprint().equals(
                new Committee(committee.openers(), 3).fingerprint()));
        assertFalse(committee.fingerprint().equals(
                new Committee(committee.openers().reversed(), 2).fingerprint()));
    }

    @Test
    @DisplayName("one opener who could open alone, more than 15, and anybody twice are refused")
    void noCommittee() {
        List<Opener> three = BIDDING.committee.openers();
        Opener first = three.getFirst();
        assertThrows(IllegalArgumentException.class, () -> new Committee(three, 1));
        assertThrows(IllegalArgumentException.class, () -> new Committee(three, 4));
        assertThrows(IllegalArgumentException.class, () -> new Committee(List.of(first), 1));
        List<Opener> many = new ArrayList<>(three);
        for (int i = 0; many.size() < 16; i++) {
            many.add(new Opener("more-" + i, Bidding.key("more").certificate()));
        }
        assertThrows(IllegalArgumentException.class, () -> new Committee(many, 3));
        assertThrows(IllegalArgumentException.class, () -> new Committee(
                List.of(first, new Opener("same-key", first.encryption())), 2));
        assertThrows(IllegalArgumentException.class, () -> new Committee(List.of(first,
                new Opener(first.id(), Bidding.key("same-id").certificate())), 2));
    }

    @Test
    @DisplayName("a certificate for signing, or on another curve, is none to seal to")
    void unfitCertificates() {
        assertTrue(Opener.isFit(Bidding.certificate("any use", Bidding.pair("secp256r1"), 0)));
        assertFalse(Opener.isFit(Bidding.certificate("signs", Bidding.pair("secp256r1"),
                KeyUsage.digitalSignature)));
        assertFalse(Opener.isFit(Bidding.certificate("P-384", Bidding.pair("secp384r1"),
                KeyUsage.keyAgreement)));
        assertThrows(IllegalArgumentException.class, () -> new Opener("a b",
                Bidding.certificate("name", Bidding.pair("secp256r1"), 0)));
    }

    @Test
    @DisplayName("a P-384 key is none of the openers', and does no harm")
    void keyOnAnotherCurve() {
        assertTrue(ShareKey.of(Bidding.key("P-384", Bidding.pair("secp384r1"), 0),
                BIDDING.committee).isEmpty());
    }

    @Test
    @DisplayName("an opening act is read as it was written, and refused unordered")
    void act() {
        UUID low = UUID.fromString("10000000-0000-4000-8000-000000000000");
        UUID high = UUID.fromString("f0000000-0000-4000-8000-000000000000");
        OpeningAct act = new OpeningAct("tender-1", PartName.BID, "opener-1", "ab".repeat(32),
                List.of(new OpeningAct.Released(low, Optional.of(new byte[33])),
                        new OpeningAct.Released(high, Optional.empty())), Bidding.NOW);
        byte[] json = act.canonicalJson();
        assertArrayEquals(json, OpeningAct.read(json).orThrow().canonicalJson());
        assertTrue(new String(json, StandardCharsets.UTF_8).contains("\"share\":null"));
        assertThrows(IllegalArgumentException.class, () -> new OpeningAct("tender-1",
                PartName.BID, "opener-1", "ab".repeat(32), act.shares().reversed(), Bidding.NOW));
        String twice = new String(json, StandardCharsets.UTF_8)
                .replace(high.toString(), low.toString());
        assertInstanceOf(Reading.Refused.class,
                OpeningAct.read(twice.getBytes(StandardCharsets.UTF_8)));
    }
}
