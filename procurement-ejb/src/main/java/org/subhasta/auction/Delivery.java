package org.subhasta.auction;

import java.time.Instant;
import java.util.UUID;
import org.subhasta.auction.format.SignedAct;

/**
 * A participant's signed act as it came.
 *
 * @param bytes     that were signed
 * @param signature detached JWS over them
 * @param person    who sent it
 */
record Delivery(SignedAct act, byte[] bytes, String signature, String person, Instant arrivedAt) {

    UUID id() {
        return UUID.fromString(act.act().id());
    }
}
