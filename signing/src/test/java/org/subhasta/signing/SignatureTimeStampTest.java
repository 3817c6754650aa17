package org.subhasta.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLReason;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A signature with a time-stamp (B-T)")
class SignatureTimeStampTest {

    private static final byte[] CONTENT = "a bid".getBytes(UTF_8);
    private static final byte[] PLAIN = CadesSigner.sign(CONTENT, Keys.SIGNER, Keys.NOW);
    private static final byte[] TOKEN = token(PLAIN, Keys.NOW);
    private static final byte[] STAMPED = SignatureTimeStamp.join(PLAIN, TOKEN);

    private static byte[] token(byte[] signature, Instant at) {
        try {
            return SignatureTimeStamp.over(signature,
                    new TimeStampAuthority(Keys.STAMPER, InstantSource.fixed(at))).encoded();
        } catch (TimeStampUnavailable e) {
            throw new AssertionError(e);
        }
    }

    private static Validation verify(byte[] signature, Instant at) {
        return CadesVerifier.verify(CONTENT, signature, Keys.TRUST, at);
    }

    private static Optional<SubIndication> why(byte[] signature) {
        return verify(signature, Keys.NOW).subIndication();
    }

    @Test
    @DisplayName("passes and tells the time proven; token and signature are inside as they were")
    void passes() {
        Validation result = verify(STAMPED, Keys.NOW.plusSeconds(60));
        assertTrue(result.passed(), result.explanation());
        assertEquals(Keys.NOW, result.timeStamp().orElseThrow().time());
        assertArrayEquals(TOKEN, result.timeStamp().orElseThrow().encoded());
        assertTrue(SignatureTimeStamp.verify(TOKEN, PLAIN, Keys.TRUST).passed());
    }

    @Test
    @DisplayName("holds after the signer's certificate has expired, but not if stamped later")
    void expiredAfter() {
        SigningKey key = Keys.valid(Keys.BEGAN, Keys.NOW.plusSeconds(10));
        byte[] plain = CadesSigner.sign(CONTENT, key, Keys.NOW);
        Instant later = Keys.NOW.plusSeconds(3600);
        byte[] inTime = SignatureTimeStamp.join(plain, token(plain, Keys.NOW));
        assertTrue(verify(inTime, later).passed());
        assertEquals(Optional.of(SubIndication.EXPIRED), verify(plain, later).subIndication());
        byte[] tooLate = SignatureTimeStamp.join(plain, token(plain, Keys.NOW.plusSeconds(60)));
        assertEquals(Optional.of(SubIndication.EXPIRED), verify(tooLate, later).subIndication());
    }

    @Test
    @DisplayName("holds where the certificate was withdrawn after it, and falls where before")
    void revoked() {
        Instant opening = Keys.NOW.plusSeconds(1800);
        assertEquals(Optional.empty(), revoked(Keys.NOW.plusSeconds(600), STAMPED, opening));
        assertEquals(Optional.of(SubIndication.REVOKED),
                revoked(Keys.NOW.minusSeconds(600), STAMPED, opening));
        // Without the time-stamp nothing shows that it was there before.
        assertEquals(Optional.of(SubIndication.REVOKED),
                revoked(Keys.NOW.plusSeconds(600), PLAIN, opening));
    }

    private static Optional<SubIndication> revoked(Instant since, byte[] signature, Instant at) {
        Trust trust = Keys.TRUST.with(Revocation.of(Revocation.Policy.AT_HAND,
                List.of(Lists.revoking(Keys.SIGNER, since, CRLReason.KEY_COMPROMISE))));
        return CadesVerifier.verify(CONTENT, signature, trust, at).subIndication();
    }

    @Test
    @DisplayName("with a token over another signature fails: it is not ignored")
    void otherToken() {
        byte[] other = token(CadesSigner.sign(CONTENT, Keys.SIGNER, Keys.BEGAN), Keys.NOW);
        assertEquals(Optional.of(SubIndication.HASH_FAILURE),
                why(SignatureTimeStamp.join(PLAIN, other)));
        assertEquals(Optional.of(SubIndication.HASH_FAILURE),
                why(SignatureTimeStamp.join(STAMPED, other)));
    }

