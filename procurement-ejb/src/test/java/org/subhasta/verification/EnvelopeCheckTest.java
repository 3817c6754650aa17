package org.subhasta.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.Trust;
import org.subhasta.signing.command.Exit;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.PartName;

@DisplayName("The envelope of a sealed bid")
class EnvelopeCheckTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final CertificateAuthority AUTHORITY =
            CertificateAuthority.create("Authority of the bidders", NOW.minusSeconds(3600));
    private static final TrustedKeys TRUST =
            new TrustedKeys(Trust.of(List.of(AUTHORITY.certificate())), List.of());

    private final byte[] text = new byte[4096 + 16];
    private final byte[] envelope = envelope(text);
    private final byte[] signature = CadesSigner.sign(envelope,
            AUTHORITY.issue("Ada Example", "Example Ltd", "NL", NOW.minusSeconds(3600)), NOW);

    private static byte[] envelope(byte[] text) {
        byte[] point = new byte[65];
        point[0] = 4;
        List<Envelope.Share> shares = List.of(
                new Envelope.Share("0pener1", "ab".repeat(32), point, new byte[49]),
                new Envelope.Share("0pener2", "cd".repeat(32), point, new byte[49]));
        return new Envelope(new Envelope.Header(new UUID(0x4000, 1), "t3nd3r", "ab".repeat(32),
                "0rg1", "ef".repeat(32), Envelope.Kind.SUBMIT, Optional.empty(), NOW),
                List.of(new Envelope.Part(PartName.BID, 2, shares, "01".repeat(32),
                        List.of(new Envelope.Text(text.length, Sha256.hex(text))))))
                .canonicalJson();
    }

    private static Exit check(TrustedKeys trust, byte[] envelope, byte[]... others) {
        return checked(trust, envelope, others).stream().map(one -> one.report().exit())
                .reduce(Exit.HOLDS, Exit::and);
    }

    private static List<Verifier.Checked> checked(
            TrustedKeys trust, byte[] envelope, byte[]... others) {
        Map<String, byte[]> files = new LinkedHashMap<>(Map.of("envelope", envelope));
        for (byte[] other : others) {
            files.put("other" + files.size(), other);
        }
        return new Verifier(trust, NOW).check(files);
    }

    @Test
    @DisplayName("holds with its signature, and names the ciphertext that was sent with it")
    void holds() {
        assertEquals(Exit.HOLDS, check(TRUST, envelope, signature, text));
        assertTrue(checked(TRUST, envelope, signature, text).getFirst().report().findings()
                .stream().anyMatch(finding -> finding.found() == Found.ENVELOPE_TEXT));
    }

    @Test
    @DisplayName("without its signature, or by somebody nobody trusts, is consistent, no more")
    void notTrusted() {
        assertEquals(Exit.NOT_TRUSTED, check(TRUST, envelope));
        assertEquals(Exit.NOT_TRUSTED, check(TrustedKeys.none(), envelope, signature));
    }

    @Test
    @DisplayName("with any byte of it or of its signature changed, taken away or added is told")
    void everyByteCounts() {
        for (int i = 0; i < envelope.length; i++) {
            byte[] changed = envelope.clone();
            changed[i] ^= (byte) (1 << i % 8);
            int at = i;
            assertEquals(Exit.WRONG, check(TRUST, changed, signature), () -> "envelope " + at);
        }
        for (int i = 0; i < signature.length; i++) {
            byte[] changed = signature.clone();
            changed[i] ^= (byte) (1 << i % 8);
            int at = i;
            Exit exit = check(TRUST, envelope, changed);
            // A changed certificate is another signer's, or nobody's: not trusted at the least.
            assertTrue(exit != Exit.HOLDS, () -> "signature " + at);
        }
        assertEquals(Exit.WRONG,
                check(TRUST, Arrays.copyOf(envelope, envelope.length + 1), signature));
        assertEquals(Exit.WRONG,
                check(TRUST, envelope, Arrays.copyOf(signature, signature.length + 1)));
    }
}
