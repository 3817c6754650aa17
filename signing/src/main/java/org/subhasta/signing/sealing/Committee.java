package org.subhasta.signing.sealing;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.subhasta.signing.Sha256;

/**
 * Those who open a tender's bids: any {@code threshold} of the openers together, fewer never. Its
 * canonical JSON is published with the tender, and its {@link #fingerprint()} stands in every bid,
 * so that nobody is sealed to another committee than the one that was announced.
 *
 * @param openers   {@value #LEAST_OPENERS} to {@value #MOST_OPENERS}; their order counts: the n-th
 *                  holds the share of x = n
 * @param threshold how many open: 2 to the number of openers. One alone is refused, since then
 *                  any one opener could read every bid at any time; all of them is allowed, but
 *                  then one lost key loses every bid
 */
public record Committee(List<Opener> openers, int threshold) {

    /** The format's name. */
    public static final String FORMAT = "subhasta-committee-1";

    public static final int LEAST_OPENERS = 2;
    public static final int MOST_OPENERS = 15;

    /** Fewer could be one, and one is nobody to share with. */
    public static final int LEAST_THRESHOLD = 2;

    /** Bytes of the largest committee taken: certificates with a long name have room. */
    public static final int MAXIMUM_BYTES = 256 * 1024;

    private static final int MAXIMUM_CERTIFICATE_BYTES = 8 * 1024;

    /**
     * @throws IllegalArgumentException where the numbers are out of their limits, or an opener or a
     *                                  key is there twice
     */
    public Committee {
        openers = List.copyOf(openers);
        if (openers.size() < LEAST_OPENERS || openers.size() > MOST_OPENERS) {
            throw new IllegalArgumentException("a committee has " + LEAST_OPENERS + " to "
                    + MOST_OPENERS + " openers, not " + openers.size());
        }
        if (threshold < LEAST_THRESHOLD || threshold > openers.size()) {
            throw new IllegalArgumentException("of " + openers.size() + " openers, "
                    + LEAST_THRESHOLD + " to " + openers.size() + " open, not " + threshold);
        }
        Set<Object> seen = new HashSet<>();
        for (Opener opener : openers) {
            if (!seen.add(opener.id()) || !seen.add(opener.encryption().getPublicKey())) {
                throw new IllegalArgumentException("one opener or one key is there twice");
            }
        }
    }

    /** Reads a committee, strictly. The certificates are not judged: that is for who trusts. */
    public static Reading<Committee> read(byte[] canonicalJson) {
        return Json.read(canonicalJson, MAXIMUM_BYTES, FORMAT, Committee::committee);
    }

    static Committee committee(Json object) throws Json.Malformed {
        if (!object.text("format", 64).equals(FORMAT)) {
            throw object.malformed("format");
        }
        List<Opener> openers = object.objects("openers", LEAST_OPENERS, MOST_OPENERS,
                Committee::opener);
        int threshold = (int) object.whole("threshold", LEAST_THRESHOLD, openers.size());
        try {
            return new Committee(openers, threshold);
        } catch (IllegalArgumentException e) {
            throw object.malformed("openers");
        }
    }

    private static Opener opener(Json object) throws Json.Malformed {
        String id = object.name("id");
        byte[] der = object.bytes("certificate", 1, MAXIMUM_CERTIFICATE_BYTES);
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der));
            // A reader that skips what follows the certificate would let two texts say the same.
            if (Arrays.equals(certificate.getEncoded(), der)) {
                return new Opener(id, certificate);
            }
        } catch (CertificateException | IllegalArgumentException e) {
            // Told below.
        }
        throw object.malformed("certificate");
    }

    /** {@code {"format":…,"openers":[{"certificate":…,"id":…},…],"threshold":…}}. */
    public byte[] canonicalJson() {
        return Json.canonical(Map.of("format", FORMAT, "threshold", threshold,
                "openers", openers.stream().map(opener -> Map.of("id", opener.id(),
                        "certificate", Json.base64(opener.certificateBytes()))).toList()));
    }

    /** SHA-256 of the canonical JSON, hexadecimal. */
    public String fingerprint() {
        return Sha256.hex(canonicalJson());
    }

    /** The opener of that id. */
    public Optional<Opener> opener(String id) {
        return openers.stream().filter(opener -> opener.id().equals(id)).findFirst();
    }

    /** The x of an opener's share: 1 for the first. */
    int x(String id) {
        return IntStream.range(0, openers.size()).filter(i -> openers.get(i).id().equals(id))
                .findFirst().orElseThrow() + 1;
    }
}
