package org.subhasta.signing.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.Trust;

/** No byte of a sealed bid can be changed unnoticed. */
class MutationTest {

    private static final Bidding BIDDING = new Bidding(2, 3);
    private static final Bidding.Sealed BID = BIDDING.bid(new byte[10]);
    private static final Map<String, byte[]> SHARES =
            BIDDING.shares(BID.envelope(), List.of(0, 1, 2));
    private static final int[] CHANGES = {0x01, 0x02, 0x10, 0x20, 0x80};

    private static byte[] changed(byte[] bytes, int at, int change) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) change;
        return changed;
    }

    @Test
    @DisplayName("a changed byte of the envelope is detected by its signature")
    void envelopeBySignature() {
        CertificateAuthority authority = CertificateAuthority.create("Test", Bidding.NOW);
        SigningKey key = authority.issue("Ada Example", "Example Ltd", "NL", Bidding.NOW);
        Trust trust = Trust.of(List.of(authority.certificate()));
        byte[] json = BID.envelope().canonicalJson();
        byte[] signature = CadesSigner.sign(json, key, Bidding.NOW);
        assertTrue(CadesVerifier.verify(json, signature, trust, Bidding.NOW).passed());
        for (int i = 0; i < json.length; i++) {
            assertTrue(!CadesVerifier.verify(changed(json, i, 1), signature, trust, Bidding.NOW)
                    .passed(), "byte " + i);
        }
    }

    /**
     * Even a bidder who signs the change is noticed at the opening, except in the time of making:
     * a claim, which nothing is decided by and nothing inside repeats.
     */
    @Test
    @DisplayName("a changed byte of the envelope is detected when it is opened, whoever signs it")
    void envelopeByOpening() {
        byte[] json = BID.envelope().canonicalJson();
        String text = new String(json, StandardCharsets.US_ASCII);
        int claim = text.indexOf("\"madeAt\":\"") + "\"madeAt\":\"".length();
        assertInstanceOf(Opening.Opened.class, BIDDING.open(BID, SHARES, new ArrayList<>()));
        for (int i = 0; i < json.length; i++) {
            if (i >= claim && i < text.indexOf('"', claim)) {
                continue;
            }
            for (int change : CHANGES) {
                if (Envelope.read(changed(json, i, change))
                        instanceof Reading.Read<Envelope>(Envelope envelope)) {
                    assertInstanceOf(Opening.Invalid.class,
                            BIDDING.open(BID.with(envelope), SHARES, new ArrayList<>()),
                            "byte " + i + ", change " + change);
                }
            }
        }
    }

    @Test
    @DisplayName("a changed byte of a text is detected by its digest in the envelope")
    void textByDigest() {
        BID.texts().forEach((index, text) -> {
            for (int i = 0; i < text.length; i++) {
                assertEquals(new Opening.Invalid(Invalidity.TEXT_ALTERED), BIDDING.open(
                        BID.with(index, changed(text, i, 0x04)), SHARES, new ArrayList<>()));
            }
        });
    }

    @Test
    @DisplayName("a changed byte of a text, tag included, is detected by its own tag")
    void textByTag() {
        byte[] key = Shamir.value(List.copyOf(SHARES.values()), 0);
        TextCipher cipher = new TextCipher(key, BID.envelope().header(), PartName.BID);
        BID.texts().forEach((index, text) -> {
            assertTrue(cipher.open(index, text).isPresent());
            for (int i = 0; i < text.length; i++) {
                assertTrue(cipher.open(index, changed(text, i, 0x04)).isEmpty(), "byte " + i);
            }
        });
    }

    @Test
    @DisplayName("a changed byte of a sealed share or its encapsulated key is not opened")
    void shares() {
        Envelope.Header header = BID.envelope().header();
        Envelope.Share share = BID.part().shares().getFirst();
        byte[] context = TextCipher.shareContext(header, PartName.BID, share.opener());
        byte[] point = BIDDING.committee.openers().getFirst().point();
        for (int i = 0; i < share.enc().length + share.sealed().length; i++) {
            Hpke.Sealed message = i < share.enc().length
                    ? new Hpke.Sealed(changed(share.enc(), i, 1), share.sealed())
                    : new Hpke.Sealed(share.enc(),
                            changed(share.sealed(), i - share.enc().length, 1));
            assertTrue(Hpke.open(BIDDING.keys.getFirst().privateKey(), point, context, message)
                    .isEmpty(), "byte " + i);
        }
    }
}
