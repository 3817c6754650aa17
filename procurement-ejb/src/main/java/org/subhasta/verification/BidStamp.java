package org.subhasta.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.signing.SignatureTimeStamp;
import org.subhasta.signing.TimeStamp;
import org.subhasta.signing.Validation;

/**
 * The time-stamp that a bid's envelope got at receipt, kept beside its signature: what of the bid's
 * time does not rest on the platform's word. Bids from before there were time-stamps have none.
 */
final class BidStamp {

    /** As far as the authority's clock and the platform's may be apart. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private BidStamp() {
    }

    /**
     * The signature with its time-stamp inside (CAdES B-T), or alone where it has none.
     *
     * @return empty where what is beside the signature is no time-stamp
     */
    static Optional<byte[]> join(byte[] signature, Optional<byte[]> token) {
        try {
            return Optional.of(token.map(stamp -> SignatureTimeStamp.join(signature, stamp))
                    .orElse(signature));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the journal says that a bid was received before it was there. */
    static boolean isLater(Validation signed, Instant received) {
        return signed.timeStamp().map(TimeStamp::time)
                .filter(time -> time.isAfter(received.plus(TOLERANCE))).isPresent();
    }

    /** By when everything that the signature covers was there. */
    static Instant proven(Validation signed, Instant arrived) {
        return signed.timeStamp().map(TimeStamp::time)
                .filter(time -> time.isBefore(arrived)).orElse(arrived);
    }
}
