package org.subhasta.web.bidding;

import java.time.Instant;
import org.subhasta.bidding.Receipt;

/**
 * The answer to a bid that was accepted, for programs.
 *
 * @param bid     the id its maker gave it
 * @param tender  the tender it was sent to
 * @param at      when it was accepted
 * @param receipt the same and more, signed by the platform: compact JWS
 */
public record Received(String bid, String tender, Instant at, String receipt) {

    static Received of(Receipt receipt) {
        return new Received(receipt.bid().toString(), receipt.box(), receipt.at(), receipt.jws());
    }
}
