package org.subhasta.verification;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.Reading;

/**
 * The envelope of a sealed bid: its form, what stands openly in it, and which of the ciphertexts
 * named with it are those it was signed with. What is sealed stays sealed.
 */
final class EnvelopeCheck {

    private static final byte[] BEGINS = "{\"bidder\":".getBytes(StandardCharsets.US_ASCII);
    private static final String FORMAT = "\"format\":\"" + Envelope.FORMAT + "\"";

    private EnvelopeCheck() {
    }

    /** Canonical JSON has its members in order, so an envelope has one beginning. */
    static boolean isEnvelope(byte[] file) {
        return file.length > BEGINS.length && file.length <= 4 * Envelope.MAXIMUM_BYTES
                && Arrays.equals(file, 0, BEGINS.length, BEGINS, 0, BEGINS.length)
                && new String(file, StandardCharsets.UTF_8).contains(FORMAT);
    }

    static void check(byte[] file, Map<String, byte[]> others, Report report) {
        switch (Envelope.read(file)) {
            case Reading.Refused<Envelope> refused ->
                    report.add(Found.ENVELOPE_MALFORMED, refused.sentence());
            case Reading.Read<Envelope>(Envelope envelope) -> tell(envelope, others, report);
        }
    }

    private static void tell(Envelope envelope, Map<String, byte[]> others, Report report) {
        Envelope.Header header = envelope.header();
        report.add(Found.ENVELOPE_READ, header.id().toString(), header.tender(), header.bidder(),
                header.madeAt().toString());
        for (Envelope.Part part : envelope.parts()) {
            report.add(Found.ENVELOPE_SEALED, part.name().code(),
                    Integer.toString(part.threshold()), Integer.toString(part.shares().size()));
            part.texts().forEach(text -> others.forEach((name, content) -> {
                if (content.length == text.size()
                        && Sha256.hex(content).equals(text.sha256())) {
                    report.add(Found.ENVELOPE_TEXT, name);
                }
            }));
        }
        if (others.values().stream().noneMatch(Verifier::isSignature)) {
            report.add(Found.ENVELOPE_WITHOUT_SIGNATURE);
        }
    }
}