    @Test
    @DisplayName("with a stranger's token is as good as without: it does not count, and is told")
    void strangersToken() throws Exception {
        TimeStamps strange = new TimeStampAuthority(
                Keys.STRANGER.issueTimeStamper("T", "T", "NL", Keys.BEGAN),
                InstantSource.fixed(Keys.NOW));
        byte[] token = SignatureTimeStamp.over(PLAIN, strange).encoded();
        Validation result = verify(SignatureTimeStamp.join(PLAIN, token), Keys.NOW);
        assertTrue(result.passed(), result.explanation());
        assertEquals(Optional.empty(), result.timeStamp());
        assertTrue(result.uncounted().orElseThrow().contains("no path"),
                result.uncounted().get());
        Instant ended = Keys.SIGNER.certificate().getNotAfter().toInstant().plusSeconds(1);
        assertEquals(Optional.of(SubIndication.EXPIRED),
                verify(SignatureTimeStamp.join(PLAIN, token), ended).subIndication());
        // Beside one that counts it takes nothing away.
        Validation both = verify(SignatureTimeStamp.join(STAMPED, token), ended);
        assertTrue(both.passed() && both.timeStamp().isPresent(), both.explanation());
    }

    @Test
    @DisplayName("may have up to four, of which the earliest counts")
    void several() {
        byte[] many = STAMPED;
        for (int i = 1; i < 4; i++) {
            many = SignatureTimeStamp.join(many, token(PLAIN, Keys.NOW.minusSeconds(i)));
        }
        Validation result = verify(many, Keys.NOW);
        assertEquals(Keys.NOW.minusSeconds(3), result.timeStamp().orElseThrow().time());
        byte[] four = many;
        assertThrows(IllegalArgumentException.class, () -> SignatureTimeStamp.join(four, TOKEN));
    }

    @Test
    @DisplayName("has no other unsigned attribute, and that one not twice")
    void otherAttributes() {
        Attribute stamp = Attribute.getInstance(signer(STAMPED).getObjectAt(0));
        Attribute time = new Attribute(CMSAttributes.signingTime,
                new DERSet(new DERUTCTime("270301120000Z")));
        Attribute counter = new Attribute(CMSAttributes.counterSignature,
                new DERSet(new DEROctetString(TOKEN)));
        for (Attribute[] set : new Attribute[][] {
                {stamp, time}, {stamp, counter}, {stamp, stamp}, {counter}, {}}) {
            ASN1EncodableVector attributes = new ASN1EncodableVector();
            for (Attribute one : set) {
                attributes.add(one);
            }
            assertEquals(Optional.of(SubIndication.FORMAT_FAILURE),
                    why(Crafted.withUnsigned(PLAIN, new DERSet(attributes))));
        }
    }

    private static ASN1Set signer(byte[] cms) {
        return SignerInfo.getInstance(
                Crafted.signers(cms).getObjectAt(0)).getUnauthenticatedAttributes();
    }

    @Test
    @DisplayName("is made only of a signature and a token")
    void join() {
        assertThrows(IllegalArgumentException.class,
                () -> SignatureTimeStamp.join(PLAIN, PLAIN));
        assertThrows(IllegalArgumentException.class,
                () -> SignatureTimeStamp.join(TOKEN, TOKEN));
        assertThrows(IllegalArgumentException.class,
                () -> SignatureTimeStamp.join(PLAIN, new byte[5]));
    }

    @Test
    @DisplayName("shows every changed byte")
    void everyByte() {
        List<Integer> undetected = new ArrayList<>();
        byte[] unneeded = encoded(Keys.AUTHORITY);
        int from = Bytes.indexOf(STAMPED, unneeded);
        for (int i = 0; i < STAMPED.length; i++) {
            byte[] changed = STAMPED.clone();
            changed[i] ^= (byte) (i % 2 == 0 ? 0x01 : 0x40);
            // See TimeStampTest: the trusted authority's own certificate carries no meaning here.
            boolean meaningless = i >= from && i < from + unneeded.length;
            if (!meaningless && verify(changed, Keys.NOW).passed()) {
                undetected.add(i);
            }
        }
        assertEquals(List.of(), undetected);
    }

    private static byte[] encoded(CertificateAuthority authority) {
        try {
            return authority.certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("is still one for OpenSSL, which verifies the signature and the token in it")
    void openssl(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("sig"), STAMPED);
        Files.write(folder.resolve("content"), CONTENT);
        Files.writeString(folder.resolve("ca.pem"),
                CertificateAuthority.pem(Keys.AUTHORITY.certificate()));
        String at = Long.toString(Keys.NOW.getEpochSecond());
        Tool.run(folder, "openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in",
                "sig", "-content", "content", "-CAfile", "ca.pem", "-purpose", "any", "-attime",
                at, "-out", "verified").succeeded();
        Files.write(folder.resolve("token"), TOKEN);
        Files.write(folder.resolve("value"), CmsSignature.parse(
                STAMPED, CmsSignature.Profile.CADES).value());
        Tool.run(folder, "openssl", "ts", "-verify", "-token_in", "-in", "token", "-data", "value",
                "-CAfile", "ca.pem", "-attime", at).succeeded();
    }
}
