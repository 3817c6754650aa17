package org.subhasta.auction;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.subhasta.auction.format.SignedAct;
import org.subhasta.signing.Sha256;

/**
 * A participant's signed act as it came, with all that can be computed of it before the lot is
 * touched.
 *
 * @param bytes           that were signed
 * @param signature       detached JWS over them
 * @param person          who sent it
 * @param digest          SHA-256 of the bytes, hexadecimal
 * @param signatureDigest SHA-256 of the signature, hexadecimal
 */
record Delivery(SignedAct act, byte[] bytes, String signature, String person, Instant arrivedAt,
        String digest, String signatureDigest) {

    static Delivery of(SignedAct act, byte[] bytes, String signature, String person,
            Instant arrivedAt) {
        return new Delivery(act, bytes, signature, person, arrivedAt, Sha256.hex(bytes),
                Sha256.hex(signature.getBytes(StandardCharsets.US_ASCII)));
    }

    UUID id() {
        return UUID.fromString(act.act().id());
    }
}
